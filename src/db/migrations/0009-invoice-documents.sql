-- The PDF (or UBL) of an invoice: wanted, tried for, kept. One row for each invoice and kind.
create table invoice_documents (
  id text primary key,
  creditor_id text not null references creditors (id),
  connection_id text not null,
  invoice_id text not null,
  kind text not null check (kind in ('pdf', 'ubl')),
  -- waiting: the schedule tries for the wanted version; retrieved: the wanted version is here; given_up: a person is asked.
  state text not null check (state in ('waiting', 'retrieved', 'given_up')),
  -- The versions as the CRM names them; null while it has named none.
  version_wanted text,
  version_held text,
  -- Tries of the schedule that failed since the version is wanted. An outage of the CRM is none, nor is a try by hand.
  attempts integer not null default 0,
  wanted_at timestamptz not null,
  last_tried_at timestamptz,
  last_error text,
  last_error_detail text,
  next_try_at timestamptz,
  -- Who is fetching it now, and until when that is believed.
  claim_id text,
  claimed_until timestamptz,
  -- What is kept of it; an older version stays until the new one is here.
  storage_key text,
  sha256 text,
  size_bytes bigint,
  content_type text,
  retrieved_at timestamptz,
  unique (creditor_id, id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id),
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id),
  check (state <> 'retrieved' or storage_key is not null),
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((claim_id is null) = (claimed_until is null)),
  check ((storage_key is null) = (sha256 is null) and (storage_key is null) = (size_bytes is null)
    and (storage_key is null) = (content_type is null) and (storage_key is null) = (retrieved_at is null))
);
create unique index invoice_documents_of_invoice on invoice_documents (invoice_id, kind);
create index invoice_documents_due on invoice_documents (connection_id, next_try_at, id) where next_try_at is not null;
create index invoice_documents_stored on invoice_documents (creditor_id, storage_key) where storage_key is not null;

-- What the overview shows of the PDF. 'none': never asked for (it came in before documents were fetched).
alter table invoices
  add column document_state text not null default 'none'
    check (document_state in ('none', 'waiting', 'retrieved', 'given_up'));
-- Nearly every invoice has its document in the end: those that have not are few, whatever the size of the table.
create index invoices_without_document on invoices (creditor_id, document_state, coalesce(invoice_date, date '9999-12-31'), id)
  where document_state <> 'retrieved';
create index invoices_unasked_document on invoices (connection_id, id) where document_state = 'none' and state <> 'archived';

-- Whether the UBL of each invoice is fetched beside its PDF.
alter table connections add column fetch_ubl boolean not null default false;

alter table invoice_documents enable row level security;
alter table invoice_documents force row level security;
create policy invoice_documents_own on invoice_documents to vorder_app
  using (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''))
  with check (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy invoice_documents_all on invoice_documents to vorder_system using (true) with check (true);
grant select, insert, update, delete on invoice_documents to vorder_app, vorder_system;
