-- Searching and paging through many customers. Two things that PostgreSQL does under row-level security shape this file:
-- a condition whose function could tell of rows that one may not see ("not leakproof": LIKE, lower, coalesce) is tried row
-- by row after the policy and never looked up in an index. So sorts are stored columns, and words are looked up by a
-- function of its own.

alter table customers drop column search_text;
drop index customers_by_city;
alter table customers
  add column sort_city text generated always as (lower(coalesce(city, ''))) stored,
  -- VAT and enterprise number twice: as they are written, and without dots, spaces and dashes.
  add column search_text text generated always as (
    lower(number || ' ' || coalesce(company_name, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '')
      || ' ' || coalesce(email, '') || ' ' || joined(cc) || ' ' || coalesce(vat_number, '') || ' '
      || coalesce(enterprise_number, '') || ' ' || coalesce(city, '') || ' '
      || regexp_replace(coalesce(vat_number, ''), '[^[:alnum:]]', '', 'g') || ' '
      || regexp_replace(coalesce(enterprise_number, ''), '[^[:alnum:]]', '', 'g'))
  ) stored;

create index customers_by_city on customers (creditor_id, sort_city, id);
create index customers_search on customers using gin (search_text gin_trgm_ops);
-- Filters that may leave few of many; those that leave many are quick by the sort itself.
create index customers_by_kind on customers (creditor_id, kind) where merged_into is null;
create index customers_by_language on customers (creditor_id, language) where merged_into is null;
create index customers_by_profile on customers (creditor_id, profile_id, sort_name, id)
  where profile_id is not null and merged_into is null;
create index customers_without_email on customers (creditor_id, sort_name, id)
  where (email is null or email = '') and merged_into is null;
create index customers_gone on customers (creditor_id, sort_name, id)
  where gone_cause is not null and merged_into is null;

-- Ids of the creditor's customers in whose search text every group has a pattern that is like it, in no order, at most so
-- many. It runs as its owner, who sees all rows, so that the index can be used; the creditor is the one that the transaction
-- works for, and nothing but ids leaves it. The statement is made anew for its words: the plan depends on how common they are.
create function customers_like(patterns jsonb, at_most integer) returns setof text
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
  return query execute format(
    'select id from customers where creditor_id = %L and merged_into is null and %s limit %s',
    own_creditor_id, conditions, at_most);
end $$;
do $$ begin
  execute format('alter function customers_like set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function customers_like from public;
grant execute on function customers_like to vorder_app, vorder_system;
