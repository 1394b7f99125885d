-- Customers become a whole record: invoicing address, what the CRM says beside what we show, pins, merges, search;
-- and long work that a person started, with progress that can be left and come back to.

-- array_to_string is only "stable" for any type; for text it depends on nothing, and a generated column may use it.
create function joined(words text[]) returns text language sql immutable parallel safe
return array_to_string(words, ' ');

alter table customers
  add column invoicing_addressee text,
  add column invoicing_address_line text,
  add column invoicing_postal_code text,
  add column invoicing_city text,
  add column invoicing_country text,
  -- Fields that a refresh leaves alone (promise A16), by the name they have in `Customer`.
  add column pinned_fields text[] not null default '{}',
  -- The record as the CRM had it when we last read it, by the names of `CustomerFacts`; null without a CRM.
  add column crm_facts jsonb,
  -- When the CRM's own record was read last: its lists lack the invoicing address and a person's VAT number.
  add column details_read_at timestamptz,
  add column origin text not null default 'invoice' check (origin in ('hand', 'crm', 'invoice', 'file')),
  -- The customer that took this one over; its invoices and its CRM record stay with it and count as the other's.
  add column merged_into text,
  add column anonymised_at timestamptz,
  add column edited_by_hand_at timestamptz,
  -- Creating twice with one key is creating once; the hash tells whether it was the same request.
  add column creation_key text,
  add column creation_hash text,
  add column sort_name text generated always as (
    lower(coalesce(nullif(company_name, ''), btrim(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))))
  ) stored,
  add column search_text text generated always as (
    lower(number || ' ' || coalesce(company_name, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '')
      || ' ' || coalesce(email, '') || ' ' || joined(cc) || ' ' || coalesce(vat_number, '') || ' '
      || coalesce(enterprise_number, '') || ' ' || coalesce(city, ''))
  ) stored,
  add foreign key (creditor_id, merged_into) references customers (creditor_id, id),
  add check (merged_into <> id);

create unique index customers_creation_key on customers (creditor_id, creation_key) where creation_key is not null;
create index customers_by_name on customers (creditor_id, sort_name, id);
create index customers_by_created on customers (creditor_id, created_at, id);
create index customers_by_city on customers (creditor_id, lower(coalesce(city, '')), id);
create index customers_by_email on customers (creditor_id, lower(email));
create index customers_by_vat on customers (creditor_id, vat_number) where vat_number is not null;
create index customers_merged on customers (creditor_id, merged_into) where merged_into is not null;
create index customers_without_details on customers (connection_id, id)
  where details_read_at is null and external_id is not null and gone_cause is null;
create index customers_search on customers using gin (search_text gin_trgm_ops);
create index invoices_open_of_customer on invoices (creditor_id, customer_id) where state in ('booked', 'pending');

-- Two customers that were one: what the survivor was before, so that it can be undone.
create table customer_merges (
  id text primary key,
  creditor_id text not null references creditors (id),
  survivor_id text not null,
  merged_id text not null,
  survivor_before jsonb not null,
  survivor_after jsonb not null,
  -- Customers that had been merged into the merged one earlier and moved along.
  moved_ids text[] not null default '{}',
  merged_at timestamptz not null,
  undone_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, survivor_id) references customers (creditor_id, id),
  foreign key (creditor_id, merged_id) references customers (creditor_id, id)
);
create index customer_merges_of_survivor on customer_merges (creditor_id, survivor_id, merged_at desc);

-- Long work that a person started: an export, an import, a refresh of many.
create table long_runs (
  id text primary key,
  creditor_id text not null references creditors (id),
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'cancelling', 'finished', 'failed', 'cancelled')),
  -- The thing that the work is about, when there is one (a connection, an uploaded file).
  subject_id text,
  done_count bigint not null default 0,
  total_count bigint,
  counts jsonb not null default '{}',
  -- Where the work goes on after a stop; only the verb that does the work reads it.
  cursor jsonb,
  input jsonb not null default '{}',
  result jsonb,
  cause text,
  cause_detail text,
  started_by_id text,
  started_by_name text,
  created_at timestamptz not null,
  started_at timestamptz,
  moved_at timestamptz,
  finished_at timestamptz,
  unique (creditor_id, id),
  check ((state in ('finished', 'failed', 'cancelled')) = (finished_at is not null))
);
create index long_runs_recent on long_runs (creditor_id, id desc);
-- Pressed twice it joins the one that runs: at most one of a kind and subject at a time.
create unique index long_runs_one_at_a_time on long_runs (creditor_id, kind, coalesce(subject_id, ''))
  where state in ('waiting', 'running', 'cancelling');

-- Progress on open pages, like the history: a short notice, never a payload.
create function notify_long_runs() returns trigger language plpgsql as $$
begin
  perform pg_notify('vorder_live', json_build_object('creditorId', new.creditor_id, 'subjectKind', 'long_run',
    'subjectId', new.id)::text);
  return null;
end $$;
create trigger long_runs_live after insert or update on long_runs
  for each row execute function notify_long_runs();

alter table activities drop constraint activities_subject_kind_check;
alter table activities add constraint activities_subject_kind_check check (subject_kind in
  ('creditor', 'connection', 'customer', 'invoice', 'import_line', 'profile', 'long_run', 'shared_file', 'customer_import'));

do $$
declare t text;
begin
  foreach t in array array['customer_merges', 'long_runs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
