-- The spine: creditor, connection, inbox, customer, invoice, import ledger, activity.
-- Roles: vorder_app works for one creditor (setting vorder.creditor_id), vorder_system works across creditors;
-- neither owns anything. Both are made before the migrations run (db/ensure-roles.ts).

create extension if not exists pg_trgm;

create table creditors (
  id text primary key,
  name text not null check (length(name) between 1 and 200),
  iban text,
  sender_email text,
  language text not null default 'en' check (language in ('en', 'nl', 'fr', 'de')),
  time_zone text not null default 'Europe/Brussels',
  customer_number_prefix text not null default 'C',
  last_customer_number bigint not null default 0,
  created_at timestamptz not null
);

create table profiles (
  id text primary key,
  creditor_id text not null references creditors (id),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  unique (creditor_id, id)
);
create unique index profiles_name on profiles (creditor_id, lower(name));

create table connections (
  id text primary key,
  creditor_id text not null references creditors (id),
  source text not null check (source in ('teamleader')),
  state text not null check (state in ('connected', 'reconnect_needed', 'disconnected')),
  account_external_id text not null,
  account_name text not null,
  connected_user_name text,
  import_invoices_automatically boolean not null default false,
  update_customers_automatically boolean not null default false,
  default_profile_id text,
  invoice_profile_field_id text,
  subscription_profile_field_id text,
  department_external_ids text[],
  -- The CRM's departments as it named them last: [{"externalId", "name"}].
  departments jsonb not null default '[]',
  -- Tokens and the hook secret: AES-256-GCM, key id in the first byte, connection id as associated data.
  access_token_sealed bytea,
  refresh_token_sealed bytea,
  access_token_expires_at timestamptz,
  token_version bigint not null default 0,
  hook_secret_sealed bytea not null,
  hook_secret_hash bytea not null unique,
  hook_event_types text[] not null default '{}',
  hook_problem text,
  reconciled_until timestamptz,
  last_reconciled_at timestamptz,
  last_heard_at timestamptz,
  state_reason text,
  connected_at timestamptz not null,
  disconnected_at timestamptz,
  unique (creditor_id, id),
  unique (creditor_id, source, account_external_id),
  foreign key (creditor_id, default_profile_id) references profiles (creditor_id, id)
);

-- One row a connection: the calls of the last minute, shared by all processes.
create table call_budgets (
  connection_id text primary key,
  creditor_id text not null,
  recent_calls timestamptz[] not null default '{}',
  paused_until timestamptz,
  foreign key (creditor_id, connection_id) references connections (creditor_id, id)
);

-- A started authorisation: bound to the browser session that started it, usable once, for ten minutes.
create table authorisations (
  state_hash bytea primary key,
  creditor_id text not null references creditors (id),
  user_id text not null,
  session_hash bytea not null,
  redirect_uri text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table webhook_events (
  id bigint generated always as identity primary key,
  creditor_id text not null,
  connection_id text not null,
  received_at timestamptz not null,
  type text,
  subject_type text,
  subject_external_id text,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'applied', 'superseded', 'ignored', 'failed')),
  cause text,
  settled_at timestamptz,
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  check ((state = 'pending') = (settled_at is null))
);
create index webhook_events_pending on webhook_events (connection_id, id) where state = 'pending';
create index webhook_events_subject on webhook_events (connection_id, subject_external_id, settled_at);

create table customers (
  id text primary key,
  creditor_id text not null references creditors (id),
  number text not null,
  kind text not null check (kind in ('company', 'person')),
  company_name text,
  first_name text,
  last_name text,
  email text,
  cc text[] not null default '{}',
  mobile text,
  language text,
  address_line text,
  postal_code text,
  city text,
  country text,
  vat_number text,
  enterprise_number text,
  peppol_id text,
  profile_id text,
  connection_id text,
  external_type text check (external_type in ('company', 'person')),
  external_id text,
  external_updated_at timestamptz,
  gone_cause text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (creditor_id, id),
  unique (creditor_id, number),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, profile_id) references profiles (creditor_id, id),
  check ((connection_id is null) = (external_id is null) and (external_id is null) = (external_type is null))
);
create unique index customers_external on customers (connection_id, external_type, external_id);

