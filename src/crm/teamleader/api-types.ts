import { z } from 'zod'

/**
 * What Teamleader sends, as far as we read it (published description 1.112.0 to 1.221.0). Its nullability is loosely
 * described and properties that the connected user may not see are left out, so every scalar may be null or
 * absent; extra members are dropped. What must be there is asked for by the mapper, which then can say what is missing.
 */
const text = z.string().nullable().default(null)
const flag = z.boolean().nullable().default(null)
const link = z.object({ type: text, id: text }).nullable().default(null)
export type TeamleaderLink = z.infer<typeof link>

/** Lists come as arrays; some endpoints give one object, or an object with numbered members. Absent is empty. */
function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(asList, z.array(item))
}

function asList(value: unknown): unknown {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? Object.values(value) : [value]
}

const money = z
  .object({ amount: z.number().nullable().default(null), currency: text })
  .nullable()
  .default(null)
export type TeamleaderMoney = z.infer<typeof money>

export const invoiceSchema = z.object({
  id: z.string(),
  department: link,
  invoice_number: text,
  invoice_date: text,
  status: text,
  due_on: text,
  paid: flag,
  paid_at: text,
  purchase_order_number: text,
  payment_reference: text,
  invoicee: z.object({ name: text, customer: link }).nullish(),
  total: z.object({ payable: money, due: money, tax_inclusive: money }).nullish(),
  created_at: text,
  updated_at: text,
  web_url: text,
  file: link,
  /** In `.info` only. */
  payments: z.array(z.unknown()).nullish(),
  subscription: link,
})
export type TeamleaderInvoice = z.infer<typeof invoiceSchema>

const email = z.object({ type: text, email: text })
const telephone = z.object({ type: text, number: text })
const addressShape = { line_1: text, postal_code: text, city: text, country: text }
const address = z.object(addressShape).nullish()
const typedAddress = z.object({
  type: text,
  address: z.object({ ...addressShape, addressee: text }).nullish(),
})

const customerShape = {
  id: z.string(),
  status: text,
  emails: listOf(email),
  telephones: listOf(telephone),
  /** In lists only; the record itself has `addresses`. */
  primary_address: address,
  addresses: listOf(typedAddress),
  language: text,
  vat_number: text,
  national_identification_number: text,
  invoicing_preferences: z.object({ electronic_invoicing_address: text }).nullish(),
  updated_at: text,
  web_url: text,
}

export const companySchema = z.object({ ...customerShape, name: text })
export type TeamleaderCompany = z.infer<typeof companySchema>

export const contactSchema = z.object({ ...customerShape, first_name: text, last_name: text })
export type TeamleaderContact = z.infer<typeof contactSchema>

const fieldScalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ id: text, value: text, type: text }),
])
export const fieldValueSchema = z.object({
  definition: z.object({ id: z.string() }),
  value: z.union([fieldScalar, z.array(fieldScalar)]).nullish(),
})
export type TeamleaderFieldValue = z.infer<typeof fieldValueSchema>
export type TeamleaderFieldScalar = z.infer<typeof fieldScalar>

/** One bad value must not hide the others, so the members are read one by one. */
export const withFieldsSchema = z.object({ id: text, custom_fields: listOf(z.unknown()) })

export const fieldDefinitionSchema = z.object({
  id: z.string(),
  context: text,
  type: text,
  label: text,
  configuration: z.object({ options: listOf(z.object({ id: z.string(), value: text })) }).nullish(),
})
export type TeamleaderFieldDefinition = z.infer<typeof fieldDefinitionSchema>

/** What was made answers with its id. */
export const madeSchema = z.object({ id: z.string() })

export const departmentSchema = z.object({ id: z.string(), name: text, status: text })

export const paymentSchema = z.object({ payment: money, paid_at: text })
export type TeamleaderPayment = z.infer<typeof paymentSchema>

export const paymentMethodSchema = z.object({ id: z.string(), name: text, status: text })

export const creditNoteSchema = z.object({
  id: z.string(),
  credit_note_number: text,
  credit_note_date: text,
  invoice: link,
  total: z.object({ payable: money, tax_inclusive: money }).nullish(),
})

export const noteSchema = z.object({ id: z.string(), content: text, subject: link })

export const createdSchema = z.object({ id: z.string() })

export const subscriptionSchema = z.object({ id: z.string() })

export const webhookSchema = z.object({ url: z.string(), types: listOf(z.string()) })

export const userSchema = z.object({
  id: z.string(),
  account: z.object({ id: z.string(), name: text }),
  first_name: text,
  last_name: text,
  email: text,
})

export const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
})

/** Both error forms: Teamleader's envelope, and RFC 6749 section 5.2 at the token endpoint. */
export const errorSchema = z.object({
  errors: listOf(
    z.object({ title: text, meta: z.object({ hint: text, field: text }).nullish().catch(null) }),
  ),
  error: text.catch(null),
  error_description: text.catch(null),
})

export const eventSchema = z.object({
  type: z.string().min(1).max(200),
  subject: z
    .object({ type: z.string(), id: z.string().min(1).max(200) })
    .nullish()
    .catch(null),
  account: z
    .object({ id: z.string().max(200) })
    .nullish()
    .catch(null),
})
