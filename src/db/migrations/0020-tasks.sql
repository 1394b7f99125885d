-- What waits for a person, and the overview: few rows of very many, each found by an index of its own.

create index messages_for_a_person on messages (creditor_id, cause, id)
  where state in ('failed', 'bounced', 'unknown', 'held');
create index import_lines_for_a_person on import_lines (creditor_id, id)
  where outcome = 'failed' and (next_try_at is null or cause = 'crm_refused');
create index invoice_documents_given_up on invoice_documents (creditor_id, id) where state = 'given_up';

-- Sums of what is open by the day it is expected, and of what was paid lately, from the index alone: one index for the
-- sums of the list (0019) and those of the overview, which also asks for the day that was promised.
drop index if exists invoices_open_sums;
create index invoices_open_sums on invoices (creditor_id, currency, sort_due) include (open_cents, total_cents, promised_for)
  where is_open;
create index invoices_paid_lately on invoices (creditor_id, paid_at) include (currency, total_cents)
  where state = 'paid' and payment_state = 'paid';
