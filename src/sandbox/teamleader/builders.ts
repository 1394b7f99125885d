import { blankInvoice } from './blank-invoice.ts'
import { addDays } from './clock.ts'
import { addCustomer } from './customer-moves.ts'
import { bookInvoice, registerPayment } from './invoice-moves.ts'
import type { CompanyRecord, ContactRecord, CustomerRef, InvoiceRecord } from './records.ts'
import { dueCents, lineOfTotal, totalsOf } from './totals.ts'
import type { World } from './world.ts'

export type NewCompany = Partial<Omit<CompanyRecord, 'emails'>> & {
  email?: string | null
  invoicingEmails?: string[]
  silent?: boolean
}
export type NewContact = Partial<Omit<ContactRecord, 'emails'>> & { email?: string | null; silent?: boolean }

/** An invoice as somebody would have made it in Teamleader. `total` is in cents, VAT included. */
export type NewInvoice = {
  id?: string
  status?: 'draft' | 'outstanding' | 'matched'
  total?: number
  /** Cents already received; the whole for a matched invoice. */
  paidCents?: number
  customer?: CustomerRef
  departmentId?: string
  customFields?: InvoiceRecord['customFields']
  invoiceDate?: string
  dueOn?: string
  createdAt?: Date | string
  currency?: string
  exchangeRate?: number
  description?: string
  purchaseOrderNumber?: string
  note?: string
  subscriptionIds?: string[]
  ratePercent?: number
  /** No webhook is sent. */
  silent?: boolean
}

/** A company with believable defaults; anything given wins. */
export function addCompany(world: World, input: NewCompany = {}): CompanyRecord {
  const { email, invoicingEmails = [], silent, ...given } = input
  const nowMs = world.clock.now()
  const number = world.companies.size() + 1
  const primary = email === undefined ? `info@company-${number}.example` : email
  const record: CompanyRecord = {
    ...customerDefaults(world, nowMs),
    name: `Company ${number} BV`,
    businessTypeId: world.catalog.businessTypes[0]?.id ?? null,
    preferredCurrency: null,
    responsibleUserId: world.catalog.user.id,
    emails: [
      ...(primary ? [{ type: 'primary' as const, email: primary }] : []),
      ...invoicingEmails.map((address) => ({ type: 'invoicing' as const, email: address })),
    ],
    ...given,
  }
  addCustomer(world, { type: 'company', record }, silent)
  return record
}

/** A person with believable defaults; anything given wins. */
export function addContact(world: World, input: NewContact = {}): ContactRecord {
  const { email, silent, ...given } = input
  const nowMs = world.clock.now()
  const number = world.contacts.size() + 1
  const primary = email === undefined ? `person-${number}@mail.example` : email
  const record: ContactRecord = {
    ...customerDefaults(world, nowMs),
    firstName: 'Jan',
    lastName: `Peeters ${number}`,
    salutation: null,
    gender: null,
    birthdate: null,
    companies: [],
    emails: primary ? [{ type: 'primary', email: primary }] : [],
    ...given,
  }
  addCustomer(world, { type: 'contact', record }, silent)
  return record
}

function customerDefaults(world: World, nowMs: number) {
  return {
    id: world.random.uuid(),
    status: 'active' as const,
    vatNumber: null,
    nationalIdentificationNumber: null,
    telephones: [],
    website: null,
    addresses: [
      {
        type: 'primary' as const,
        address: { line1: 'Kerkstraat 1', postalCode: '9000', city: 'Gent', country: 'BE', addressee: null },
      },
    ],
    iban: null,
    bic: null,
    language: 'nl',
    paymentTerm: { type: 'after_invoice_date' as const, days: 30 },
    peppolId: null,
    remarks: null,
    tags: [],
    customFields: [],
    marketingMailsConsent: false,
    addedAt: nowMs,
    updatedAt: nowMs,
  }
}

