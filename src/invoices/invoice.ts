import type { ProfileChoice } from '../profiles/index.ts'
import type { CalendarDay } from '../values/index.ts'

/** What a person sees; `expired` is booked or pending past its due date, by the creditor's calendar. */
export type InvoiceState = 'booked' | 'pending' | 'paid' | 'expired' | 'archived'
export type PaymentState = 'open' | 'part_paid' | 'paid' | 'credited'

/** Where the PDF stands. `none`: it was never asked for. */
export const documentMarks = ['none', 'waiting', 'retrieved', 'given_up'] as const
export type DocumentMark = (typeof documentMarks)[number]

/** Where the invitation stands. `none`: there is none, or it was cancelled. */
export const invitationMarks = ['none', 'waiting', 'planned', 'sent', 'held', 'failed', 'unknown'] as const
export type InvitationMark = (typeof invitationMarks)[number]

/** What the CRM says of an invoice that we hold, its money as the CRM has it; amounts in cents of its currency, days without a zone. */
export type InvoiceFacts = {
  externalId: string
  number: string | null
  customerId: string
  customerName: string
  departmentExternalId: string | null
  invoiceDate: CalendarDay | null
  dueDate: CalendarDay | null
  currency: string
  totalCents: number
  openCents: number
  paymentState: PaymentState
  paidAt: Date | null
  remittance: string | null
  purchaseOrderNumber: string | null
  documentVersion: string | null
  webUrl: string | null
  externalCreatedAt: Date | null
  externalUpdatedAt: Date | null
  profile: ProfileChoice
}

/** A receivable. Its identity is connection + external id (promise B9); `number` can occur twice. */
export type Invoice = {
  id: string
  connectionId: string
  externalId: string
  number: string | null
  customerId: string
  customerName: string
  departmentExternalId: string | null
  invoiceDate: CalendarDay | null
  dueDate: CalendarDay | null
  currency: string
  totalCents: number
  /** What is due: `sourceOpenCents` less what was paid here and the CRM does not know yet. */
  openCents: number
  state: Exclude<InvoiceState, 'expired'>
  stateCause: string | null
  paymentState: PaymentState
  paidAt: Date | null
  remittance: string | null
  purchaseOrderNumber: string | null
  profileId: string
  profileChosenBy: ProfileChoice['chosenBy']
  profileWarning: ProfileChoice['warning']
  profileWarningValue: string | null
  documentVersion: string | null
  documentState: DocumentMark
  invitationState: InvitationMark
  /** A person stopped collecting it for now (promise C10). */
  isOnHold: boolean
  isDisputed: boolean
  /** The day by which the customer said to pay. */
  promisedFor: CalendarDay | null
  webUrl: string | null
  externalCreatedAt: Date | null
  externalUpdatedAt: Date | null
  importedAt: Date
  /** The CRM's own open amount, payment state and time of payment, as it says them. */
  sourceOpenCents: number
  sourcePaymentState: PaymentState
  sourcePaidAt: Date | null
  paidHereCents: number
  paidHereAt: Date | null
  /** What came in beyond what was due. */
  overpaidCents: number
}

export const invoiceColumns = [
  'id',
  'connectionId',
  'externalId',
  'number',
  'customerId',
  'customerName',
  'departmentExternalId',
  'invoiceDate',
  'dueDate',
  'currency',
  'totalCents',
  'openCents',
  'state',
  'stateCause',
  'paymentState',
  'paidAt',
  'remittance',
  'purchaseOrderNumber',
  'profileId',
  'profileChosenBy',
  'profileWarning',
  'profileWarningValue',
  'documentVersion',
  'documentState',
  'invitationState',
  'isOnHold',
  'isDisputed',
  'promisedFor',
  'webUrl',
  'externalCreatedAt',
  'externalUpdatedAt',
  'importedAt',
  'sourceOpenCents',
  'sourcePaymentState',
  'sourcePaidAt',
  'paidHereCents',
  'paidHereAt',
  'overpaidCents',
] as const

/** Money is still expected. */
export function isOpen(invoice: Pick<Invoice, 'state'>): boolean {
  return invoice.state === 'booked' || invoice.state === 'pending'
}

/**
 * The state on a day of the creditor's calendar: an open invoice is pending until the day for which its payment was
 * promised, and expires the day after its due date.
 */
export function stateOn(
  invoice: Pick<Invoice, 'state' | 'dueDate'> & Partial<Pick<Invoice, 'promisedFor'>>,
  today: CalendarDay,
): InvoiceState {
  if (isOpen(invoice) && invoice.promisedFor && invoice.promisedFor >= today) return 'pending'
  return isOpen(invoice) && invoice.dueDate !== null && invoice.dueDate < today ? 'expired' : invoice.state
}

/** The stored state that follows from what was paid: money decides, nothing else. */
export function stateAfterPayment(paymentState: PaymentState): 'booked' | 'paid' {
  return paymentState === 'paid' || paymentState === 'credited' ? 'paid' : 'booked'
}
