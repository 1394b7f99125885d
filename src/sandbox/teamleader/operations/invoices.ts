import { z } from 'zod'
import { bookInvoice, deleteInvoice, getInvoice, registerPayment, removePayments } from '../invoice-moves.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { asked, isSince, listPage, mentions } from '../paging.ts'
import type { InvoiceRecord } from '../records.ts'
import { wireInvoiceInfo, wireInvoiceItem, withLateFees } from '../wire-invoices.ts'
import type { World } from '../world.ts'

const invoiceFilter = ask.filter({
  ids: z.array(ask.uuid),
  term: z.string(),
  invoice_number: z.string(),
  department_id: ask.uuid,
  deal_id: ask.uuid,
  project_id: ask.uuid,
  subscription_id: ask.uuid,
  status: z.array(z.enum(['draft', 'outstanding', 'matched'])),
  updated_since: ask.instant,
  purchase_order_number: z.string(),
  payment_reference: z.string(),
  invoice_date_after: ask.day,
  invoice_date_before: ask.day,
  customer: ask.customerRef,
})
type InvoiceFilter = NonNullable<z.infer<typeof invoiceFilter>>

const list = operation(
  200,
  z.object({
    filter: invoiceFilter,
    page: ask.page,
    sort: ask.sortBy(['invoice_number', 'invoice_date']),
    includes: ask.includes,
  }),
  (world, input) => {
    const sort = input.sort?.[0] ?? { field: 'invoice_number' as const }
    const lateFees = asked(input.includes, 'late_fees')
    return listPage(
      world,
      {
        collection: world.invoices,
        ...inOrder(world, sort.field, sort.order ?? 'asc'),
        filter: input.filter,
        matches: (invoice) => matches(invoice, input.filter ?? {}),
        page: input.page,
        includes: input.includes,
      },
      lateFees ? (each, row) => withLateFees(wireInvoiceItem(each, row)) : wireInvoiceItem,
    )
  },
)

function inOrder(world: World, field: 'invoice_number' | 'invoice_date', order: 'asc' | 'desc') {
  const sign = order === 'asc' ? 1 : -1
  const compare =
    field === 'invoice_date'
      ? (a: InvoiceRecord, b: InvoiceRecord) => sign * compareText(a.invoiceDate, b.invoiceDate)
      : (a: InvoiceRecord, b: InvoiceRecord) => sign * compareNumber(a.number, b.number)
  return { rows: world.invoices.sorted(`${field} ${order}`, compare), order: `${field} ${order}` }
}

/** Drafts have neither date nor number and come first, as an empty text would. */
function compareText(a: string | null, b: string | null): number {
  const left = a ?? ''
  const right = b ?? ''
  return left < right ? -1 : left > right ? 1 : 0
}

function compareNumber(a: string | null, b: string | null): number {
  if (a === null || b === null) return compareText(a, b)
  const year = compareText(a.slice(0, 4), b.slice(0, 4))
  return year || Number(a.slice(7)) - Number(b.slice(7))
}

type Test = (invoice: InvoiceRecord, filter: InvoiceFilter) => boolean

/** Both dates are inclusive, unlike the end date of credit notes. */
const tests: Test[] = [
  (invoice, { status }) => !status || status.includes(invoice.status),
  (invoice, filter) => isSince(invoice.updatedAt, filter.updated_since),
  (invoice, filter) => !filter.invoice_date_after || (invoice.invoiceDate ?? '') >= filter.invoice_date_after,
  (invoice, { invoice_date_before: before }) =>
    !before || (invoice.invoiceDate !== null && invoice.invoiceDate <= before),
  (invoice, filter) => !filter.department_id || invoice.departmentId === filter.department_id,
  (_invoice, filter) => !filter.deal_id,
  (invoice, filter) => !filter.project_id || invoice.projectId === filter.project_id,
  (invoice, filter) => !filter.subscription_id || invoice.subscriptionIds.includes(filter.subscription_id),
  (invoice, filter) => !filter.invoice_number || invoice.number === filter.invoice_number,
  (invoice, { purchase_order_number: number }) => !number || invoice.purchaseOrderNumber === number,
  (invoice, { payment_reference: wanted }) => !wanted || invoice.paymentReference === wanted,
  (invoice, { customer }) =>
    !customer || (invoice.customer.id === customer.id && invoice.customer.type === customer.type),
  (invoice, { term }) =>
    mentions(term, [
      invoice.number,
      invoice.purchaseOrderNumber,
      invoice.paymentReference,
      invoice.invoicee.name,
    ]),
]

function matches(invoice: InvoiceRecord, filter: InvoiceFilter): boolean {
  return tests.every((test) => test(invoice, filter))
}

const info = operation(200, z.object({ id: ask.uuid, includes: ask.includes }), (world, input) => {
  const wire = wireInvoiceInfo(world, getInvoice(world, input.id))
  return { data: asked(input.includes, 'late_fees') ? withLateFees(wire) : wire }
})

const book = operation(204, z.object({ id: ask.uuid, on: ask.day }), (world, input) => {
  bookInvoice(world, input.id, input.on)
})

const pay = operation(
  204,
  z.object({
    id: ask.uuid,
    payment: ask.money,
    paid_at: ask.instant,
    payment_method_id: ask.uuid.optional(),
  }),
  (world, input) => {
    registerPayment(world, input.id, {
      amountCents: Math.round(input.payment.amount * 100),
      paidAt: Date.parse(input.paid_at),
      methodId: input.payment_method_id ?? null,
    })
  },
)

export const invoiceOperations: Record<string, Operation> = {
  'invoices.list': list,
  'invoices.info': info,
  'invoices.book': book,
  'invoices.registerPayment': pay,
  'invoices.removePayments': operation(204, ask.byId, (world, { id }) => void removePayments(world, id)),
  'invoices.delete': operation(204, ask.byId, (world, { id }) => deleteInvoice(world, id)),
}
