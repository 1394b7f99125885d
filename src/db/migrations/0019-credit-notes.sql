-- Which credit note is of which invoice, and two things that the list of invoices lacked.

-- Credit notes of the CRM that were seen, by their ids there: of a deleted one nothing but its id is told.
create table credit_notes (
  creditor_id text not null references creditors (id),
  connection_id text not null,
  external_id text not null,
  invoice_external_id text not null,
  seen_at timestamptz not null,
  primary key (connection_id, external_id),
  foreign key (creditor_id, connection_id) references connections (creditor_id, id)
);
alter table credit_notes enable row level security;
alter table credit_notes force row level security;
create policy credit_notes_own on credit_notes to vorder_app
  using (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''))
  with check (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy credit_notes_all on credit_notes to vorder_system using (true) with check (true);
grant select, insert, update, delete on credit_notes to vorder_app, vorder_system;

-- The order goes by the stored column: row-level security keeps `coalesce` out of every index (0013).
drop index invoices_invitation;
create index invoices_by_invitation on invoices (creditor_id, invitation_state, sort_date, id)
  where invitation_state not in ('none', 'sent');
