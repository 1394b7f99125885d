import type { z } from 'zod'
import { AppError, InvalidInputError } from '../../errors.ts'
import { isZero, type Money, moneyFromDecimal, parseCalendarDay } from '../../values/index.ts'
import type { CrmPayment } from '../crm-payment.ts'
import type { CrmCustomer, CrmCustomerRef, CrmInvoice, Unreadable } from '../source.ts'
import {
  paymentSchema,
  type TeamleaderCompany,
  type TeamleaderContact,
  type TeamleaderInvoice,
  type TeamleaderLink,
  type TeamleaderMoney,
} from './api-types.ts'
import { idOfRow } from './list-all.ts'

type Rows<T> = { items: T[]; unreadable: Unreadable[] }

/**
 * Reads rows one by one: a row of the wrong shape, or one that lacks what we need, becomes Unreadable with the reason
 * and what was sent word for word; the others pass.
 */
export function readRows<S extends z.ZodType, T>(
  rows: readonly unknown[],
  schema: S,
  map: (row: z.infer<S>) => T,
): Rows<T> {
  const result: Rows<T> = { items: [], unreadable: [] }
  for (const row of rows) {
    const read = readRow(row, schema, map)
    if ('item' in read) result.items.push(read.item)
    else result.unreadable.push(read.unreadable)
  }
  return result
}

/** The same for a single object. */
export function readRow<S extends z.ZodType, T>(
  row: unknown,
  schema: S,
  map: (row: z.infer<S>) => T,
): { item: T } | { unreadable: Unreadable } {
  const parsed = schema.safeParse(row)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return {
      unreadable: unreadable(row, `${issue?.path.join('.') || 'object'}: ${issue?.message ?? 'unreadable'}`),
    }
  }
  try {
    return { item: map(parsed.data) }
  } catch (problem) {
    if (problem instanceof AppError) return { unreadable: unreadable(row, problem.message) }
    throw problem
  }
}

function unreadable(row: unknown, problem: string): Unreadable {
  return { externalId: idOfRow(row) ?? null, problem, raw: JSON.stringify(row) ?? 'undefined' }
}

/**
 * Paid is what Teamleader says, or that nothing is open of something (status `matched` alone is not trusted: credited
 * invoices are matched too). Credited: nothing is open although no money came; a list row may call that paid, and only
 * the record itself, which lists the payments, tells.
 */
export function mapInvoice(row: TeamleaderInvoice): CrmInvoice {
  const state = readState(row.status)
  const { total, open } = readAmounts(row, state)
  return {
    externalId: row.id,
    number: row.invoice_number,
    state,
    ...readSettlement(row, { isSettled: state === 'booked' && isZero(open) && !isZero(total) }),
    invoiceDate: readDay(row.invoice_date),
    dueDate: readDay(row.due_on),
    total,
    open,
    paidAt: readInstant(row.paid_at, 'paid_at'),
    payments: row.payments ? readPayments(row.payments) : null,
    remittance: row.payment_reference,
    purchaseOrderNumber: row.purchase_order_number,
    customer: readCustomerRef(row.invoicee?.customer ?? null),
    customerName: row.invoicee?.name ?? '',
    departmentExternalId: idOf(row.department),
    subscriptionExternalId: idOf(row.subscription),
    documentVersion: idOf(row.file),
    webUrl: row.web_url,
    createdAt: readInstant(row.created_at, 'created_at'),
    updatedAt: readInstant(row.updated_at, 'updated_at'),
  }
}

/** A draft may come without an open amount: all of it is open. */
function readAmounts(row: TeamleaderInvoice, state: CrmInvoice['state']): { total: Money; open: Money } {
  const { payable = null, due = null } = row.total ?? {}
  const total = readMoney(payable, 'total.payable')
  const open = state === 'draft' && !due ? total : readMoney(due, 'total.due')
  if (open.currency === total.currency) return { total, open }
  throw wrong(`total.due is in ${open.currency}, the total in ${total.currency}`)
}

function readSettlement(
  row: TeamleaderInvoice,
  { isSettled }: { isSettled: boolean },
): Pick<CrmInvoice, 'isPaid' | 'isCredited'> {
  const isSaidPaid = row.paid === true || Boolean(row.paid_at)
  const hasNoPayment = row.payments ? row.payments.length === 0 : !isSaidPaid
  return { isPaid: isSaidPaid || isSettled, isCredited: isSettled && hasNoPayment }
}

/** One that cannot be read makes the whole list useless: a payment overlooked would be made a second time. */
function readPayments(rows: readonly unknown[]): CrmPayment[] | null {
  const read = readRows(rows, paymentSchema, ({ payment, paid_at }) => ({
    amount: readMoney(payment, 'payments.payment'),
    paidAt: readInstant(paid_at, 'payments.paid_at'),
  }))
  return read.unreadable.length > 0 ? null : read.items
}

