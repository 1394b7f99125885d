import { sql } from 'kysely'
import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { Customer } from './customer.ts'
import { idsOfCustomers, lockCustomer, lockCustomerRows, writeCustomer } from './customer-table.ts'
import { noFacts } from './tidy-facts.ts'

/**
 * Removes the personal details of a customer whose invoices have to stay (Belgian law: ten years), and of the customers
 * that were merged into it. Number, profile and invoices remain; no refresh brings the details back. Doing it again changes
 * nothing. Throws NotFoundError.
 */
export function anonymiseCustomer(ctx: Context | Tx, customerId: string): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    const customer = await lockCustomer(tx, customerId)
    if (customer.anonymisedAt) return customer
    const { rows } = await sql<{
      id: string
    }>`select ids.id from ${idsOfCustomers([customer.id])} as ids`.execute(tx.db)
    const all = await lockCustomerRows(
      tx,
      rows.map(({ id }) => id),
    )
    for (const each of all) await empty(tx, each)
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
