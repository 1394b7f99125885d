import { z } from 'zod'
import { invalid, refused } from '../api-error.ts'
import { blankInvoice } from '../blank-invoice.ts'
import { creditInvoice, creditPartially } from '../credit-moves.ts'
import * as input from '../document-input.ts'
import { publishInvoice } from '../documents.ts'
import { changeInvoice, getInvoice, invoiceeOf, newDocument } from '../invoice-moves.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import type { InvoiceRecord } from '../records.ts'
import { totalsOf } from '../totals.ts'
import { wireInstant } from '../wire.ts'
import type { World } from '../world.ts'

const optionalParts = {
  currency: z.object({ code: ask.currencyCode, exchange_rate: z.number().positive().optional() }).optional(),
  project_id: ask.uuid.nullish(),
  purchase_order_number: z.string().nullish(),
  invoice_date: ask.day.optional(),
  discounts: input.discountsInput.optional(),
  note: ask.text.nullish(),
  expected_payment_method: input.paymentMethodInput,
  custom_fields: input.customFieldsInput.optional(),
  custom_fields_update_strategy: z.string().optional(),
  document_template_id: ask.uuid.optional(),
  delivery_date: ask.day.nullish(),
}
const draftInput = z.object({
  ...optionalParts,
  invoicee: input.invoiceeInput,
  department_id: ask.uuid,
  payment_term: input.paymentTermInput,
  grouped_lines: input.groupedLinesInput,
})
const updateInput = z.object({
  ...optionalParts,
  id: ask.uuid,
  invoicee: input.invoiceeInput.optional(),
  payment_term: input.paymentTermInput.nullish(),
  grouped_lines: input.groupedLinesInput.optional(),
})

const draft = operation(201, draftInput, (world, asked) => {
  if (!world.catalog.departments.get(asked.department_id)) throw invalid('department_id', 'must be valid')
  const blank = blankInvoice(world, asked.department_id, asked.invoicee.customer)
  const invoice = Object.assign(blank, changesFrom(world, blank, asked))
  Object.assign(invoice, totalsOf(invoice.sections, invoice.discounts))
  world.invoices.add(invoice)
  world.emit({ type: 'invoice.drafted', subject: { type: 'invoice', id: invoice.id } })
  return { data: { type: 'invoice', id: invoice.id } }
})

type Asked = Omit<z.infer<typeof updateInput>, 'id'>

/** Only what was given; every other field of the invoice stays as it is. */
function changesFrom(world: World, invoice: InvoiceRecord, asked: Asked): Partial<InvoiceRecord> {
  const { invoicee } = asked
  return {
    ...(invoicee && {
      customer: invoicee.customer,
      invoicee: invoiceeOf(world, invoicee.customer),
      forAttentionOf: input.attentionFrom(invoicee),
    }),
    ...(asked.grouped_lines && {
      sections: input.sectionsFrom(world, invoice.departmentId, asked.grouped_lines),
    }),
    ...(asked.discounts && { discounts: input.discountsFrom(asked.discounts) }),
    ...(asked.payment_term && { paymentTerm: asked.payment_term }),
    ...(asked.currency && { currency: asked.currency.code, exchangeRate: asked.currency.exchange_rate ?? 1 }),
    customFields: input.mergeCustomFields(
      world,
      invoice.customFields,
      asked.custom_fields,
      asked.custom_fields_update_strategy,
    ),
    ...input.given({
      projectId: asked.project_id,
      purchaseOrderNumber: asked.purchase_order_number,
      invoiceDate: asked.invoice_date,
      note: asked.note,
      expectedPaymentMethod: asked.expected_payment_method,
      documentTemplateId: asked.document_template_id,
      deliveryDate: asked.delivery_date,
    }),
  }
}

const update = operation(204, updateInput, (world, asked) => {
  const invoice = getInvoice(world, asked.id)
  if (invoice.status !== 'draft')
    throw refused('only draft invoices can be updated', 'invoice_already_booked')
  changeInvoice(world, invoice, changesFrom(world, invoice, asked))
})