function idOf(link: TeamleaderLink): string | null {
  return link?.id ?? null
}

/**
 * A company's `invoicing` e-mails are the CC (promise A5); one entry may hold several addresses. `isWhole`: from
 * `.info`, not from a list.
 */
export function mapCompany(row: TeamleaderCompany, isWhole: boolean): CrmCustomer {
  return {
    ...mapCustomer(row, isWhole),
    type: 'company',
    companyName: row.name,
    firstName: null,
    lastName: null,
    cc: ccOf(row.emails),
    enterpriseNumber: row.national_identification_number,
  }
}

/** Contacts have no invoicing e-mail; their national number is a private matter and stays where it is. */
export function mapContact(row: TeamleaderContact, isWhole: boolean): CrmCustomer {
  return {
    ...mapCustomer(row, isWhole),
    type: 'person',
    companyName: null,
    firstName: row.first_name,
    lastName: row.last_name,
    cc: [],
    enterpriseNumber: null,
  }
}

function mapCustomer(row: TeamleaderCompany | TeamleaderContact, isWhole: boolean) {
  return {
    externalId: row.id,
    email: row.emails.find((email) => email.type === 'primary')?.email ?? null,
    mobile: row.telephones.find((telephone) => telephone.type === 'mobile')?.number ?? null,
    language: row.language,
    ...mapMainAddress(row),
    ...mapInvoicingAddress(row),
    vatNumber: row.vat_number,
    peppolId: row.invoicing_preferences?.electronic_invoicing_address ?? null,
    isDeactivated: row.status === 'deactivated',
    isWhole,
    webUrl: row.web_url,
    updatedAt: readInstant(row.updated_at, 'updated_at'),
  }
}

type AddressRow = Pick<TeamleaderCompany, 'addresses' | 'primary_address'>

function mapMainAddress(row: AddressRow) {
  const address = addressOf(row, 'primary') ?? row.primary_address
  return {
    addressLine: address?.line_1 ?? null,
    postalCode: address?.postal_code ?? null,
    city: address?.city ?? null,
    country: address?.country ?? null,
  }
}

function mapInvoicingAddress(row: AddressRow) {
  const address = addressOf(row, 'invoicing')
  return {
    invoicingAddressee: address?.addressee ?? null,
    invoicingAddressLine: address?.line_1 ?? null,
    invoicingPostalCode: address?.postal_code ?? null,
    invoicingCity: address?.city ?? null,
    invoicingCountry: address?.country ?? null,
  }
}

/** Of several of a type the first one counts. */
function addressOf(row: AddressRow, type: 'primary' | 'invoicing') {
  return row.addresses.find((entry) => entry.type === type)?.address
}

function ccOf(emails: TeamleaderCompany['emails']): string[] {
  const found = new Map<string, string>()
  for (const { type, email } of emails) {
    if (type !== 'invoicing' || !email) continue
    for (const address of email.split(/[,;]/).map((part) => part.trim())) {
      const key = address.toLowerCase()
      if (address !== '' && !found.has(key)) found.set(key, address)
    }
  }
  return [...found.values()]
}

function readState(status: string | null): CrmInvoice['state'] {
  if (status === 'draft') return 'draft'
  if (status === 'outstanding' || status === 'matched') return 'booked'
  throw wrong(`status: "${status ?? ''}" is not a state that we know`)
}

/**
 * A JSON number has become a double on its way here. A decimal of at most 15 significant digits survives that and
 * `String` gives it back digit by digit; below 10^13 two decimals stay within 15 digits. Larger ones and those that
 * `String` writes with an exponent are refused rather than guessed.
 */
export function readMoney(money: TeamleaderMoney, field: string): Money {
  if (money === null || money.amount === null) throw wrong(`${field} is missing`)
  if (!money.currency) throw wrong(`${field} has no currency`)
  const text = String(money.amount)
  if (Math.abs(money.amount) >= 1e13 || text.includes('e'))
    throw wrong(`${field}: ${text} cannot be read exactly`)
  return moneyFromDecimal(text, money.currency)
}

function readCustomerRef(customer: TeamleaderLink): CrmCustomerRef {
  if (!customer?.id) throw wrong('invoicee.customer is missing')
  if (customer.type === 'company') return { type: 'company', externalId: customer.id }
  if (customer.type === 'contact') return { type: 'person', externalId: customer.id }
  throw wrong(`invoicee.customer.type: "${customer.type ?? ''}" is neither company nor contact`)
}

export function readDay(text: string | null): string | null {
  return text ? parseCalendarDay(text) : null
}

function readInstant(text: string | null, field: string): Date | null {
  if (!text) return null
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw wrong(`${field}: "${text}" is not an instant`)
  return instant
}

function wrong(problem: string): InvalidInputError {
  return new InvalidInputError(problem)
}
