-- Importing by hand: what a run found and what became of each invoice, and the mails that tell of imports.

-- One line for each invoice that a preview or an import by hand found. A preview writes these lines and nothing else.
create table manual_import_lines (
  id bigint generated always as identity primary key,
  creditor_id text not null references creditors (id),
  run_id text not null,
  external_id text not null,
  -- Drawn before the CRM was asked for the list that showed it.
  ticket bigint not null,
  -- What the CRM sent, until it is decided upon. Text and not jsonb: a CRM may send what jsonb cannot hold.
  found text,
  number text,
  customer_name text,
  invoice_date text,
  total_cents bigint,
  currency text,
  web_url text,
  outcome text check (outcome in ('imported', 'updated', 'unchanged', 'skipped', 'failed')),
  cause text,
  cause_detail text,
  warning text,
  decided_at timestamptz,
  unique (run_id, external_id),
  foreign key (creditor_id, run_id) references long_runs (creditor_id, id),
  check ((outcome is null) = (decided_at is null)),
  check ((coalesce(outcome, '') in ('skipped', 'failed')) = (cause is not null))
);
create index manual_import_lines_undecided on manual_import_lines (run_id, id) where outcome is null;
create index manual_import_lines_outcome on manual_import_lines (run_id, outcome, id);
create index manual_import_lines_subject on manual_import_lines (creditor_id, external_id);

-- Mails about imports: the summary of an import by hand, the daily digest. Noted before it is sent, so that a mail of
-- which nobody knows whether it left is not sent again.
create table import_mails (
  id text primary key,
  creditor_id text not null references creditors (id),
  kind text not null check (kind in ('summary', 'digest')),
  -- The run that it tells of, or the day.
  about text not null,
  user_id text,
  state text not null check (state in ('waiting', 'sending', 'sent', 'unknown', 'refused', 'nothing_new')),
  detail text,
  -- Of a digest: what has been told so far and still needs a person, so that nothing is told twice.
  told jsonb not null default '[]',
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (creditor_id, kind, about)
);

-- "Why is my invoice not here?" asks by number, however it is written.
create index import_lines_number on import_lines (creditor_id, lower(replace(number, ' ', ''))) where number is not null;

do $$
declare t text;
begin
  foreach t in array array['manual_import_lines', 'import_mails'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
