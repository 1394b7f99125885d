import type { Discount, InvoiceLine, InvoiceRecord, InvoiceSection } from './records.ts'

/** A line whose totals follow from quantity and price; VAT is rounded per line. */
export function lineOf(input: {
  description: string
  extendedDescription?: string | null
  quantity: number
  unitPriceCents: number
  taxRateId: string
  ratePercent: number
  discountPercent?: number
}): InvoiceLine {
  const discountPercent = input.discountPercent ?? 0
  const netBeforeDiscountCents = Math.round(input.quantity * input.unitPriceCents)
  const netCents = Math.round(netBeforeDiscountCents * (1 - discountPercent / 100))
  return {
    ...input,
    extendedDescription: input.extendedDescription ?? null,
    discountPercent,
    netBeforeDiscountCents,
    netCents,
    taxCents: Math.round((netCents * input.ratePercent) / 100),
  }
}

/** One line whose total, VAT included, is exactly the amount asked for. */
export function lineOfTotal(input: {
  description: string
  totalCents: number
  taxRateId: string
  ratePercent: number
}): InvoiceLine {
  const netCents = Math.round((input.totalCents * 100) / (100 + input.ratePercent))
  const line = lineOf({ ...input, quantity: 1, unitPriceCents: netCents })
  return { ...line, taxCents: input.totalCents - netCents }
}

export type TaxGroup = { ratePercent: number; taxableCents: number; taxCents: number }

/** VAT per rate, after the discounts of the whole document. */
export function taxGroups(sections: InvoiceSection[], discounts: Discount[]): TaxGroup[] {
  const groups = new Map<number, TaxGroup>()
  const factor = discountFactor(discounts)
  for (const line of sections.flatMap((section) => section.lines)) {
    const group = groups.get(line.ratePercent) ?? {
      ratePercent: line.ratePercent,
      taxableCents: 0,
      taxCents: 0,
    }
    group.taxableCents += Math.round(line.netCents * factor)
    group.taxCents += Math.round(line.taxCents * factor)
    groups.set(line.ratePercent, group)
  }
  return [...groups.values()]
}

function discountFactor(discounts: Discount[]): number {
  return discounts.reduce((factor, discount) => factor * (1 - discount.percent / 100), 1)
}

/** Net and gross of a document, in cents. */
export function totalsOf(
  sections: InvoiceSection[],
  discounts: Discount[],
): { netCents: number; totalCents: number } {
  const groups = taxGroups(sections, discounts)
  const netCents = groups.reduce((sum, group) => sum + group.taxableCents, 0)
  return { netCents, totalCents: netCents + groups.reduce((sum, group) => sum + group.taxCents, 0) }
}

/** What has been received on an invoice, in cents. */
export function paidCents(invoice: InvoiceRecord): number {
  return invoice.payments.reduce((sum, payment) => sum + payment.amountCents, 0)
}

/** What is still open; a draft owes nothing yet but shows its total, as a booked one does. */
export function dueCents(invoice: InvoiceRecord, reflectsPartialCredit: boolean): number {
  const fully = invoice.creditedCents >= invoice.totalCents
  const credited = reflectsPartialCredit || fully ? invoice.creditedCents : 0
  const open = invoice.totalCents - credited - paidCents(invoice)
  return invoice.totalCents >= 0 ? Math.max(0, open) : open
}
