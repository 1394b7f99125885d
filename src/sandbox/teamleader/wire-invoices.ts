import type { InvoiceRecord } from './records.ts'
import { dueCents, taxGroups } from './totals.ts'
import {
  reference,
  referenceOrNull,
  wireCustomFields,
  wireInstant,
  wireMoney,
  wireSections,
  wireTaxes,
} from './wire.ts'
import type { World } from './world.ts'

/** An invoice as `invoices.list` shows it; custom fields, payments and e-mail are in `.info` only. */
export function wireInvoiceItem(world: World, invoice: InvoiceRecord) {
  return {
    ...invoiceFacts(world, invoice),
    invoicee: wireInvoicee(invoice),
    total: wireTotal(world, invoice),
    web_url: webUrl('invoice_detail.php', invoice.id),
    subscription: referenceOrNull('subscription', invoice.subscriptionIds[0] ?? null),
  }
}

export function wireInvoiceInfo(world: World, invoice: InvoiceRecord) {
  const { currency } = invoice
  const beforeCents = sumLines(invoice, (line) => line.netBeforeDiscountCents)
  return {
    ...invoiceFacts(world, invoice),
    invoicee: {
      ...wireInvoicee(invoice),
      email: invoice.invoicee.email,
      national_identification_number: invoice.invoicee.nationalIdentificationNumber,
    },
    discounts: invoice.discounts.map((discount) => ({
      type: 'percentage',
      value: discount.percent,
      description: discount.description,
    })),
    grouped_lines: wireSections(invoice.sections, currency),
    total: {
      ...wireTotal(world, invoice),
      tax_exclusive_before_discount: wireMoney(beforeCents, currency),
      tax_inclusive_before_discount: wireMoney(
        beforeCents + sumLines(invoice, (line) => line.taxCents),
        currency,
      ),
      withheld_taxes: [],
    },
    payment_term: invoice.paymentTerm,
    payments: invoice.payments.map((payment) => ({
      paid_at: wireInstant(payment.paidAt),
      payment: wireMoney(payment.amountCents, currency),
    })),
    note: invoice.note,
    currency,
    expected_payment_method: invoice.expectedPaymentMethod,
    on_hold_since: invoice.onHoldSince,
    custom_fields: wireCustomFields(world, invoice.customFields),
    document_template: reference('documentTemplate', invoice.documentTemplateId),
    peppol_status: invoice.peppolStatus,
    invoice_content: null,
  }
}

function sumLines(invoice: InvoiceRecord, cents: (line: InvoiceRecord['sections'][0]['lines'][0]) => number) {
  return invoice.sections.flatMap((section) => section.lines).reduce((sum, line) => sum + cents(line), 0)
}

function invoiceFacts(world: World, invoice: InvoiceRecord) {
  const fileIsReady = invoice.fileId !== null && invoice.fileReadyAt <= world.clock.now()
  return {
    id: invoice.id,
    department: reference('department', invoice.departmentId),
    invoice_number: invoice.number,
    invoice_date: invoice.invoiceDate,
    status: invoice.status,
    due_on: invoice.dueOn,
    paid: invoice.paid,
    paid_at: invoice.paidAt === null ? null : wireInstant(invoice.paidAt),
    sent: invoice.sent,
    purchase_order_number: invoice.purchaseOrderNumber,
    payment_reference: invoice.paymentReference,
    currency_exchange_rate: { from: invoice.currency, to: 'EUR', rate: 1 / invoice.exchangeRate },
    created_at: wireInstant(invoice.createdAt),
    updated_at: wireInstant(invoice.updatedAt),
    file: referenceOrNull('file', fileIsReady ? invoice.fileId : null),
    deal: null,
    project: referenceOrNull('project', invoice.projectId),
    delivery_date: invoice.deliveryDate,
  }
}

export function wireInvoicee(document: Pick<InvoiceRecord, 'invoicee' | 'customer' | 'forAttentionOf'>) {
  return {
    name: document.invoicee.name,
    vat_number: document.invoicee.vatNumber,
    customer: reference(document.customer.type, document.customer.id),
    for_attention_of: wireAttention(document.forAttentionOf),
  }
}

export function wireAttention(attention: InvoiceRecord['forAttentionOf']) {
  if (!attention) return null
  return { name: attention.name, contact: referenceOrNull('contact', attention.contactId) }
}

function wireTotal(world: World, invoice: InvoiceRecord) {
  const { currency } = invoice
  const open = dueCents(invoice, world.answers.dueReflectsPartialCredit)
  return {
    tax_exclusive: wireMoney(invoice.netCents, currency),
    tax_inclusive: wireMoney(invoice.totalCents, currency),
    payable: wireMoney(invoice.totalCents, currency),
    taxes: wireTaxes(taxGroups(invoice.sections, invoice.discounts), currency),
    due: wireMoney(open, currency),
  }
}

/** Late fees are only shown when asked for with `includes=late_fees`; this account charges none. */
export function withLateFees<T extends { total: { due: { amount: number; currency: string } } }>(wire: T) {
  const none = { amount: 0, currency: wire.total.due.currency }
  return {
    ...wire,
    total: { ...wire.total, due_incasso_inclusive: wire.total.due, fixed_late_fee: none, interest: none },
  }
}

export function webUrl(page: string, id: string): string {
  return `https://focus.teamleader.eu/${page}?id=${id}`
}
