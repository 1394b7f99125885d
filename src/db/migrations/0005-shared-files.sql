-- Files that were made for somebody to download (promise A12), and what an export of a whole CRM has gathered so far.

create table shared_files (
  id text primary key,
  creditor_id text not null references creditors (id),
  name text not null,
  content_type text not null,
  -- What it was made for, as a code.
  purpose text not null,
  -- The long run that made it; a run that is done again after a stop finds its file instead of making another.
  run_id text,
  owner_id text,
  owner_name text,
  -- Null until the bytes are stored: a file that was never finished is no file.
  ready_at timestamptz,
  size_bytes bigint,
  sha256 text,
  storage_key text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  downloads integer not null default 0,
  last_downloaded_at timestamptz,
  -- Removed or expired: nobody sees it any more.
  removed_at timestamptz,
  -- The bytes are gone too. Between the two a stop may come; the daily tidying goes on from there.
  erased_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, run_id) references long_runs (creditor_id, id),
  check ((ready_at is null) = (size_bytes is null) and (ready_at is null) = (sha256 is null)),
  check (erased_at is null or removed_at is not null)
);
create index shared_files_newest on shared_files (creditor_id, id desc) where removed_at is null;
create unique index shared_files_of_run on shared_files (creditor_id, run_id) where run_id is not null;
create index shared_files_to_tidy on shared_files (expires_at) where erased_at is null;

-- One row a record of the CRM, so that a record which moves between two pages appears once.
create table crm_export_rows (
  run_id text not null,
  creditor_id text not null references creditors (id),
  external_type text not null check (external_type in ('company', 'person')),
  external_id text not null,
  -- By the names of `CustomerFacts`; null when the record could not be read.
  facts jsonb,
  is_active boolean not null default true,
  -- Nothing more is to be asked about it.
  is_complete boolean not null,
  problem text,
  -- The file is in the order of names.
  sort_name text not null default '',
  primary key (run_id, external_type, external_id),
  foreign key (creditor_id, run_id) references long_runs (creditor_id, id)
);
create index crm_export_rows_to_complete on crm_export_rows (run_id, external_type, external_id) where not is_complete;
create index crm_export_rows_by_name on crm_export_rows (run_id, sort_name, external_id);

do $$
declare t text;
begin
  foreach t in array array['shared_files', 'crm_export_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
