import type {
  Address,
  CompanyRecord,
  ContactRecord,
  CustomField,
  InvoiceSection,
  Telephone,
  TypedAddress,
} from './records.ts'
import type { TaxGroup } from './totals.ts'
import type { World } from './world.ts'

/** `2016-02-04T16:44:33+00:00`: seconds, with a numeric offset, in UTC. */
export function wireInstant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+00:00`
}

export function wireMoney(cents: number, currency: string): { amount: number; currency: string } {
  return { amount: cents / 100, currency }
}

export function reference(type: string, id: string): { type: string; id: string } {
  return { type, id }
}

export function referenceOrNull(type: string, id: string | null): { type: string; id: string } | null {
  return id ? { type, id } : null
}

export function wireTaxes(groups: TaxGroup[], currency: string) {
  return groups.map((group) => ({
    rate: group.ratePercent / 100,
    taxable: wireMoney(group.taxableCents, currency),
    tax: wireMoney(group.taxCents, currency),
  }))
}

export function wireAddress(address: Address) {
  return {
    line_1: address.line1,
    postal_code: address.postalCode,
    city: address.city,
    country: address.country,
    area_level_two: null,
  }
}

export function wireAddresses(addresses: TypedAddress[]) {
  return addresses.map(({ type, address }) => ({
    type,
    address: { ...wireAddress(address), addressee: address.addressee },
  }))
}

/** The one of that type and no other, so that a list and the record itself say the same. */
export function primaryAddress(addresses: TypedAddress[]) {
  const primary = addresses.find((entry) => entry.type === 'primary')
  return primary ? wireAddress(primary.address) : null
}

export function wireTelephones(telephones: Telephone[]) {
  return telephones.map(({ type, number }) => ({ type, number }))
}

/** A select field holds the option's text or its id, whichever this account plays. */
export function wireCustomFields(world: World, fields: CustomField[]) {
  return fields.map((field) => ({
    definition: reference('customFieldDefinition', field.id),
    value: wireFieldValue(world, field),
  }))
}

function wireFieldValue(world: World, field: CustomField): CustomField['value'] {
  const options = world.catalog.customFieldDefinitions.get(field.id)?.options ?? []
  const form = world.answers.selectValueForm
  const play = (value: string) => {
    const option = options.find((entry) => entry.id === value || entry.value === value)
    return option ? (form === 'id' ? option.id : option.value) : value
  }
  if (Array.isArray(field.value)) return field.value.map(play)
  return typeof field.value === 'string' ? play(field.value) : field.value
}

/** One or several invoicing addresses, as this account plays it; primary ones always as they are. */
export function wireCompanyEmails(world: World, company: CompanyRecord) {
  const invoicing = company.emails.filter((entry) => entry.type === 'invoicing')
  const others = company.emails.filter((entry) => entry.type !== 'invoicing')
  const form = world.answers.invoicingEmailsAs
  if (form === 'many' || invoicing.length < 2) return [...others, ...invoicing]
  if (form === 'one') return [...others, ...invoicing.slice(0, 1)]
  return [...others, { type: 'invoicing', email: invoicing.map((entry) => entry.email).join(';') }]
}

export function wireCustomerBase(customer: CompanyRecord | ContactRecord) {
  return {
    id: customer.id,
    status: customer.status,
    vat_number: customer.vatNumber,
    national_identification_number: customer.nationalIdentificationNumber,
    telephones: wireTelephones(customer.telephones),
    website: customer.website,
    iban: customer.iban,
    bic: customer.bic,
    language: customer.language,
    payment_term: customer.paymentTerm,
    invoicing_preferences: { electronic_invoicing_address: customer.peppolId },
    tags: customer.tags,
    added_at: wireInstant(customer.addedAt),
    updated_at: wireInstant(customer.updatedAt),
    marketing_mails_consent: customer.marketingMailsConsent,
    price_list: null,
  }
}

export function wireSections(sections: InvoiceSection[], currency: string) {
  return sections.map((section) => ({
    section: { title: section.title },
    line_items: section.lines.map((line) => ({
      product: null,
      product_category: null,
      quantity: line.quantity,
      description: line.description,
      extended_description: line.extendedDescription,
      unit: null,
      unit_price: { amount: line.unitPriceCents / 100, tax: 'excluding' },
      tax: reference('taxRate', line.taxRateId),
      discount: line.discountPercent ? { value: line.discountPercent, type: 'percentage' } : null,
      total: {
        tax_exclusive: wireMoney(line.netCents, currency),
        tax_exclusive_before_discount: wireMoney(line.netBeforeDiscountCents, currency),
        tax_inclusive: wireMoney(line.netCents + line.taxCents, currency),
        tax_inclusive_before_discount: wireMoney(line.netBeforeDiscountCents + line.taxCents, currency),
      },
      withheld_tax: null,
    })),
  }))
}
