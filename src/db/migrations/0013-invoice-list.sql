-- The overview of invoices at a million of them. As with customers (0010), PostgreSQL looks up in an index only what it
-- takes for leakproof: so each sort is a stored column, and words are looked up by a function of its own.

alter table invoices drop column search_text;
drop index invoices_by_date, invoices_by_due, invoices_by_number, invoices_by_customer_name, invoices_by_open_amount,
  invoices_by_customer, invoices_without_document;
alter table invoices
  -- Money is still expected.
  add column is_open boolean not null generated always as (state in ('booked', 'pending')) stored,
  -- A missing day sorts last, and no period holds it.
  add column sort_date date not null generated always as (coalesce(invoice_date, date '9999-12-31')) stored,
  add column sort_due date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
  add column sort_number text not null generated always as (coalesce(number, '')) stored,
  add column sort_customer text not null generated always as (lower(customer_name)) stored,
  -- The number also without blanks, the payment reference also as digits alone: found however they are typed.
  add column search_text text not null generated always as (
    lower(coalesce(number, '') || ' ' || regexp_replace(coalesce(number, ''), '\s', '', 'g') || ' ' || customer_name
      || ' ' || coalesce(remittance, '') || ' ' || regexp_replace(coalesce(remittance, ''), '\D', '', 'g')
      || ' ' || coalesce(purchase_order_number, ''))
  ) stored;

-- Keyset pages: what is open and what is not stand apart in each order, and a page of both is merged from the two. The
-- last words of the first two let what is overdue be told in the index.
create index invoices_by_date on invoices (creditor_id, is_open, sort_date, id, sort_due);
create index invoices_by_due on invoices (creditor_id, is_open, sort_due, id);
create index invoices_by_number on invoices (creditor_id, is_open, sort_number, id, sort_due);
create index invoices_by_customer_name on invoices (creditor_id, is_open, sort_customer, id, sort_due);
create index invoices_by_open_amount on invoices (creditor_id, is_open, open_cents, id, sort_due);
create index invoices_search on invoices using gin (search_text gin_trgm_ops);
-- Filters that may leave few of many.
create index invoices_by_customer on invoices (creditor_id, customer_id, sort_date, id);
create index invoices_by_profile on invoices (creditor_id, profile_id, sort_date, id);
create index invoices_by_reason on invoices (creditor_id, profile_chosen_by, sort_date, id);
create index invoices_by_department on invoices (creditor_id, connection_id, department_external_id, sort_date, id);
create index invoices_by_currency on invoices (creditor_id, currency, sort_date, id);
create index invoices_archived on invoices (creditor_id, sort_date, id) where state = 'archived';
create index invoices_with_warning on invoices (creditor_id, sort_date, id) where profile_warning is not null;
create index invoices_without_document on invoices (creditor_id, document_state, sort_date, id)
  where document_state <> 'retrieved';

-- Ids of the creditor's invoices in whose search text every group has a pattern that is like it, in no order, at most so
-- many: customers_like (0010) for invoices.
create function invoices_like(patterns jsonb, at_most integer) returns setof text
language plpgsql stable security definer as $$
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
  return query execute format('select id from invoices where creditor_id = %L and %s limit %s',
    own_creditor_id, conditions, at_most);
end $$;
do $$ begin
  execute format('alter function invoices_like set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function invoices_like from public;
grant execute on function invoices_like to vorder_app, vorder_system;

-- An invoice is listed, sorted and found by the name that its customer has now, whoever renames it: a person, a file, the
-- CRM, a merge. Customers know nothing of invoices, so the table of customers tells it. A customer without any name (made
-- anonymous) leaves its invoices the one they had. The name is made as `customerName` in src/customers makes it.
create function rename_on_invoices() returns trigger language plpgsql as $$
declare
  shown customers := new;
  shown_name text;
begin
  if new.merged_into is not null then
    select * into shown from customers where creditor_id = new.creditor_id and id = new.merged_into;
  end if;
  shown_name := coalesce(nullif(shown.company_name, ''), concat_ws(' ', nullif(shown.first_name, ''), nullif(shown.last_name, '')));
  update invoices set customer_name = shown_name
  where creditor_id = new.creditor_id and shown_name <> '' and customer_name <> shown_name
    and customer_id in (
      select new.id union all
      select id from customers where creditor_id = new.creditor_id and merged_into = new.id);
  return null;
end $$;
create trigger customers_renamed after update on customers for each row
  when ((old.company_name, old.first_name, old.last_name, old.merged_into)
    is distinct from (new.company_name, new.first_name, new.last_name, new.merged_into))
  execute function rename_on_invoices();

-- A way of looking at a list that somebody gave a name: filters, order and columns.
create table saved_views (
  id text primary key,
  creditor_id text not null references creditors (id),
  -- Which list: 'invoices'.
  list text not null,
  name text not null check (length(name) between 1 and 200),
  -- The search part of the page's address, without its question mark.
  query text not null,
  -- The columns in their order; empty: as the list comes.
  columns text[] not null default '{}',
  is_shared boolean not null default false,
  owner_id text not null,
  owner_name text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (creditor_id, id)
);
-- One name once for each person and list, whatever its case.
create unique index saved_views_name on saved_views (creditor_id, list, owner_id, lower(name));

alter table saved_views enable row level security;
alter table saved_views force row level security;
create policy saved_views_own on saved_views to vorder_app
  using (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''))
  with check (creditor_id = nullif(current_setting('vorder.creditor_id', true), ''));
create policy saved_views_all on saved_views to vorder_system using (true) with check (true);
grant select, insert, update, delete on saved_views to vorder_app, vorder_system;
