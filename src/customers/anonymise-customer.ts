import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Customer } from './customer.ts'
import { lockCustomer, lockCustomerRows, writeCustomer } from './customer-table.ts'
import { listIdsOfCustomer } from './list-ids-of-customer.ts'
import { noFacts } from './tidy-facts.ts'

/**
 * Removes the personal details of a customer whose invoices have to stay (Belgian law: ten years), and of the customers
 * that were merged into it, from the history too. Number, profile and invoices remain; no refresh brings the details back, and
 * merges can no longer be undone. Doing it again changes nothing. Throws NotFoundError.
 */
export function anonymiseCustomer(ctx: Context | Tx, customerId: string): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    const customer = await lockCustomer(tx, customerId)
    if (customer.anonymisedAt) return customer
    const ids = await listIdsOfCustomer(tx, customer.id)
    for (const each of await lockCustomerRows(tx, ids)) await empty(tx, each)
    await forget(tx, ids)
    await recordActivity(tx, {
      subjectKind: 'customer',
      subjectId: customer.id,
      kind: 'customer.anonymised',
      data: { number: customer.number },
    })
    return lockCustomer(tx, customer.id)
  })
}

async function empty(tx: Tx, customer: Customer): Promise<void> {
  await writeCustomer(tx, customer, {
    ...noFacts(),
    crmFacts: null,
    pinnedFields: [],
    anonymisedAt: tx.now(),
  })
}

/** What the history and old merges say of them. */
async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select forget_customers(${ids}::text[])`.execute(tx.db)
  await tx.db
    .deleteFrom('customerMerges')
    .where((eb) => eb.or([eb('survivorId', 'in', ids), eb('mergedId', 'in', ids)]))
    .execute()
}
