import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../context.ts'
import type { Money } from '../values/index.ts'
import { idsOfCustomers } from './customer-table.ts'

/*
 * Invoices stand before customers on the stairs and no verb of theirs can be called from here. What a customer owes and
 * whether it has invoices belongs to the list of customers all the same: this file alone looks into their table, and it
 * only reads.
 */

/** What is open per customer, a sum a currency; invoices of customers that were merged into it count. */
export async function openAmountsOf(tx: Tx, customerIds: readonly string[]): Promise<Map<string, Money[]>> {
  if (customerIds.length === 0) return new Map()
  const { rows } = await sql<{ customerId: string; currency: string; openCents: string }>`
    select coalesce(customers.merged_into, customers.id) as customer_id, invoices.currency,
      sum(invoices.open_cents)::text as open_cents
    from customers join invoices on invoices.creditor_id = customers.creditor_id and invoices.customer_id = customers.id
    where customers.id in ${idsOfCustomers(customerIds)} and invoices.state in ('booked', 'pending')
    group by 1, 2 order by 1, 2`.execute(tx.db)
  const amounts = new Map<string, Money[]>()
  for (const { customerId, currency, openCents } of rows) {
    const amountCents = Number(openCents)
    // A sum past 2^53 cents cannot be said exactly: it is left out.
    if (amountCents === 0 || !Number.isSafeInteger(amountCents)) continue
    amounts.set(customerId, [...(amounts.get(customerId) ?? []), { amountCents, currency }])
  }
  return amounts
}

/** How many invoices a customer has, those of customers merged into it included. */
export async function countInvoicesOf(tx: Tx, customerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from invoices where customer_id in ${idsOfCustomers([customerId])}`.execute(
    tx.db,
  )
  return Number(rows[0]?.count ?? 0)
}

/** The latest invoice of each of these rows, by its id in the CRM: it says who the customer is there now. */
export async function invoiceOfEach(
  tx: Tx,
  input: { connectionId: string; customerIds: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ customerId: string; externalId: string }>`
    select latest.customer_id, latest.external_id from unnest(${input.customerIds}::text[]) as wanted (id)
    cross join lateral (
      select customer_id, external_id from invoices
      where invoices.customer_id = wanted.id and invoices.connection_id = ${input.connectionId}
      order by invoices.id desc limit 1) as latest`.execute(tx.db)
  return new Map(rows.map((row) => [row.customerId, row.externalId]))
}

/**
 * The condition "something is open" over a row of `customers`. A value and not `exists`, which PostgreSQL likes to answer by
 * reading everything that is open first.
 */
export const hasOpenInvoices = sql<boolean>`coalesce(
  (select true from invoices
    where invoices.creditor_id = customers.creditor_id and invoices.customer_id = customers.id
      and invoices.state in ('booked', 'pending') limit 1),
  (select true from customers as merged join invoices
      on invoices.creditor_id = merged.creditor_id and invoices.customer_id = merged.id
    where merged.creditor_id = customers.creditor_id and merged.merged_into = customers.id
      and invoices.state in ('booked', 'pending') limit 1),
  false)`

/** Which of these rows have invoices. */
export async function listWithInvoices(tx: Tx, customerIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct customer_id from invoices where customer_id = any(${customerIds}::text[])`.execute(tx.db)
  return new Set(rows.map((row) => row.customerId))
}

/** A query for the ids of customers that owe something; looks at no more than so many that have open invoices themselves. */
export function idsWithOpen(atMost?: number): RawBuilder<unknown> {
  const owing = sql`
    select customer_id from invoices where state in ('booked', 'pending') group by customer_id
    ${atMost === undefined ? sql`` : sql`limit ${atMost}`}`
  return sql`
    with owing as materialized (${owing})
    select customer_id as id from owing where customer_id not in (select id from customers where merged_into is not null)
    union
    select merged_into from customers where merged_into is not null and id in (select customer_id from owing)`
}
