-- Importing by hand without asking anybody to pay: old invoices that their customers had long before Vorder.

-- Of one that failed: when it comes in after all, by whatever way, it comes in without an invitation.
alter table import_lines add column without_invitations boolean not null default false;

-- What an invoice that came in does to its invitation, and who would get it: counted in a preview and in an import.
alter table manual_import_lines
  add column invitation text check (invitation in ('leaves', 'with_document', 'when_live', 'kept_back', 'none')),
  add column customer_key text;
