import type { CreditNoteRecord } from './records.ts'
import { taxGroups } from './totals.ts'
import { reference, referenceOrNull, wireInstant, wireMoney, wireSections, wireTaxes } from './wire.ts'
import type { World } from './world.ts'

export function wireCreditNoteItem(_world: World, note: CreditNoteRecord) {
  const { currency } = note
  return {
    id: note.id,
    department: reference('department', note.departmentId),
    credit_note_number: note.number,
    credit_note_date: note.date,
    status: 'booked',
    invoice: referenceOrNull('invoice', note.invoiceId),
    paid: note.paid,
    paid_at: note.paidAt === null ? null : wireInstant(note.paidAt),
    invoicee: {
      name: note.invoicee.name,
      vat_number: note.invoicee.vatNumber,
      customer: reference(note.customer.type, note.customer.id),
    },
    total: {
      tax_exclusive: wireMoney(note.netCents, currency),
      tax_inclusive: wireMoney(note.totalCents, currency),
      payable: wireMoney(note.totalCents, currency),
      taxes: wireTaxes(taxGroups(note.sections, note.discounts), currency),
    },
    created_at: wireInstant(note.createdAt),
    updated_at: wireInstant(note.updatedAt),
  }
}

export function wireCreditNoteInfo(world: World, note: CreditNoteRecord) {
  const item = wireCreditNoteItem(world, note)
  return {
    ...item,
    invoicee: {
      ...item.invoicee,
      email: note.invoicee.email,
      national_identification_number: note.invoicee.nationalIdentificationNumber,
    },
    discounts: note.discounts.map((discount) => ({
      type: 'percentage',
      value: discount.percent,
      description: discount.description,
    })),
    grouped_lines: creditLines(note),
    currency: note.currency,
    currency_exchange_rate: { from: note.currency, to: 'EUR', rate: 1 / note.exchangeRate },
    document_template: reference('documentTemplate', note.documentTemplateId),
    peppol_status: note.peppolStatus,
  }
}

/** Lines of a credit note give their price as money and always a text for the extended description. */
function creditLines(note: CreditNoteRecord) {
  return wireSections(note.sections, note.currency).map((group) => ({
    ...group,
    line_items: group.line_items.map(({ withheld_tax: _, ...item }) => ({
      ...item,
      extended_description: item.extended_description ?? '',
      unit_price: { ...item.unit_price, currency: note.currency },
    })),
  }))
}
