import { listStops } from '../collection-stops/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { getCustomer } from '../customers/index.ts'
import { getInvoice, type InvoiceDetails } from '../invoices/index.ts'
import { getProfile, type MailLanguage, mailLanguages, type Payee, payeeOf } from '../profiles/index.ts'
import { type CalendarDay, dayIn, isSepaIban, type Money, readIban } from '../values/index.ts'
import { epcPayload } from './epc-payload.ts'
import { oneLine, type PaymentReference, readPaymentReference } from './payment-reference.ts'

/** How the customer can pay. `contact`: the business has given no account. `qr` is null where no bank app could read one. */
export type WayToPay =
  | {
      kind: 'transfer'
      beneficiary: string
      iban: string
      reference: PaymentReference | undefined
      qr: string | null
    }
  | { kind: 'contact' }

/** Everything that the payment page shows, read at one moment. */
export type PaymentPage = {
  state: 'to_pay' | 'paid' | 'archived'
  business: string
  customerName: string
  number: string | null
  /** The open amount now (promise C7). */
  due: Money
  total: Money
  /** Total less what is open: payments and credits. */
  settled: Money
  dueDate: string | null
  isOverdue: boolean
  /** The customer disputes it, as somebody noted. */
  isDisputed: boolean
  /** What the customer promised by a day that has not passed; `part` is null when it is all that is open. */
  promise: { day: CalendarDay; part: Money | null } | null
  /** It is here, and the profile shows it. */
  hasDocument: boolean
  takesQuestions: boolean
  wayToPay: WayToPay
  /** The customer's language where we can write it, else that of the business. */
  language: MailLanguage
}

/** Reads what the page of an invoice shows. Throws NotFoundError. */
export function readPaymentPage(ctx: Context, invoiceId: string): Promise<PaymentPage> {
  return inTransaction(ctx, async (tx) => {
    const invoice = await getInvoice(tx, invoiceId)
    const creditor = await getCreditor(tx)
    const customer = await getCustomer(tx, invoice.customerId)
    const profile = await getProfile(tx, invoice.profileId)
    const { currency, openCents, totalCents, dueDate } = invoice
    const today = dayIn(creditor.timeZone, tx.now())
    return {
      state: stateOf(invoice),
      business: oneLine(creditor.name),
      customerName: oneLine(invoice.customerName),
      number: invoice.number && oneLine(invoice.number),
      due: { amountCents: Math.max(openCents, 0), currency },
      total: { amountCents: totalCents, currency },
      settled: { amountCents: totalCents - Math.max(openCents, 0), currency },
      dueDate,
      isOverdue: dueDate !== null && dueDate < today,
      ...(await saidOf(tx, invoice, today)),
      hasDocument: profile.showsDocument && invoice.documentState === 'retrieved',
      takesQuestions: profile.takesQuestions,
      wayToPay: wayToPay(invoice, payeeOf(profile, creditor)),
      language: mailLanguages.find((known) => known === customer.language) ?? creditor.language,
    }
  })
}

/** What the customer said. A hold is not among it: it is a matter of the business alone, and so is why. */
async function saidOf(
  tx: Tx,
  { id, currency }: Pick<InvoiceDetails, 'id' | 'currency'>,
  today: CalendarDay,
): Promise<Pick<PaymentPage, 'isDisputed' | 'promise'>> {
  const stops = (await listStops(tx, id)).filter(({ endedAt }) => endedAt === null)
  const kept = stops.find(({ promisedFor }) => promisedFor !== null && promisedFor >= today)
  const cents = kept?.promisedCents ?? null
  const part = cents === null ? null : { amountCents: cents, currency }
  return {
    isDisputed: stops.some(({ kind }) => kind === 'dispute'),
    promise: kept?.promisedFor ? { day: kept.promisedFor, part } : null,
  }
}

type Payable = {
  state: string
  openCents: number
  currency: string
  remittance: string | null
  number: string | null
}

/** Nothing open is paid, whatever its name: no customer is asked for nothing. */
function stateOf({ state, openCents }: Payable): PaymentPage['state'] {
  if (state === 'archived') return 'archived'
  return state === 'paid' || openCents <= 0 ? 'paid' : 'to_pay'
}

function wayToPay(invoice: Payable, { name, ...payee }: Payee): WayToPay {
  const iban = readIban(payee.iban ?? '')
  if (!iban) return { kind: 'contact' }
  const reference = readPaymentReference(invoice)
  const canScan = invoice.currency === 'EUR' && isSepaIban(iban)
  const facts = { name, iban, amountCents: invoice.openCents, reference }
  const beneficiary = oneLine(name)
  return { kind: 'transfer', beneficiary, iban, reference, qr: (canScan && epcPayload(facts)) || null }
}
