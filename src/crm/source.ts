import type { CalendarDay, Money } from '../values/index.ts'
import type {
  CrmCredit,
  CrmCreditNote,
  CrmNote,
  CrmPayment,
  CrmPaymentMethod,
  RegisterPayment,
} from './crm-payment.ts'
import type { DownloadRefusal } from './download-location.ts'

/** The CRMs that Vorder knows. A new one is a folder under `crm/` and a line in `sources.ts`. */
export type SourceName = 'teamleader'

/**
 * Who waits for the answer: a person, a webhook, the reconcile, a document, an export that somebody started, or nobody.
 * Earlier goes first.
 */
export type CallPriority = 'person' | 'webhook' | 'reconcile' | 'document' | 'export' | 'background'

/** What a CRM said about its call limit; instants by the CRM's clock, translated to ours through `Date`. */
export type CallLimit = { exhausted: boolean; remaining: number | undefined; resetAt: Date | undefined }

/** What a source needs from the connection it works for: tokens and calls. Given by `connections/`. */
export type SourceSession = {
  /** A usable access token; `rejected` names one that the CRM just refused, so that it is refreshed once. */
  accessToken(options?: { rejected?: string }): Promise<string>
  /** Waits for one call of the shared budget. Throws SourceUnavailableError with `retryAt` when it takes too long. */
  takeCall(priority: CallPriority, signal?: AbortSignal): Promise<void>
  /** Passes on what the CRM's headers say; they beat our own count. */
  noteLimit(limit: CallLimit): Promise<void>
  /** The CRM refused a token that it gave a moment ago: a person has to connect again. */
  noteRefused(reason: string): Promise<void>
  priority: CallPriority
}

/** A pair from one single answer of the token endpoint. `expiresAt` is a UTC instant by our clock. */
export type TokenPair = { accessToken: string; refreshToken: string; expiresAt: Date }

/** Whom the tokens belong to. */
export type CrmAccount = {
  accountExternalId: string
  accountName: string
  userName: string
  userEmail: string | null
}

export type CrmCustomerRef = { type: 'company' | 'person'; externalId: string }

/**
 * A CRM's custom field value: the option's id and text where it is a select, else the text. `isGone`: the field is a
 * select and none of its options is this one (any more).
 */
export type CrmFieldValue = { fieldId: string; value: string; optionId: string | null; isGone?: true }

/** A custom field that an administrator can choose in the settings; only a select and a text can name a profile. */
export type CrmField = {
  id: string
  label: string
  kind: 'select' | 'text' | 'other'
  options: { id: string; value: string }[]
}

/** What custom fields hang on, as far as they can choose a profile. */
export type CrmFieldContext = 'invoice' | 'subscription'

/** A select to be made in the CRM. */
export type NewCrmField = { context: CrmFieldContext; label: string; options: readonly string[] }

export type CrmDepartment = { externalId: string; name: string }

/** An invoice in our words, as the CRM has it now. */
export type CrmInvoice = {
  externalId: string
  number: string | null
  state: 'draft' | 'booked'
  isPaid: boolean
  /** Nothing is open because credit notes took it all. */
  isCredited: boolean
  invoiceDate: CalendarDay | null
  dueDate: CalendarDay | null
  /** What must be paid in all, after withholding. */
  total: Money
  /** What is still open. */
  open: Money
  paidAt: Date | null
  /** What was paid, one by one; null where the CRM does not say: rows of a list never do. */
  payments: readonly CrmPayment[] | null
  remittance: string | null
  purchaseOrderNumber: string | null
  customer: CrmCustomerRef
  customerName: string
  departmentExternalId: string | null
  subscriptionExternalId: string | null
  /** Changes when the CRM renders the document anew; null while there is none. */
  documentVersion: string | null
  webUrl: string | null
  createdAt: Date | null
  updatedAt: Date | null
}

/** A customer in our words, as the CRM has it now: one on one, nothing computed (promise A3). */
export type CrmCustomer = CrmCustomerRef & {
  companyName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  cc: string[]
  mobile: string | null
  language: string | null
  addressLine: string | null
  postalCode: string | null
  city: string | null
  country: string | null
  invoicingAddressee: string | null
  invoicingAddressLine: string | null
  invoicingPostalCode: string | null
  invoicingCity: string | null
  invoicingCountry: string | null
  vatNumber: string | null
  enterpriseNumber: string | null
  peppolId: string | null
  isDeactivated: boolean
  /** From the record itself. A row of a list says nothing of the invoicing address, nor of a person's VAT number. */
  isWhole: boolean
  webUrl: string | null
  updatedAt: Date | null
}

/** An object that could not be read: which one, what is wrong with it, and what was sent, word for word. */
export type Unreadable = { externalId: string | null; problem: string; raw: string }

/**
 * One page. `isLast` is certain: a page shorter than asked. `matches`: how many rows the whole list has, when the CRM
 * says so.
 */
export type CrmPage<T> = { items: T[]; unreadable: Unreadable[]; isLast: boolean; matches?: number | null }

export type PageCustomers = { type: CrmCustomerRef['type']; page: number }

/** `by`: `term` is whatever the CRM's own search looks through; the others are exact. */
export type SearchCustomers = {
  type: CrmCustomerRef['type']
  by: 'term' | 'email' | 'vatNumber'
  term: string
}

/** The forms in which a CRM gives an invoice as a document. */
export type DocumentKind = 'pdf' | 'ubl'

