import { z } from 'zod'
import { bookInvoice, deleteInvoice, getInvoice, registerPayment, removePayments } from '../invoice-moves.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { asked, listPage, mentions, updatedSince } from '../paging.ts'
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
        matches: matching(input.filter ?? {}),
        page: input.page,
        includes: input.includes,
      },
      lateFees ? (each, row) => withLateFees(wireInvoiceItem(each, row)) : wireInvoiceItem,
    )
  },
)

function inOrder(world: World, field: 'invoice_number' | 'invoice_date', order: 'asc' | 'desc') {
  const name = `${field} ${order}`
  const key = field === 'invoice_date' ? dateKey : numberKey
  return { rows: world.invoices.sorted({ name, key, descending: order === 'desc' }), order: name }
}

/** Drafts have neither date nor number and come first. */
function dateKey({ invoiceDate }: InvoiceRecord): string {
  return invoiceDate ?? ''
}

/** `2026 / 5`: the year first, then the number as a number. */
function numberKey({ number }: InvoiceRecord): number {
  return number === null ? 0 : Number(number.slice(0, 4)) * 1e10 + Number(number.slice(7))
}

type Test = (invoice: InvoiceRecord) => boolean
type Tests = { [Key in keyof InvoiceFilter]-?: (wanted: NonNullable<InvoiceFilter[Key]>) => Test }

/** Both dates are inclusive, unlike the end date of credit notes. */
const tests: Tests = {
  ids: (ids) => (invoice) => ids.includes(invoice.id),
  status: (status) => (invoice) => status.includes(invoice.status),
  updated_since: (since) => updatedSince(since),
  invoice_date_after: (from) => (invoice) => (invoice.invoiceDate ?? '') >= from,
  invoice_date_before: (to) => (invoice) => invoice.invoiceDate !== null && invoice.invoiceDate <= to,
  department_id: (id) => (invoice) => invoice.departmentId === id,
  deal_id: () => () => false,
  project_id: (id) => (invoice) => invoice.projectId === id,
  subscription_id: (id) => (invoice) => invoice.subscriptionIds.includes(id),
  invoice_number: (number) => (invoice) => invoice.number === number,
  purchase_order_number: (number) => (invoice) => invoice.purchaseOrderNumber === number,
  payment_reference: (wanted) => (invoice) => invoice.paymentReference === wanted,
  customer: (customer) => (invoice) =>
    invoice.customer.id === customer.id && invoice.customer.type === customer.type,
  term: (term) => (invoice) =>
    mentions(term, [
      invoice.number,
      invoice.purchaseOrderNumber,
      invoice.paymentReference,
      invoice.invoicee.name,
    ]),
}

/** Only the tests that were asked for, so that a filter over a hundred thousand invoices stays cheap. */
function matching(filter: InvoiceFilter): Test {
  const asked = Object.entries(filter).flatMap(([key, wanted]) => {
    const test = tests[key as keyof InvoiceFilter] as (wanted: unknown) => Test
    return wanted === undefined ? [] : [test(wanted)]
  })
  return (invoice) => asked.every((test) => test(invoice))
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
