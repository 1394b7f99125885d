-- What was read of the custom fields that choose the profile of an invoice (promise B10), so that a person sees why.
-- Only invoices of connections that choose by a custom field have a row.
create table profile_readings (
  invoice_id text primary key,
  creditor_id text not null references creditors (id),
  -- The field's name when it was read; empty when the CRM no longer had it; null when none was chosen.
  invoice_field text,
  invoice_values text[] not null default '{}',
  subscription_field text,
  subscription_values text[] not null default '{}',
  read_at timestamptz not null,
  foreign key (creditor_id, invoice_id) references invoices (creditor_id, id)
);
create index profile_readings_of_creditor on profile_readings (creditor_id, invoice_id);

-- An option that was deleted, and a field that was: two more warnings.
alter table invoices drop constraint invoices_profile_warning_check;
alter table invoices add constraint invoices_profile_warning_check
  check (profile_warning in ('unknown_profile', 'deleted_option', 'several_profiles', 'missing_field'));

-- Somebody has the two fields made in the CRM; until when that is believed. Made twice, there would be four.
alter table connections add column making_fields_until timestamptz;

alter table profile_readings enable row level security;
alter table profile_readings force row level security;
create policy profile_readings_own on profile_readings to vorder_app
  using (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''))
  with check (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy profile_readings_all on profile_readings to vorder_system using (true) with check (true);
grant select, insert, update, delete on profile_readings to vorder_app, vorder_system;
