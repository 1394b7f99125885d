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

-- What narrows the list to very many (a former profile, a whole year) is found and put in any order without a look at the rows
-- themselves. The same two indexes, with the other orders along: no further one for each import to write.
drop index invoices_by_profile, invoices_by_date;
create index invoices_by_profile on invoices (creditor_id, profile_id, sort_date, id)
  include (is_open, sort_due, sort_number, sort_customer, open_cents);
create index invoices_by_date on invoices (creditor_id, is_open, sort_date, id, sort_due)
  include (sort_number, sort_customer, open_cents);
-- What is open is added up without a look at the rows either.
create index invoices_open_sums on invoices (creditor_id, currency, sort_due) include (open_cents, total_cents) where is_open;

-- invoices_like (0013) with all that the list is narrowed and ordered by: who finds a word in very many invoices need not look
-- each of them up a second time.
create function invoices_like_rows(patterns jsonb, at_most integer) returns table (
  id text, is_open boolean, state text, customer_id text, profile_id text, profile_chosen_by text, profile_warning text,
  currency text, connection_id text, department_external_id text, document_state text, invitation_state text,
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
    connection_id, department_external_id, document_state, invitation_state, sort_date, sort_due, sort_number, sort_customer,
    open_cents from invoices where creditor_id = %L and %s limit %s', own_creditor_id, conditions, at_most);
end $$;
do $$ begin
  execute format('alter function invoices_like_rows set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function invoices_like_rows from public;
grant execute on function invoices_like_rows to vorder_app, vorder_system;
