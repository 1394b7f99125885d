-- Of a customer whose personal details are removed, no address and no word stays in messages, their history, what stopped
-- reminders and notes on payments. That something was sent, when, and by which version of which profile, stays.
create function forget_messages(customer_ids text[]) returns void
language plpgsql volatile security definer as $$
declare
  own_creditor_id text := nullif(current_setting('vorder.creditor_id', true), '');
  invoice_ids text[] := array(
    select id from invoices where creditor_id = own_creditor_id and customer_id = any(customer_ids));
begin
  delete from undeliverable_addresses as a using messages
    where a.creditor_id = own_creditor_id and messages.creditor_id = own_creditor_id
      and messages.invoice_id = any(invoice_ids)
      and (a.message_id = messages.id or a.address = lower(messages.sent_to));
  update messages set asked_to = null, asked_cc = null, sent_cc = '{}', refused = '[]', cause_detail = null,
      sent_to = case when sent_to is not null then '' end, subject = case when subject is not null then '' end,
      body_text = case when body_text is not null then '' end, body_html = case when body_html is not null then '' end
    where creditor_id = own_creditor_id and invoice_id = any(invoice_ids);
  update activities set data = data
      || case when data ? 'to' then '{"to": ""}'::jsonb else '{}'::jsonb end
      || case when data ? 'recipients' then '{"recipients": ""}'::jsonb else '{}'::jsonb end
      || case when data ? 'address' then '{"address": ""}'::jsonb else '{}'::jsonb end
      || case when data ? 'detail' then '{"detail": ""}'::jsonb else '{}'::jsonb end
      || case when data ? 'reason' then '{"reason": ""}'::jsonb else '{}'::jsonb end
    where creditor_id = own_creditor_id and subject_kind = 'invoice' and subject_id = any(invoice_ids)
      and data ?| array['to', 'recipients', 'address', 'detail', 'reason'];
  update collection_stops set reason = null where creditor_id = own_creditor_id and invoice_id = any(invoice_ids);
  update payments set note = null where creditor_id = own_creditor_id and invoice_id = any(invoice_ids);
end $$;
do $$ begin
  execute format('alter function forget_messages set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function forget_messages from public;
grant execute on function forget_messages to vorder_app, vorder_system;

-- Here, because customers do not know what is sent to them; as with their questions (0017).
create function forget_messages_of_customer() returns trigger language plpgsql as $$
begin
  perform forget_messages(array[new.id]);
  return null;
end $$;
create trigger customers_forget_messages after update of anonymised_at on customers
  for each row when (old.anonymised_at is null and new.anonymised_at is not null)
  execute function forget_messages_of_customer();
