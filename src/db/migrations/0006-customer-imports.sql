-- Customers out of files (promise A13): the uploaded file and how it is read, what became of each row, and what people
-- chose for its columns.

create table customer_imports (
  id text primary key,
  creditor_id text not null references creditors (id),
  file_name text not null,
  size_bytes bigint not null default 0,
  sha256 text not null default '',
  -- Where the bytes are; ours, never from the name of the file.
  storage_key text not null,
  -- How the file is read: format, encoding, delimiter, sheet, header. The person may change it.
  reading jsonb not null default '{}',
  sheets text[] not null default '{}',
  -- What stands in each column and where it goes.
  columns jsonb not null default '[]',
  mode text not null default 'both' check (mode in ('create', 'update', 'both')),
  match_by text[] not null default '{}' check (match_by <@ array['email', 'vatNumber']),
  -- Why the file cannot be read; null when it can.
  problem jsonb,
  -- The preview, import or undo that was asked for last, and the import whose rows can be undone.
  run_id text,
  import_run_id text,
  uploaded_by_id text,
  uploaded_by_name text,
  uploaded_at timestamptz not null,
  -- When the bytes were all there; until then nobody sees it. When they were taken away again.
  ready_at timestamptz,
  erased_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, run_id) references long_runs (creditor_id, id),
  foreign key (creditor_id, import_run_id) references long_runs (creditor_id, id)
);
create index customer_imports_recent on customer_imports (creditor_id, id desc);

-- One line per row of a file: what a preview would do (a bounded sample, and every refusal up to a limit), or what an
-- import did (every created and updated customer, so that it can be undone).
create table customer_import_rows (
  import_id text not null,
  creditor_id text not null references creditors (id),
  phase text not null check (phase in ('preview', 'import')),
  -- The how manieth row of the file, headers not counted; `line` is where a person finds it.
  record integer not null,
  line integer not null,
  outcome text not null check (outcome in ('create', 'update', 'unchanged', 'refuse')),
  customer_id text,
  name text not null default '',
  -- The changed fields only, by the names of `Customer`.
  before jsonb,
  after jsonb,
  -- Why it was refused or left alone, and what a person should know of it: a code, a column, facts for the words.
  refusal jsonb,
  notes text[] not null default '{}',
  -- What an undo did with it.
  undone text check (undone in ('deleted', 'restored', 'kept')),
  undone_cause text,
  written_at timestamptz not null,
  primary key (import_id, phase, record),
  foreign key (creditor_id, import_id) references customer_imports (creditor_id, id) on delete cascade
);
create index customer_import_rows_by_outcome on customer_import_rows (import_id, phase, outcome, record);
create index customer_import_rows_of_customer on customer_import_rows (creditor_id, customer_id, import_id)
  where phase = 'import' and outcome in ('create', 'update');

-- What the columns of a file with these headers were last time.
create table customer_file_mappings (
  creditor_id text not null references creditors (id),
  signature text not null,
  targets jsonb not null,
  used_at timestamptz not null,
  primary key (creditor_id, signature)
);

-- A VAT number is recognised however it is written.
create index customers_by_plain_vat on customers (creditor_id, regexp_replace(upper(vat_number), '[^A-Z0-9]', '', 'g'))
  where vat_number is not null;

do $$
declare t text;
begin
  foreach t in array array['customer_imports', 'customer_import_rows', 'customer_file_mappings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I to vorder_app using (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), '''')) with check (creditor_id = nullif(current_setting(''vorder.creditor_id'', true), ''''))', t || '_own', t);
    execute format('create policy %I on %I to vorder_system using (true) with check (true)', t || '_all', t);
    execute format('grant select, insert, update, delete on %I to vorder_app, vorder_system', t);
  end loop;
end $$;
