-- People, their sign-in, and who may work for which creditor. The tables in the schema "auth" are those of the
-- sign-in library (better-auth 1.7, its own migration written out, with our names); only access/ touches them.

create schema auth;

create table auth.users (
  id text primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text not null default 'en' check (language in ('en', 'nl', 'fr', 'de')),
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table auth.sessions (
  id text primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  ip_address text,
  user_agent text,
  user_id text not null references auth.users (id) on delete cascade
);
create index sessions_of_user on auth.sessions (user_id);
create index sessions_expired on auth.sessions (expires_at);

create table auth.accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth.users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  unique (provider_id, account_id)
);
create index accounts_of_user on auth.accounts (user_id);

create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verifications_identifier on auth.verifications (identifier);

-- The library's counter per client address and path, shared by all processes.
create table auth.rate_limits (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Failed sign-ins per account and address, and per account: the growing delay. Keys are hashes, so that
-- mistyped addresses (and passwords typed into the wrong field) are not kept.
create table auth.sign_in_failures (
  key_hash bytea primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failures_old on auth.sign_in_failures (last_failed_at);

create table memberships (
  creditor_id text not null references creditors (id),
  user_id text not null references auth.users (id) on delete cascade,
  role text not null check (role in ('administrator', 'bookkeeper')),
  created_at timestamptz not null default current_timestamp,
  primary key (creditor_id, user_id)
);
create index memberships_of_user on memberships (user_id);

alter table memberships enable row level security;
alter table memberships force row level security;
create policy memberships_own on memberships to vorder_app
  using (creditor_id = nullif(current_setting('vorder.creditor_id', true), '')) with check (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy memberships_all on memberships to vorder_system using (true) with check (true);
grant select, insert, update, delete on memberships to vorder_app, vorder_system;

-- The creditor's role sees the name and address of its own people, nothing else of sign-in. The library itself
-- works as the owner of the tables, which row-level security does not bind here.
grant usage on schema auth to vorder_app, vorder_system;
alter table auth.users enable row level security;
create policy users_own on auth.users for select to vorder_app
  using (exists (select 1 from memberships where memberships.user_id = users.id));
create policy users_all on auth.users to vorder_system using (true) with check (true);
grant select (id, name, email, language) on auth.users to vorder_app;
grant select, update (name, language, updated_at) on auth.users to vorder_system;
grant select, insert, update, delete on auth.sign_in_failures to vorder_system;

-- The very first person, once for an installation: whoever comes second gets false. It runs as the owner, so that
-- the caller's own transaction (for the new business) can hold both, and it does nothing once anybody exists.
create function auth.create_first_user(p_id text, p_account_id text, p_name text, p_email text, p_language text, p_password_hash text)
returns boolean language plpgsql security definer set search_path = pg_catalog, auth as $$
begin
  perform pg_advisory_xact_lock(hashtext('vorder.first_user'));
  if exists (select 1 from auth.users) then return false; end if;
  insert into auth.users (id, name, email, language) values (p_id, p_name, p_email, p_language);
  insert into auth.accounts (id, account_id, provider_id, user_id, password)
    values (p_account_id, p_id, 'credential', p_id, p_password_hash);
  return true;
end $$;
revoke all on function auth.create_first_user from public;
grant execute on function auth.create_first_user to vorder_app, vorder_system;
