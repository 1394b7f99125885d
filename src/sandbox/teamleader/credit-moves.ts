import { notFound, refused } from './api-error.ts'
import { changeInvoice, getInvoice } from './invoice-moves.ts'
import type { CreditNoteRecord, Discount, InvoiceRecord, InvoiceSection } from './records.ts'
import { lineOfTotal, totalsOf } from './totals.ts'
import type { World } from './world.ts'

type Credit = { sections: InvoiceSection[]; discounts?: Discount[]; date?: string | undefined }

/** A credit note for the whole invoice, which is settled by it. */
export function creditInvoice(world: World, id: string, date?: string): CreditNoteRecord {
  const invoice = getInvoice(world, id)
  return creditPartially(world, id, { sections: invoice.sections, discounts: invoice.discounts, date })
}

/** A credit note for some lines. Whether the invoice then shows less due is one of the open questions. */
export function creditPartially(world: World, id: string, credit: Credit): CreditNoteRecord {
  const invoice = getInvoice(world, id)
  if (invoice.status === 'draft') throw refused('a draft invoice cannot be credited', 'invoice_not_booked')
  const discounts = credit.discounts ?? []
  const totals = totalsOf(credit.sections, discounts)
  const date = credit.date ?? world.clock.today()
  const nowMs = world.clock.now()
  const note: CreditNoteRecord = {
    id: world.random.uuid(),
    departmentId: invoice.departmentId,
    number: `${date.slice(0, 4)}/${nextNumber(world, invoice.departmentId, date)}`,
    date,
    invoiceId: invoice.id,
    paid: true,
    paidAt: nowMs,
    customer: { ...invoice.customer },
    invoicee: { ...invoice.invoicee },
    sections: credit.sections,
    discounts,
    currency: invoice.currency,
    exchangeRate: invoice.exchangeRate,
    ...totals,
    documentTemplateId: invoice.documentTemplateId,
    peppolStatus: null,
    createdAt: nowMs,
    updatedAt: nowMs,
  }
  world.creditNotes.add(note)
  world.emit({ type: 'creditNote.booked', subject: { type: 'creditNote', id: note.id } })
  creditOf(world, invoice, totals.totalCents)
  return note
}

function creditOf(world: World, invoice: InvoiceRecord, cents: number): void {
  const event = world.answers.creditAlsoUpdates ? 'invoice.updated' : null
  changeInvoice(world, invoice, { creditedCents: invoice.creditedCents + cents }, event)
}

/** Changes any fact of a credit note. Taken off its invoice, it credits nothing any more. */
export function editCreditNote(
  world: World,
  id: string,
  change: Partial<CreditNoteRecord>,
): CreditNoteRecord {
  const note = getCreditNote(world, id)
  const before = note.invoiceId
  Object.assign(note, change, { updatedAt: world.clock.now() })
  world.creditNotes.touch(note)
  world.emit({ type: 'creditNote.updated', subject: { type: 'creditNote', id } })
  if (before !== note.invoiceId) {
    if (before) creditOf(world, getInvoice(world, before), -note.totalCents)
    if (note.invoiceId) creditOf(world, getInvoice(world, note.invoiceId), note.totalCents)
  }
  return note
}

/** Takes a credit note away; its invoice is due again. */
export function deleteCreditNote(world: World, id: string): void {
  const note = getCreditNote(world, id)
  world.creditNotes.remove(id)
  world.emit({ type: 'creditNote.deleted', subject: { type: 'creditNote', id } })
  const invoice = note.invoiceId ? world.invoices.get(note.invoiceId) : undefined
  if (invoice) creditOf(world, invoice, -note.totalCents)
}

/** The credit note or a 404. */
export function getCreditNote(world: World, id: string): CreditNoteRecord {
  const note = world.creditNotes.get(id)
  if (!note) throw notFound('credit note')
  return note
}

/** Credits an amount, VAT included, at the rate of the invoice's first line; without an amount the whole. */
export function creditAmount(world: World, id: string, amountCents?: number): CreditNoteRecord {
  const line = getInvoice(world, id).sections[0]?.lines[0]
  if (amountCents === undefined || !line) return creditInvoice(world, id)
  const { taxRateId, ratePercent } = line
  const credited = lineOfTotal({
    description: 'Creditering',
    totalCents: amountCents,
    taxRateId,
    ratePercent,
  })
  return creditPartially(world, id, { sections: [{ title: '', lines: [credited] }] })
}

function nextNumber(world: World, departmentId: string, date: string): number {
  const key = `credit/${departmentId}/${date.slice(0, 4)}`
  const last = (world.numbering.get(key)?.last ?? 0) + 1
  world.numbering.set(key, { last, lastDate: date })
  return last
}