/** A document's bytes as they came, unchecked; or why there are none, with words for the log and for support. */
export type CrmDocument = { bytes: Buffer } | { refusal: DownloadRefusal | 'crm_refused'; detail: string }

/** By id; by change; by the day on the invoice, both days included; or by number, as a person writes it. */
export type ListInvoices =
  | { externalIds: readonly string[] }
  | { updatedSince: Date; page: number }
  | { dates: { from: CalendarDay; to: CalendarDay }; page: number }
  | { number: string; page: number }

/** What any CRM must offer. What a CRM cannot do is absent, and the screen asks for presence, not for a name. */
export type CrmSource = {
  identify(): Promise<CrmAccount>
  /**
   * At most 100 ids, or a page of up to 100 rows in a steady order; pages begin at 1. Ids that the CRM does not have are
   * absent. Each row is held against what was asked: SourceRejectedError `filter_ignored` when one does not fit.
   */
  listInvoices(query: ListInvoices): Promise<CrmPage<CrmInvoice>>
  /** At most 100 references of either type; unknown ones are absent. */
  listCustomers(refs: readonly CrmCustomerRef[]): Promise<CrmPage<CrmCustomer>>
  /** One customer's whole record; undefined when the CRM says that there is none. */
  findCustomer(
    ref: CrmCustomerRef,
    options?: { signal?: AbortSignal },
  ): Promise<CrmCustomer | Unreadable | undefined>
  /** Every customer of a type, deactivated ones too, 100 rows a page in a steady order; pages begin at 1. */
  pageCustomers(query: PageCustomers): Promise<CrmPage<CrmCustomer>>
  /** At most 20 active ones, in the CRM's own order; `signal` ends the call, and the wait for its turn. */
  searchCustomers(query: SearchCustomers, options?: { signal?: AbortSignal }): Promise<CrmPage<CrmCustomer>>
  /** One invoice by id, straight from its record; undefined when the CRM says that there is none. */
  findInvoice(externalId: string): Promise<CrmInvoice | Unreadable | undefined>
  /**
   * The invoice's document, as the CRM has it at this moment; fetched without our token, under caps on time and size. That
   * it is not there (yet), or not fit to be fetched, is an answer; it throws only when the CRM itself cannot be asked.
   */
  downloadDocument(document: { externalId: string; kind: DocumentKind }): Promise<CrmDocument>
  /** Custom field values on the invoice itself, by invoice id. */
  invoiceFields(externalId: string): Promise<CrmFieldValue[]>
  /** Custom field values of the subscriptions that made the invoice (several are possible). */
  subscriptionFields(
    invoice: Pick<CrmInvoice, 'externalId' | 'subscriptionExternalId'>,
  ): Promise<CrmFieldValue[]>
  listFields(context: CrmFieldContext): Promise<CrmField[]>
  /** Makes a select with these options and gives its id. Asked twice, it makes two: look for it first. */
  createField?(field: NewCrmField): Promise<{ id: string }>
  listDepartments(): Promise<CrmDepartment[]>
  /**
   * Registers one payment on an invoice: whoever calls it has read the invoice's payments first and reads them again
   * afterwards. SourceRejectedError: it was refused and did not happen. Any other error: it may have happened.
   */
  registerPayment(payment: RegisterPayment): Promise<void>
  /** Takes all payments of an invoice away: there is no way to take away one. */
  removePayments(externalId: string): Promise<void>
  /** The ways to pay that can be chosen now. */
  listPaymentMethods(): Promise<CrmPaymentMethod[]>
  /** At most 100 credit notes by id; those that the CRM does not have, or that cannot be read, are absent. */
  findCreditNotes(externalIds: readonly string[]): Promise<CrmCreditNote[]>
  /** The credit notes of an invoice. */
  listCredits(externalId: string): Promise<CrmCredit[]>
  /** The notes on an invoice's timeline. */
  listNotes(invoiceExternalId: string): Promise<CrmNote[]>
  /** Leaves a note on an invoice's timeline; gives its id. */
  createNote(note: { invoiceExternalId: string; content: string }): Promise<string>
  listWebhooks(): Promise<{ url: string; types: string[] }[]>
  registerWebhook(url: string, types: readonly string[]): Promise<void>
  unregisterWebhook(url: string, types: readonly string[]): Promise<void>
}

/** What a pushed event names. `kind` is what our verbs act on; `unknown` is stored and ignored with a cause. */
export type CrmEvent = {
  type: string
  subject: {
    kind: 'invoice' | 'credit_note' | 'company' | 'person' | 'account' | 'unknown'
    externalId: string
  } | null
  accountExternalId: string | null
}

/** One CRM: how to get in, how to read what it pushes, how to talk to it. */
export type CrmKind = {
  name: SourceName
  label: string
  /** Types to subscribe to per switch (promise N1, A2). `always` holds what tells of the account's own end. */
  eventTypes: { invoices: readonly string[]; customers: readonly string[]; always: readonly string[] }
  /** How many calls of one account are allowed in any window of that length. Infinity: not counted. */
  callLimit: { calls: number; windowMs: number }
  authorizeUrl(input: { state: string; redirectUri: string }): string
  exchangeCode(input: { code: string; redirectUri: string }): Promise<TokenPair>
  /** Throws ReconnectNeededError when the refresh token is refused for good. */
  refreshTokens(refreshToken: string): Promise<TokenPair>
  /** Never throws: a body that is no event of this CRM gives undefined. */
  parseEvent(body: unknown): CrmEvent | undefined
  open(session: SourceSession): CrmSource
}

export type Sources = Readonly<Record<SourceName, CrmKind>>