/** Refused in strict mode. The document is made anew, so its file id changes. */
const updateBooked = operation(204, updateInput, (world, asked) => {
  const invoice = getInvoice(world, asked.id)
  if (invoice.status === 'draft') throw refused('invoice is not booked', 'invoice_not_booked')
  if (world.answers.strictMode) {
    throw refused('booked invoices cannot be edited', 'booked_invoices_are_locked')
  }
  changeInvoice(world, invoice, { ...changesFrom(world, invoice, asked), ...newDocument(world) })
})

const copy = operation(201, ask.byId, (world, { id }) => {
  const original = getInvoice(world, id)
  const blank = blankInvoice(world, original.departmentId, original.customer)
  const { sections, discounts, currency, exchangeRate, paymentTerm, netCents, totalCents, customFields } =
    original
  Object.assign(blank, {
    sections,
    discounts,
    currency,
    exchangeRate,
    paymentTerm,
    netCents,
    totalCents,
    customFields,
  })
  world.invoices.add(blank)
  world.emit({ type: 'invoice.drafted', subject: { type: 'invoice', id: blank.id } })
  return { data: { type: 'invoice', id: blank.id } }
})

const credit = operation(
  201,
  z.object({ id: ask.uuid, credit_note_date: ask.day.optional() }),
  (world, asked) => ({
    data: { type: 'creditNote', id: creditInvoice(world, asked.id, asked.credit_note_date).id },
  }),
)

const creditPart = operation(
  201,
  z.object({
    id: ask.uuid,
    credit_note_date: ask.day.optional(),
    grouped_lines: input.groupedLinesInput,
    discounts: input.discountsInput.optional(),
  }),
  (world, asked) => {
    const invoice = getInvoice(world, asked.id)
    const note = creditPartially(world, asked.id, {
      sections: input.sectionsFrom(world, invoice.departmentId, asked.grouped_lines),
      discounts: input.discountsFrom(asked.discounts ?? []),
      date: asked.credit_note_date,
    })
    return { data: { type: 'creditNote', id: note.id } }
  },
)

const recipients = z.array(z.object({ customer: ask.customerRef.nullish(), email: z.email() })).optional()
const send = operation(
  204,
  z.object({
    id: ask.uuid,
    content: z.object({ subject: ask.text, body: ask.text, mail_template_id: ask.uuid.nullish() }),
    recipients: z.object({ to: recipients, cc: recipients, bcc: recipients }).optional(),
    attachments: z.array(ask.uuid).optional(),
  }),
  (world, asked) => {
    changeInvoice(world, getInvoice(world, asked.id), { sent: true }, 'invoice.sent')
  },
)

const sendViaPeppol = operation(204, ask.byId, (world, { id }) => {
  const invoice = getInvoice(world, id)
  if (invoice.status === 'draft') throw refused('a draft invoice cannot be sent', 'invoice_not_booked')
  changeInvoice(world, invoice, { peppolStatus: 'sent', sent: true }, 'invoice.peppolSubmissionSucceeded')
})

const download = operation(
  200,
  z.object({
    id: ask.uuid,
    format: z.enum(['pdf', 'ubl/e-fff', 'ubl/peppol_bis_3', 'ubl/xrechnung']),
  }),
  (world, { id, format }, fileHost) => {
    const { location, expiresAt } = publishInvoice(world, fileHost, {
      invoice: getInvoice(world, id),
      format,
    })
    return { data: { location, expires: wireInstant(expiresAt) } }
  },
)

export const invoiceChangeOperations: Record<string, Operation> = {
  'invoices.draft': draft,
  'invoices.update': update,
  'invoices.updateBooked': updateBooked,
  'invoices.copy': copy,
  'invoices.credit': credit,
  'invoices.creditPartially': creditPart,
  'invoices.send': send,
  'invoices.sendViaPeppol': sendViaPeppol,
  'invoices.download': download,
}
