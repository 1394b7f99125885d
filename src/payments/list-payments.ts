import { type Context, inTransaction, type Tx } from '../context.ts'
import { getInvoice, type Invoice } from '../invoices/index.ts'
import type { CalendarDay, Money } from '../values/index.ts'
import type { Payment } from './payment.ts'
import { readLedger } from './read-ledger.ts'

/** A credit note of an invoice, as the CRM names it; `on` is its day. */
export type StatementCredit = { number: string | null; amount: Money; on: CalendarDay | null }

/**
 * How the amount due comes about: total, less credits, less what was paid there, less what was paid here, is what is open. The
 * CRM's own open amount leads: `paidInCrm` is what it leaves. All in the invoice's currency.
 */
export type Statement = {
  total: Money
  credits: StatementCredit[]
  paidInCrm: Money
  paidHere: Money
  open: Money
  /** What came in beyond what was due. */
  overpaid: Money
}

/** The payments of an invoice in the order of recording, revoked ones too. Throws NotFoundError. */
export function listPayments(ctx: Context | Tx, input: { invoiceId: string }): Promise<Payment[]> {
  return inTransaction(ctx, async (tx) => {
    const invoice = await getInvoice(tx, input.invoiceId)
    return readLedger(tx, [invoice.id])
  })
}

/** How the amount due of an invoice comes about (promise C7). Throws NotFoundError. */
export function getStatement(ctx: Context | Tx, input: { invoiceId: string }): Promise<Statement> {
  return inTransaction(ctx, async (tx) => {
    const invoice = await getInvoice(tx, input.invoiceId)
    const credits = await readCredits(tx, invoice)
    const payments = await readLedger(tx, [invoice.id])
    const money = (amountCents: number): Money => ({ amountCents, currency: invoice.currency })
    const creditedCents = credits.reduce((sum, { amount }) => sum + amount.amountCents, 0)
    const takenOff = invoice.totalCents - invoice.sourceOpenCents
    const credited = Math.min(creditedCents, Math.max(takenOff, 0))
    return {
      total: money(invoice.totalCents),
      credits,
      paidInCrm: money(Math.max(takenOff - credited, 0)),
      paidHere: money(invoice.paidHereCents),
      open: money(invoice.openCents),
      overpaid: money(Math.max(invoice.overpaidCents, beyondTotal(invoice, payments, creditedCents))),
    }
  })
}

/** The CRM never says less than nothing is open: what it took in beyond that shows in its payments only. */
function beyondTotal(invoice: Invoice, payments: readonly Payment[], creditedCents: number): number {
  const there = payments.filter(
    (each) => each.origin === 'crm' && !each.revokedAt && each.currency === invoice.currency,
  )
  const received = there.reduce((sum, { amountCents }) => sum + amountCents, 0)
  return there.length === 0 ? 0 : Math.max(received + creditedCents - invoice.totalCents, 0)
}

async function readCredits(tx: Tx, { id }: Invoice): Promise<StatementCredit[]> {
  const rows = await tx.db
    .selectFrom('invoiceCredits')
    .select(['number', 'amountCents', 'currency', 'creditedOn'])
    .where('invoiceId', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ number, amountCents, currency, creditedOn }) => ({
    number,
    amount: { amountCents, currency },
    on: creditedOn,
  }))
}
