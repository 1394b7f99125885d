import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { nothingPaidHere, type PaidHere } from '../invoices/index.ts'
import { decideMatches, type Match } from './decide-matches.ts'
import { paidHereOf } from './paid-here-of.ts'
import type { Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'

/**
 * Recalculates invoices, which the caller has locked, after anything happened to their payments: finds what is the same money
 * told twice, and answers what was paid here beyond what the CRM knows. Everything that changes a payment meets here.
 */
export async function matchPayments(tx: Tx, invoiceIds: readonly string[]): Promise<Map<string, PaidHere>> {
  const { timeZone } = await getCreditor(tx)
  const byInvoice = Map.groupBy(await readLedger(tx, invoiceIds), ({ invoiceId }) => invoiceId)
  const result = new Map<string, PaidHere>(invoiceIds.map((id) => [id, nothingPaidHere]))
  const all: (Match & { invoiceId: string })[] = []
  for (const [invoiceId, payments] of byInvoice) {
    const matches = decideMatches(payments)
    all.push(...matches.map((match) => ({ ...match, invoiceId })))
    result.set(invoiceId, paidHereOf(withMatches(payments, matches), timeZone))
  }
  await insertMatches(tx, all)
  return result
}

function withMatches(payments: readonly Payment[], matches: readonly Match[]): Payment[] {
  const byHand = new Map(matches.map((match) => [match.handPaymentId, match.crmPaymentId]))
  const byCrm = new Map(matches.map((match) => [match.crmPaymentId, match.handPaymentId]))
  return payments.map((each) => ({
    ...each,
    matchedId: each.matchedId ?? byHand.get(each.id) ?? byCrm.get(each.id) ?? null,
  }))
}

/** A to-do about a payment that turned up there is done. */
async function insertMatches(tx: Tx, matches: readonly (Match & { invoiceId: string })[]): Promise<void> {
  if (matches.length === 0) return
  await tx.db
    .insertInto('paymentMatches')
    .values(matches.map((match) => ({ ...match, creditorId: creditorOf(tx), matchedAt: tx.now() })))
    .execute()
  const handIds = matches.map(({ handPaymentId }) => handPaymentId)
  await sql`
    update payment_write_backs set state = 'done', began_at = null, acknowledged_at = null, cause = null, cause_detail = null,
      updated_at = ${tx.now()}
    where payment_id = any(${handIds}) and intent = 'register' and state in ('refused', 'unknown') and next_try_at is null`.execute(
    tx.db,
  )
}
