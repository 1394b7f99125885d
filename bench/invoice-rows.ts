import type pg from 'pg'

export type FillInput = { customers: number; invoices: number; creditorId: string; connectionId: string }

/**
 * Invoices of six years made by the database itself, always the same ones, each of a customer that `fillCustomers` made. One
 * of ten is open: nearly all of the last weeks, and here and there an old one. Profiles, departments and currencies are in
 * use by many or by a few, all along or only in the first years; one of three hundred has a warning, one of five hundred no
 * document, one of a thousand is archived.
 */
export async function fillInvoices(database: pg.Client, input: FillInput): Promise<void> {
  const { customers, invoices, creditorId, connectionId } = input
  await database.query(
    `insert into profiles (id, creditor_id, name, created_at)
     select 'prf_' || name, $1, name, now() from unnest(array['often', 'rare', 'former']) as name`,
    [creditorId],
  )
  const indexes = await dropIndexes(database)
  const share = 100_000
  for (let from = 1; from <= invoices; from += share) {
    const to = Math.min(invoices, from + share - 1)
    await database.query(invoiceRows, [from, to, invoices, customers, creditorId, connectionId])
  }
  for (const definition of indexes) await database.query(definition)
  await database.query('vacuum analyze invoices')
}

/** Filling a table and then making its indexes takes a third of the time. Gives what makes them again. */
async function dropIndexes(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'invoices' and indexdef not like 'CREATE UNIQUE%'`,
  )
  for (const { name } of rows) await database.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

const invoiceRows = `
  insert into invoices (id, creditor_id, connection_id, external_id, number, customer_id, customer_name, department_external_id,
    invoice_date, due_date, currency, total_cents, open_cents, source_open_cents, state, payment_state, source_payment_state,
    remittance, purchase_order_number, profile_id, profile_chosen_by, profile_warning, document_state, imported_at, updated_at)
  select 'inv_' || lpad(i::text, 12, '0'), $5, $6, 'bench-' || i, extract(year from day) || ' / ' || i, customers.id,
    coalesce(company_name, concat_ws(' ', first_name, last_name)),
    case when i % 400 = 0 then 'dep-rare' when i % 3 = 0 then 'dep-second' else 'dep-first' end,
    day, day + 30, case when i % 2000 = 0 then 'USD' else 'EUR' end,
    1000 + (hashint4(i) & 65535) * 10, open_cents, open_cents,
    case when i % 1000 = 1 then 'archived' when is_open then 'booked' else 'paid' end,
    case when is_open or i % 1000 = 1 then 'open' else 'paid' end, case when is_open then 'open' else 'paid' end,
    '+++' || lpad((hashint4(i) & 2147483647)::text, 12, '0') || '+++', case when i % 50 = 0 then 'PO-' || i end,
    case when i % 300 = 0 then 'prf_rare' when i < $3::int / 3 then 'prf_former' else 'prf_often' end,
    case when i % 700 = 0 then 'customer' else 'connection' end, case when i % 300 = 5 then 'unknown_profile' end,
    case when i % 500 = 3 then 'waiting' else 'retrieved' end, now(), now()
  from generate_series($1::int, $2::int) as i
  cross join lateral (select date '2020-01-01' + (i::bigint * 2190 / $3::int)::int as day) as dated
  cross join lateral (select i % 1000 <> 1 and (i % 40 = 2 or i > $3::int * 0.93) as is_open) as opened
  cross join lateral (select case when is_open then 1000 + (hashint4(i) & 65535) * 10 else 0 end as open_cents) as owed
  join customers on customers.id = 'cus_' || lpad((1 + (i::bigint * 7) % $4::int)::text, 12, '0')
    and customers.creditor_id = $5`
