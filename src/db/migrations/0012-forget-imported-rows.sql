-- What files said of a customer whose personal details are removed goes too; that a row came in, and from which line of which
-- file, stays. And the history goes on to say with whom it was merged, by number.
create index customer_import_rows_about on customer_import_rows (creditor_id, customer_id) where customer_id is not null;

create or replace function forget_customers(customer_ids text[]) returns void
language plpgsql volatile security definer as $$
declare
  own_creditor_id text := nullif(current_setting('vorder.creditor_id', true), '');
begin
  update activities set data = jsonb_build_object('name', customers.number, 'number', customers.number)
      || case when data ? 'otherId' then jsonb_build_object('otherId', data ->> 'otherId', 'otherName', coalesce(
        (select other.number from customers as other
         where other.creditor_id = own_creditor_id and other.id = data ->> 'otherId'), '')) else '{}'::jsonb end
    from customers
    where activities.creditor_id = own_creditor_id and subject_kind = 'customer' and subject_id = any(customer_ids)
      and customers.creditor_id = own_creditor_id and customers.id = subject_id;
  update activities set data = data || jsonb_build_object('otherName', customers.number)
    from customers
    where activities.creditor_id = own_creditor_id and subject_kind = 'customer'
      and activities.kind in ('customer.merged', 'customer.mergeUndone') and data ->> 'otherId' = any(customer_ids)
      and customers.creditor_id = own_creditor_id and customers.id = data ->> 'otherId'
      and subject_id <> all(customer_ids);
  update customer_import_rows as r set name = customers.number,
      before = case when r.before is not null then '{}'::jsonb end, after = case when r.after is not null then '{}'::jsonb end
    from customers
    where r.creditor_id = own_creditor_id and r.customer_id = any(customer_ids)
      and customers.creditor_id = own_creditor_id and customers.id = r.customer_id;
end $$;
do $$ begin
  execute format('alter function forget_customers set search_path = %I, pg_temp', current_schema());
end $$;
