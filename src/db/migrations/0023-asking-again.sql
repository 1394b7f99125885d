-- A message that left can be sent once more, to somebody else, because a person asks; part of an invoice can be promised; and
-- what became of the mail that brings a question can wait for a person.

-- The message of which this one is a copy for another address. Nothing but a person makes one.
alter table messages add column copy_of text;
alter table messages add foreign key (creditor_id, copy_of) references messages (creditor_id, id);
alter table messages add check (copy_of is null or origin = 'hand');

-- Promise C4, kept by the database as before: of one kind and level an invoice has one message, and of that one copy for an
-- address. Below it, whatever row it comes from: nobody is sent the same twice.
alter table messages drop constraint messages_invoice_id_kind_level_key;
create unique index messages_once on messages (invoice_id, kind, level) where copy_of is null;
create unique index messages_copied_once on messages (invoice_id, kind, level, lower(asked_to)) where copy_of is not null;
create unique index messages_to_once on messages (invoice_id, kind, level, lower(sent_to))
  where state in ('sending', 'sent', 'unknown') and sent_to <> '';
create index messages_of_invoice on messages (invoice_id);

-- What of the open amount was promised, in cents; null: all of it.
alter table collection_stops add column promised_cents bigint
  check (promised_cents is null or (promised_cents > 0 and kind = 'promise'));

-- Questions of which nobody knows whether the business got them.
create index questions_for_a_person on questions (creditor_id, id) where mail_state in ('unknown', 'refused');

-- The list by what stops an invoice: few of very many. What a search finds has the same columns along (0019).
create index invoices_stopped on invoices (creditor_id, sort_date, id)
  where is_on_hold or is_disputed or promised_for is not null;
drop function invoices_like_rows;
create function invoices_like_rows(patterns jsonb, at_most integer) returns table (
  id text, is_open boolean, state text, customer_id text, profile_id text, profile_chosen_by text, profile_warning text,
  currency text, connection_id text, department_external_id text, document_state text, invitation_state text,
  is_on_hold boolean, is_disputed boolean, promised_for date,
  sort_date date, sort_due date, sort_number text, sort_customer text, open_cents bigint)
language plpgsql stable security definer as $$
#variable_conflict use_column
declare
  own_creditor_id text := nullif(current_setting('vorder.creditor_id', true), '');
  conditions text;
begin
  select string_agg('(' || alternatives || ')', ' and ') into conditions from (
    select string_agg(format('search_text like lower(%L)', pattern), ' or ') as alternatives
    from jsonb_array_elements(patterns) with ordinality as groups (patterns, position),
      jsonb_array_elements_text(groups.patterns) as pattern
    group by groups.position
  ) as each_group;
  return query execute format('select id, is_open, state, customer_id, profile_id, profile_chosen_by, profile_warning, currency,
    connection_id, department_external_id, document_state, invitation_state, is_on_hold, is_disputed, promised_for, sort_date,
    sort_due, sort_number, sort_customer, open_cents from invoices where creditor_id = %L and %s limit %s',
    own_creditor_id, conditions, at_most);
end $$;
do $$ begin
  execute format('alter function invoices_like_rows set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function invoices_like_rows from public;
grant execute on function invoices_like_rows to vorder_app, vorder_system;
