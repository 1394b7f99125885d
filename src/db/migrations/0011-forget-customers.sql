-- The history is append only. One thing may be taken out of it: what it says of a customer whose personal details are
-- removed. What happened, when and by whom stays; the customer is called by its number then. It runs as its owner, for the
-- creditor that the transaction works for.
create function forget_customers(customer_ids text[]) returns void
language plpgsql volatile security definer as $$
declare
  own_creditor_id text := nullif(current_setting('vorder.creditor_id', true), '');
begin
  update activities set data = jsonb_build_object('name', customers.number, 'number', customers.number)
    from customers
    where activities.creditor_id = own_creditor_id and subject_kind = 'customer' and subject_id = any(customer_ids)
      and customers.creditor_id = own_creditor_id and customers.id = subject_id;
  update activities set data = data || jsonb_build_object('otherName', customers.number)
    from customers
    where activities.creditor_id = own_creditor_id and subject_kind = 'customer'
      and activities.kind in ('customer.merged', 'customer.mergeUndone') and data ->> 'otherId' = any(customer_ids)
      and customers.creditor_id = own_creditor_id and customers.id = data ->> 'otherId'
      and subject_id <> all(customer_ids);
end $$;
do $$ begin
  execute format('alter function forget_customers set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function forget_customers from public;
grant execute on function forget_customers to vorder_app, vorder_system;
-- To find the lines of others that name a customer as the other one of a merge.
create index activities_of_merges on activities (creditor_id, (data ->> 'otherId'))
  where kind in ('customer.merged', 'customer.mergeUndone');