create table invoices (
  id text primary key,
  creditor_id text not null references creditors (id),
  connection_id text not null,
  external_id text not null,
  number text,
  customer_id text not null,
  customer_name text not null,
  department_external_id text,
  invoice_date date,
  due_date date,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_cents bigint not null,
  open_cents bigint not null,
  state text not null check (state in ('booked', 'pending', 'paid', 'archived')),
  state_cause text,
  payment_state text not null check (payment_state in ('open', 'part_paid', 'paid', 'credited')),
  paid_at timestamptz,
  remittance text,
  purchase_order_number text,
  profile_id text not null,
  profile_chosen_by text not null check (profile_chosen_by in ('invoice_field', 'subscription_field', 'customer', 'connection')),
  profile_warning text check (profile_warning in ('unknown_profile', 'several_profiles')),
  profile_warning_value text,
  document_version text,
  web_url text,
  external_created_at timestamptz,
  external_updated_at timestamptz,
  imported_at timestamptz not null,
  updated_at timestamptz not null,
  search_text text generated always as (
    lower(coalesce(number, '') || ' ' || customer_name || ' ' || coalesce(remittance, '') || ' ' || coalesce(purchase_order_number, ''))
  ) stored,
  unique (creditor_id, id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, customer_id) references customers (creditor_id, id),
  foreign key (creditor_id, profile_id) references profiles (creditor_id, id),
  check (state <> 'paid' or payment_state in ('paid', 'credited'))
);
create unique index invoices_external on invoices (connection_id, external_id);
-- Keyset pages: every sort has an index with the id as the last word; a missing day or number sorts last.
create index invoices_by_date on invoices (creditor_id, coalesce(invoice_date, date '9999-12-31'), id);
create index invoices_by_due on invoices (creditor_id, coalesce(due_date, date '9999-12-31'), id);
create index invoices_by_number on invoices (creditor_id, coalesce(number, ''), id);
create index invoices_by_customer_name on invoices (creditor_id, lower(customer_name), id);
create index invoices_by_open_amount on invoices (creditor_id, open_cents, id);
create index invoices_by_customer on invoices (creditor_id, customer_id, id);
create index invoices_search on invoices using gin (search_text gin_trgm_ops);

create table import_runs (
  id text primary key,
  creditor_id text not null,
  connection_id text not null,
  kind text not null check (kind in ('webhook', 'reconcile', 'nightly', 'retry', 'by_hand')),
  state text not null check (state in ('running', 'finished', 'failed')),
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  cause text,
  unique (creditor_id, id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id)
);
create index import_runs_recent on import_runs (creditor_id, started_at desc);

create sequence fetch_tickets;
grant usage on sequence fetch_tickets to vorder_app, vorder_system;

-- The ledger (promise B4): one line for every invoice that the CRM told us about.
create table import_lines (
  id text primary key,
  creditor_id text not null,
  connection_id text not null,
  external_id text not null,
  number text,
  customer_name text,
  total_cents bigint,
  currency text,
  outcome text not null check (outcome in ('imported', 'updated', 'unchanged', 'skipped', 'failed')),
  cause text,
  cause_detail text,
  warning text,
  invoice_id text,
  run_id text,
  decided_at timestamptz not null,
  first_heard_at timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz,
  external_updated_at timestamptz,
  web_url text,
  -- The newest look at the CRM that this line rests on: an older look, whenever it arrives, changes nothing.
  fetch_ticket bigint not null,
  unique (creditor_id, id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  foreign key (creditor_id, run_id) references import_runs (creditor_id, id),
  check ((outcome in ('skipped', 'failed')) = (cause is not null)),
  check (outcome in ('skipped', 'failed') or invoice_id is not null)
);
create unique index import_lines_external on import_lines (connection_id, external_id);
create index import_lines_recent on import_lines (creditor_id, decided_at desc, id desc);
create index import_lines_outcome on import_lines (creditor_id, outcome, decided_at desc, id desc);
create index import_lines_due on import_lines (connection_id, next_try_at) where next_try_at is not null;

-- What a CRM sent when it could not be read, word for word, for support; removed after 30 days.
create table raw_copies (
  creditor_id text not null,
  connection_id text not null,
  external_id text not null,
  stored_at timestamptz not null,
  problem text not null,
  body text not null,
  primary key (connection_id, external_id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id)
);

create table activities (
  id text primary key,
  creditor_id text not null references creditors (id),
  at timestamptz not null,
  subject_kind text not null check (subject_kind in ('creditor', 'connection', 'customer', 'invoice', 'import_line', 'profile')),
  subject_id text not null,
  kind text not null,
  cause text,
  actor_kind text not null check (actor_kind in ('user', 'api_key', 'webhook', 'schedule', 'cli', 'system')),
  actor_id text,
  actor_name text,
  data jsonb not null default '{}'
);
create index activities_of_subject on activities (creditor_id, subject_kind, subject_id, id desc);
create index activities_recent on activities (creditor_id, id desc);

-- Live pages: one short notice a statement and creditor, never a payload.
create function notify_activities() returns trigger language plpgsql as $$
begin
  perform pg_notify('vorder_live', notice.body) from (
    select json_build_object('creditorId', creditor_id, 'subjectKind', subject_kind,
      'subjectId', case when count(distinct subject_id) = 1 then min(subject_id) end)::text as body
    from new_rows group by creditor_id, subject_kind
  ) as notice;
  return null;
end $$;
create trigger activities_live after insert on activities
  referencing new table as new_rows for each statement execute function notify_activities();

-- Every table of a creditor: forced row-level security. An unset setting reads as an empty string.
do $$
declare t text;
begin
  foreach t in array array['profiles', 'connections', 'call_budgets', 'authorisations', 'webhook_events', 'customers',
    'invoices', 'import_runs', 'import_lines', 'raw_copies', 'activities'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
alter table creditors enable row level security;
alter table creditors force row level security;
create policy creditors_own on creditors to vorder_app
  using (id = nullif(current_setting('vorder.creditor_id', true), '')) with check (id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy creditors_all on creditors to vorder_system using (true) with check (true);
grant select, insert, update, delete on creditors to vorder_app, vorder_system;
-- The history is append only.
revoke update, delete on activities from vorder_app, vorder_system;
