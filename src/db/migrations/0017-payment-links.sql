-- The payment page: the address that a customer gets, and the questions that are asked there.

-- The address of a link is made from this row's id with the secret key, so that a copy of the database opens no page; what
-- is stored is its hash, to recognise it.
create table payment_links (
  id text primary key,
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  token_hash bytea not null unique,
  -- The one that mails carry. An older one that was not revoked still opens the page.
  is_current boolean not null default true,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id)
);
create unique index payment_links_current on payment_links (invoice_id) where is_current;
create index payment_links_of_invoice on payment_links (creditor_id, invoice_id);

create table questions (
  id text primary key,
  creditor_id text not null references creditors (id),
  invoice_id text not null,
  -- One form sends one question, however often it is sent.
  form_id text not null,
  name text not null check (length(name) between 1 and 100),
  email text not null check (length(email) between 3 and 254),
  body text not null check (length(body) between 1 and 2000),
  asked_at timestamptz not null,
  mail_state text not null default 'waiting' check (mail_state in ('waiting', 'sending', 'sent', 'unknown', 'refused')),
  mail_detail text,
  unique (creditor_id, id),
  unique (invoice_id, form_id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id)
);
create index questions_of_invoice on questions (creditor_id, invoice_id, asked_at);

do $$
declare t text;
begin
  foreach t in array array['payment_links', 'questions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;

-- A customer whose personal details are removed leaves no questions behind. Here, because customers do not know who asks.
create function forget_questions() returns trigger language plpgsql as $$
begin
  delete from questions using invoices
    where invoices.creditor_id = new.creditor_id and invoices.customer_id = new.id
      and questions.creditor_id = new.creditor_id and questions.invoice_id = invoices.id;
  return null;
end $$;
create trigger customers_forget_questions after update of anonymised_at on customers
  for each row when (old.anonymised_at is null and new.anonymised_at is not null)
  execute function forget_questions();

-- On the payment page a customer acts, who is nobody's user.
alter table activities drop constraint activities_actor_kind_check;
alter table activities add constraint activities_actor_kind_check
  check (actor_kind in ('user', 'api_key', 'webhook', 'schedule', 'cli', 'system', 'customer'));