/** Makes the draft, books it and pays it as far as asked, with the webhooks of each step unless `silent`. */
export function addInvoice(world: World, input: NewInvoice = {}): InvoiceRecord {
  const told = input.silent ? { ...world, emit: () => {} } : world
  const invoice = told.invoices.add(draftOf(told, input))
  told.emit({ type: 'invoice.drafted', subject: { type: 'invoice', id: invoice.id } })
  const { status = 'outstanding' } = input
  if (status !== 'draft') bookInvoice(told, invoice.id, input.invoiceDate ?? world.clock.today(), 'free')
  const received = input.paidCents ?? (status === 'matched' ? invoice.totalCents : 0)
  if (received > 0) pay(told, invoice, received)
  if (input.createdAt) Object.assign(invoice, backdated(invoice, new Date(input.createdAt).getTime()))
  return invoice
}

function backdated(invoice: InvoiceRecord, createdAt: number): Partial<InvoiceRecord> {
  return { createdAt, updatedAt: Math.max(createdAt, invoice.paidAt ?? 0), fileReadyAt: createdAt }
}

function pay(world: World, invoice: InvoiceRecord, amountCents: number): void {
  const paidAt = Math.min(
    world.clock.now(),
    Date.parse(`${addDays(invoice.invoiceDate ?? world.clock.today(), 10)}T09:30:00Z`),
  )
  registerPayment(world, invoice.id, { paidAt, amountCents, methodId: null })
}

/** A draft with one line of the asked total. */
function draftOf(world: World, input: NewInvoice): InvoiceRecord {
  const departmentId = input.departmentId ?? [...world.catalog.departments.all()][0]?.id ?? ''
  const customer = input.customer ?? anyCustomer(world)
  const sections = [{ title: '', lines: [oneLine(world, departmentId, input)] }]
  const blank = blankInvoice(world, departmentId, { type: customer.type, id: customer.id })
  const nowMs = input.createdAt ? new Date(input.createdAt).getTime() : blank.createdAt
  return {
    ...blank,
    id: input.id ?? blank.id,
    invoiceDate: input.invoiceDate ?? null,
    dueOn: input.dueOn ?? null,
    sections,
    currency: input.currency ?? blank.currency,
    exchangeRate: input.exchangeRate ?? 1,
    ...totalsOf(sections, []),
    purchaseOrderNumber: input.purchaseOrderNumber ?? null,
    note: input.note ?? null,
    customFields: input.customFields ?? [],
    subscriptionIds: input.subscriptionIds ?? [],
    createdAt: nowMs,
    updatedAt: nowMs,
  }
}

/** The one line behind an invoice of which only the total matters. */
export function oneLine(world: World, departmentId: string, input: NewInvoice) {
  const ratePercent = input.ratePercent ?? 21
  for (const rate of world.catalog.taxRates.all()) {
    if (rate.departmentId === departmentId && rate.ratePercent === ratePercent) {
      const description = input.description ?? 'Onderhoud installatie'
      return lineOfTotal({ description, totalCents: input.total ?? 12_100, taxRateId: rate.id, ratePercent })
    }
  }
  throw new Error(`Department ${departmentId} has no tax rate of ${ratePercent}%`)
}

function anyCustomer(world: World): CustomerRef {
  for (const company of world.companies.all()) return { type: 'company', id: company.id }
  return { type: 'company', id: addCompany(world).id }
}

/** What is open on an invoice right now, in cents. */
export function openCents(world: World, invoice: InvoiceRecord): number {
  return dueCents(invoice, world.answers.dueReflectsPartialCredit)
}

/** Booked invoices spread evenly over new companies, without webhooks: input for measurements. */
export function addMany(
  world: World,
  count: { invoices: number; customers: number },
): { invoiceIds: string[]; companyIds: string[] } {
  const companyIds = Array.from({ length: count.customers }, () => addCompany(world, { silent: true }).id)
  const invoiceIds = Array.from({ length: count.invoices }, (_, at) => {
    const id = companyIds[at % companyIds.length] ?? ''
    return addInvoice(world, { silent: true, total: 1_000 + at, customer: { type: 'company', id } }).id
  })
  return { invoiceIds, companyIds }
}
