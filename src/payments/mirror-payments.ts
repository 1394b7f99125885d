import { recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import type { CrmCredit, CrmPayment } from '../crm/index.ts'
import type { Invoice, PaidHere } from '../invoices/index.ts'
import { dayIn } from '../values/index.ts'
import { decideMirror } from './decide-mirror.ts'
import { insertPayments, insertRevocations, type NewPayment } from './ledger-rows.ts'
import { matchPayments } from './match-payments.ts'
import { awaitsRemoval, type Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'
import { settleRemoved } from './write-back-table.ts'

/** What the CRM's record of an invoice, locked by the caller, says of its payments and credit notes. */
export type SeenPayments = {
  invoice: Pick<Invoice, 'id' | 'number'>
  payments: readonly CrmPayment[]
  /** Null: they were not asked for, and stay as they were. */
  credits: readonly CrmCredit[] | null
}

/**
 * Takes over the payments that the CRM lists (promise B16): new ones join the ledger, missing ones are revoked in it. A
 * payment told here that the CRM knew and removed is revoked with it: what both know, the CRM leads. Answers what was paid
 * here beyond what the CRM knows, for each of the invoices.
 */
export async function mirrorPayments(tx: Tx, seen: readonly SeenPayments[]): Promise<Map<string, PaidHere>> {
  if (seen.length === 0) return new Map()
  const ids = seen.map(({ invoice }) => invoice.id)
  const { timeZone } = await getCreditor(tx)
  const byInvoice = Map.groupBy(await readLedger(tx, ids), ({ invoiceId }) => invoiceId)
  const appeared: NewPayment[] = []
  const gone: Payment[] = []
  for (const { invoice, payments } of seen) {
    const decision = decideMirror(byInvoice.get(invoice.id) ?? [], payments)
    appeared.push(...decision.appeared.map((payment) => seenPayment(invoice.id, payment, timeZone)))
    gone.push(...decision.gone)
  }
  await insertPayments(tx, appeared)
  await revokeGone(tx, { gone, known: [...byInvoice.values()].flat(), invoices: seen })
  for (const each of seen) if (each.credits) await replaceCredits(tx, each.invoice.id, each.credits)
  return matchPayments(tx, ids)
}

function seenPayment(invoiceId: string, { amount, paidAt }: CrmPayment, timeZone: string): NewPayment {
  return {
    invoiceId,
    origin: 'crm',
    ...amount,
    paidOn: paidAt && dayIn(timeZone, paidAt),
    paidAt,
    method: null,
    methodExternalId: null,
    note: null,
  }
}

async function revokeGone(
  tx: Tx,
  input: { gone: readonly Payment[]; known: readonly Payment[]; invoices: readonly SeenPayments[] },
): Promise<void> {
  const { gone, known } = input
  if (gone.length === 0) return
  await insertRevocations(tx, { payments: gone, cause: 'removed_in_crm' })
  const partners = known.filter(({ matchedId }) => gone.some(({ id }) => id === matchedId))
  const led = partners.filter(({ revokedAt }) => revokedAt === null)
  await insertRevocations(tx, { payments: led, cause: 'removed_in_crm' })
  const written = partners.filter((each) => awaitsRemoval(each) || each.writeBack !== null)
  await settleRemoved(
    tx,
    written.map(({ id }) => id),
  )
  const numbers = new Map(input.invoices.map(({ invoice }) => [invoice.id, invoice.number]))
  await recordActivities(
    tx,
    led.map(({ invoiceId, amountCents, currency, paidOn }) => ({
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: 'payment.removedInCrm',
      data: { number: numbers.get(invoiceId) ?? null, amountCents, currency, paidOn },
    })),
  )
}

async function replaceCredits(tx: Tx, invoiceId: string, credits: readonly CrmCredit[]): Promise<void> {
  await tx.db.deleteFrom('invoiceCredits').where('invoiceId', '=', invoiceId).execute()
  if (credits.length === 0) return
  await tx.db
    .insertInto('invoiceCredits')
    .values(
      credits.map(({ number, amount, creditedOn }, position) => ({
        creditorId: creditorOf(tx),
        invoiceId,
        position,
        number,
        ...amount,
        creditedOn,
        seenAt: tx.now(),
      })),
    )
    .execute()
}
