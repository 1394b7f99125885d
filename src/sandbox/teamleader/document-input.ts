import { z } from 'zod'
import { invalid } from './api-error.ts'
import * as ask from './operation.ts'
import type { CustomField, CustomFieldValue, Discount, InvoiceRecord, InvoiceSection } from './records.ts'
import { lineOf } from './totals.ts'
import type { World } from './world.ts'

/** The parts that invoices, credit notes and subscriptions share in requests. */
export const invoiceeInput = z.object({
  customer: ask.customerRef,
  for_attention_of: z.union([z.object({ name: ask.text }), z.object({ contact_id: ask.uuid })]).nullish(),
})
export const paymentTermInput = z.object({
  type: z.enum(['cash', 'end_of_month', 'after_invoice_date']),
  days: z.number().int().min(0).default(0),
})
const lineInput = z.object({
  quantity: z.number(),
  description: z.string(),
  extended_description: z.string().nullish(),
  unit_price: z.object({ amount: z.number(), tax: z.literal('excluding') }),
  tax_rate_id: ask.uuid,
  discount: z.object({ value: z.number(), type: z.literal('percentage') }).nullish(),
  // The sandbox has no products, units or withheld taxes; these are taken and have no effect.
  product_id: ask.uuid.nullish(),
  product_category_id: ask.uuid.nullish(),
  unit_of_measure_id: ask.uuid.nullish(),
  withholding_tax_rate_id: ask.uuid.nullish(),
})
export const groupedLinesInput = z
  .array(
    z.object({
      section: z.object({ title: z.string().nullish() }).nullish(),
      line_items: z.array(lineInput),
    }),
  )
  .min(1)
export const discountsInput = z.array(
  z.object({ type: z.literal('percentage'), value: z.number(), description: z.string().default('') }),
)
const fieldValue: z.ZodType<CustomFieldValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.object({ type: z.string(), id: ask.uuid }),
  z.null(),
])
export const customFieldsInput = z.array(z.object({ id: ask.uuid, value: fieldValue }))
export const paymentMethodInput = z
  .object({ method: ask.text, reference: z.string().nullish() })
  .transform(({ method, reference }) => (reference === undefined ? { method } : { method, reference }))
  .nullish()

/** Sections with computed totals; a rate of another department is refused, as Teamleader does. */
export function sectionsFrom(
  world: World,
  departmentId: string,
  groups: z.infer<typeof groupedLinesInput>,
): InvoiceSection[] {
  return groups.map((group) => ({
    title: group.section?.title ?? '',
    lines: group.line_items.map((item) => {
      const rate = world.catalog.taxRates.get(item.tax_rate_id)
      if (!rate || rate.departmentId !== departmentId) {
        throw invalid('grouped_lines.line_items.tax_rate_id', 'must be valid')
      }
      return lineOf({
        description: item.description,
        extendedDescription: item.extended_description ?? null,
        quantity: item.quantity,
        unitPriceCents: Math.round(item.unit_price.amount * 100),
        taxRateId: rate.id,
        ratePercent: rate.ratePercent,
        discountPercent: item.discount?.value ?? 0,
      })
    }),
  }))
}

export function discountsFrom(input: z.infer<typeof discountsInput>): Discount[] {
  return input.map(({ value, description }) => ({ percent: value, description }))
}

export function attentionFrom(invoicee: z.infer<typeof invoiceeInput>): InvoiceRecord['forAttentionOf'] {
  const given = invoicee.for_attention_of
  if (!given) return null
  return 'name' in given ? { name: given.name, contactId: null } : { name: null, contactId: given.contact_id }
}

/** Custom fields are replaced as a whole, unless the strategy `partial` keeps the unmentioned ones. */
export function mergeCustomFields(
  world: World,
  known: CustomField[],
  given: CustomField[] | undefined,
  strategy: string | undefined,
): CustomField[] {
  if (!given) return known
  for (const field of given) {
    if (!world.catalog.customFieldDefinitions.get(field.id)) throw invalid('custom_fields', 'must be valid')
  }
  const kept = strategy === 'partial' ? known.filter((field) => !given.some(({ id }) => id === field.id)) : []
  return [...kept, ...given.filter((field) => field.value !== null)]
}

/** The part of an object that was given: `undefined` values are left out, so that they change nothing. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
