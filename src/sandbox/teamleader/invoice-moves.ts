import { invalid, notFound, refused } from './api-error.ts'
import { addDays, dayOf } from './clock.ts'
import { customerName, findCustomer } from './customer-moves.ts'
import type { CustomerRef, Invoicee, InvoiceRecord, Payment, PaymentTerm } from './records.ts'
import { dueCents, paidCents, totalsOf } from './totals.ts'
import type { World } from './world.ts'

/** The invoice or a 404. */
export function getInvoice(world: World, id: string): InvoiceRecord {
  const invoice = world.invoices.get(id)
  if (!invoice) throw notFound('invoice')
  return invoice
}

/** Every change of an invoice ends here: totals are recomputed, the time noted, the world told. */
export function changeInvoice(
  world: World,
  invoice: InvoiceRecord,
  change: Partial<InvoiceRecord>,
  event: string | null = 'invoice.updated',
): InvoiceRecord {
  Object.assign(invoice, change, { updatedAt: world.clock.now() })
  if (change.sections || change.discounts)
    Object.assign(invoice, totalsOf(invoice.sections, invoice.discounts))
  settle(world, invoice)
  world.invoices.touch(invoice)
  if (event) world.emit({ type: event, subject: { type: 'invoice', id: invoice.id } })
  return invoice
}

/** A booked invoice with nothing open is matched; `paid` says whether by money (or by being credited whole). */
function settle(world: World, invoice: InvoiceRecord): void {
  if (invoice.status === 'draft') return
  const open = dueCents(invoice, world.answers.dueReflectsPartialCredit)
  const touched = invoice.payments.length > 0 || invoice.creditedCents !== 0
  const settled = touched && open === 0
  invoice.status = settled ? 'matched' : 'outstanding'
  invoice.paid = settled
  invoice.paidAt = settled ? (invoice.payments.at(-1)?.paidAt ?? invoice.updatedAt) : null
}

/** What the paper says about the customer, copied at this moment. */
export function invoiceeOf(world: World, customer: CustomerRef): Invoicee {
  const record = findCustomer(world, customer)
  if (!record) throw invalid('invoicee.customer', 'must be valid')
  const emails: Array<{ type: string; email: string }> = record.emails
  const email =
    emails.find((entry) => entry.type === 'invoicing') ?? emails.find((entry) => entry.type === 'primary')
  return {
    name: customerName(record),
    vatNumber: record.vatNumber,
    email: email?.email ?? null,
    nationalIdentificationNumber: record.nationalIdentificationNumber,
  }
}

/** Gives the invoice its number, dates, payment reference and document. A draft becomes outstanding. */
export function bookInvoice(
  world: World,
  id: string,
  on: string,
  rules: 'checked' | 'free' = 'checked',
): InvoiceRecord {
  const invoice = getInvoice(world, id)
  if (invoice.status !== 'draft') throw refused('invoice is already booked', 'invoice_already_booked')
  const last = world.numbering.get(numberingKey(invoice.departmentId, on))
  if (rules === 'checked' && last && on < last.lastDate) {
    throw refused('invoice date may not precede the last booked invoice', 'invoice_date_before_last')
  }
  const number = nextNumber(world, invoice.departmentId, on)
  return changeInvoice(
    world,
    invoice,
    {
      status: 'outstanding',
      number: `${on.slice(0, 4)} / ${number}`,
      invoiceDate: on,
      dueOn: invoice.dueOn ?? dueDay(on, invoice.paymentTerm),
      paymentReference: invoice.paymentReference ?? structuredReference(world),
      ...newDocument(world),
    },
    'invoice.booked',
  )
}

/** A document that is being made: it has an id of its own and is ready after the set delay. */
export function newDocument(world: World): { fileId: string; fileReadyAt: number } {
  return { fileId: world.random.uuid(), fileReadyAt: world.clock.now() + world.pdf.delayMs }
}

function numberingKey(departmentId: string, on: string): string {
  return `${departmentId}/${on.slice(0, 4)}`
}

/** Numbers run per department and fiscal year (the calendar year here), so two departments share numbers. */
function nextNumber(world: World, departmentId: string, on: string): number {
  const key = numberingKey(departmentId, on)
  const known = world.numbering.get(key) ?? { last: 0, lastDate: on }
  const next = { last: known.last + 1, lastDate: on > known.lastDate ? on : known.lastDate }
  world.numbering.set(key, next)
  return next.last
}

function dueDay(on: string, term: PaymentTerm): string {
  const day = addDays(on, term.days)
  if (term.type !== 'end_of_month') return day
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOf(Date.UTC(year, month, 0))
}

/** Belgian structured communication: ten digits and their remainder by 97 (97 when it is 0). */
function structuredReference(world: World): string {
  const base = world.random.between(1_000_000, 9_999_999_999)
  const digits = String(base).padStart(10, '0') + String(base % 97 || 97).padStart(2, '0')
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`
}

/** Registers money received; a full payment makes the invoice matched. */
export function registerPayment(world: World, id: string, payment: Payment): InvoiceRecord {
  const invoice = getInvoice(world, id)
  const { answers } = world
  if (invoice.status === 'draft' && answers.paymentOnDraft === 'reject') {
    throw refused('a draft invoice cannot be paid', 'invoice_not_booked')
  }
  if (!answers.strictMode && answers.paymentWithoutStrictMode === 'reject') {
    throw refused('payments need strict mode', 'booked_invoices_are_not_locked')
  }
  if (invoice.paid && answers.paymentOnPaid === 'reject') {
    throw refused('invoice is already paid', 'invoice_already_paid')
  }
  const open = dueCents(invoice, answers.dueReflectsPartialCredit)
  if (payment.amountCents > open && answers.overPayment === 'reject') {
    throw refused('payment is higher than the due amount', 'payment_too_high')
  }
  changeInvoice(world, invoice, { payments: [...invoice.payments, payment] }, 'invoice.paymentRegistered')
  if (invoice.paid && answers.paymentAlsoUpdates) changeInvoice(world, invoice, {})
  return invoice
}

/** Takes away all payments, marks the invoice unpaid and makes its document anew. */
export function removePayments(world: World, id: string): InvoiceRecord {
  const invoice = getInvoice(world, id)
  if (paidCents(invoice) === 0 && invoice.payments.length === 0) return invoice
  return changeInvoice(world, invoice, { payments: [], ...newDocument(world) }, 'invoice.paymentRemoved')
}

/** Drafts, or the last booked of its fiscal year; never in strict mode. `force` is the panel's shortcut. */
export function deleteInvoice(world: World, id: string, force = false): void {
  const invoice = getInvoice(world, id)
  if (!force) assertDeletable(world, invoice)
  world.invoices.remove(id)
  world.emit({ type: 'invoice.deleted', subject: { type: 'invoice', id } })
}

function assertDeletable(world: World, invoice: InvoiceRecord): void {
  if (invoice.status === 'draft' || !invoice.invoiceDate) return
  if (world.answers.strictMode) {
    throw refused('booked invoices cannot be deleted', 'booked_invoices_are_locked')
  }
  const last = world.numbering.get(numberingKey(invoice.departmentId, invoice.invoiceDate))
  if (Number(invoice.number?.split('/')[1]) !== last?.last) {
    throw refused('only the last booked invoice can be deleted', 'invoice_is_not_the_last')
  }
  world.numbering.set(numberingKey(invoice.departmentId, invoice.invoiceDate), {
    ...last,
    last: last.last - 1,
  })
}
