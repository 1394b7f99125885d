import type { SandboxAnswers } from './answers.ts'
import type { NewCompany, NewContact, NewInvoice } from './builders.ts'
import { addCompany, addContact, addInvoice, addMany, oneLine, openCents } from './builders.ts'
import { creditAmount, deleteCreditNote, editCreditNote } from './credit-moves.ts'
import type { NewCustomField } from './custom-fields.ts'
import {
  addCustomFieldDefinition,
  removeCustomFieldDefinition,
  removeCustomFieldOption,
} from './custom-fields.ts'
import { changeCustomer, deleteCustomer, mergeCustomers } from './customer-moves.ts'
import type { Deliverer, WebhookNext, WebhookRates } from './deliverer.ts'
import type { Faults, SandboxFault } from './faults.ts'
import {
  bookInvoice,
  changeInvoice,
  deleteInvoice,
  getInvoice,
  registerPayment,
  removePayments,
} from './invoice-moves.ts'
import type { JournalDelivery } from './journal.ts'
import type { OAuth, TokenPair } from './oauth.ts'
import type { RateLimit } from './rate-limit.ts'
import type {
  CompanyRecord,
  ContactRecord,
  CreditNoteRecord,
  CustomerRef,
  CustomFieldDefinitionRecord,
  DepartmentRecord,
  InvoiceRecord,
  SubscriptionRecord,
} from './records.ts'
import type { NewSubscription } from './subscriptions.ts'
import { addSubscription } from './subscriptions.ts'
import type { PdfFault, World } from './world.ts'

/** Everything that a person could do in Teamleader, and everything that could go wrong with it. */
export type SandboxControl = {
  addCompany(input?: NewCompany): CompanyRecord
  addContact(input?: NewContact): ContactRecord
  addInvoice(input?: NewInvoice): InvoiceRecord
  bookInvoice(id: string, on?: string): InvoiceRecord
  /** Changes the amount, VAT included, in cents: the way a zero invoice is raised. */
  setInvoiceTotal(id: string, totalCents: number): InvoiceRecord
  payInvoice(id: string): InvoiceRecord
  partPay(id: string, amountCents: number): InvoiceRecord
  removePayments(id: string): InvoiceRecord
  /** A credit note over a part of the amount, VAT included, in cents; without an amount over the whole. */
  creditInvoice(id: string, amountCents?: number): CreditNoteRecord
  /** Changes any fact of a credit note, such as its invoice; null takes it off. */
  editCreditNote(id: string, change: Partial<CreditNoteRecord>): CreditNoteRecord
  deleteCreditNote(id: string): void
  /** Changes any fact of an invoice: due date, custom fields, hold, note. */
  editInvoice(id: string, change: Partial<InvoiceRecord>): InvoiceRecord
  deleteInvoice(id: string): void
  /** What was noted on the timeline of a thing, oldest first. */
  notesOn(subjectId: string): string[]
  addSubscription(input: NewSubscription): SubscriptionRecord
  addCustomField(input: NewCustomField): CustomFieldDefinitionRecord
  removeCustomField(id: string): void
  removeCustomFieldOption(id: string, value: string): void
  departments(): DepartmentRecord[]
  /** Many booked invoices at once and without webhooks, for measurements. Customers are companies. */
  addMany(count: { invoices: number; customers: number }): { invoiceIds: string[]; companyIds: string[] }
  invoices(): InvoiceRecord[]
  companies(): CompanyRecord[]
  contacts(): ContactRecord[]
  editCompany(id: string, change: Partial<CompanyRecord>): CompanyRecord
  editContact(id: string, change: Partial<ContactRecord>): ContactRecord
  mergeCompanies(winnerId: string, loserId: string): void
  mergeContacts(winnerId: string, loserId: string): void
  deactivate(customer: CustomerRef): void
  deleteCompany(id: string): void
  deleteContact(id: string): void
  delayPdfs(ms: number): void
  breakPdfs(fault: PdfFault | null): void
  issueTokens(): TokenPair
  expireAccessTokens(): void
  revokeTokens(): void
  replyOnce(endpoint: string, fault: SandboxFault, times?: number): void
  replyAlways(endpoint: string, fault: SandboxFault): void
  clearFaults(endpoint?: string): void
  faults(): Array<{ endpoint: string; kind: string; left: number | null }>
  ignoreFilters(on: boolean): void
  movePagesWhilePaging(on: boolean): void
  setRateLimit(perMinute: number | null): void
  setLatency(ms: number): void
  answers(change?: Partial<SandboxAnswers>): SandboxAnswers
  webhooks: SandboxWebhooks
  clock: { now(): Date; set(instant: Date | string): void; advance(ms: number): void }
}
export type SandboxWebhooks = {
  /** Mistreats the next n events. */
  next(change: Partial<WebhookNext>): void
  /** Mistreats this share (0 to 1) of all events. */
  rates(change: Partial<WebhookRates>): void
  delayBy(ms: number): void
  mode(mode: 'auto' | 'manual'): void
  /** Sends what waits and is due now. */
  deliver(): Promise<JournalDelivery[]>
  sendRaw(body: string, url?: string): Promise<JournalDelivery[]>
  /** Announces something that did not happen (or happened outside the sandbox's knowledge). */
  announce(type: string, subjectId: string): void
  registered(): Array<{ url: string; types: string[] }>
  waiting(): JournalDelivery[]
}
type ControlParts = { world: World; deliverer: Deliverer; oauth: OAuth; faults: Faults; rateLimit: RateLimit }

/** The same verbs for tests, for the control panel and for the control API. */
export function createControl(parts: ControlParts): SandboxControl {
  return {
    ...customerVerbs(parts.world),
    ...invoiceVerbs(parts.world),
    ...troubleVerbs(parts),
    webhooks: webhookVerbs(parts),
    clock: {
      now: () => new Date(parts.world.clock.now()),
      set: parts.world.clock.set,
      advance: parts.world.clock.advance,
    },
  }
}

function customerVerbs(world: World) {
  return {
    addCompany: (input?: NewCompany) => addCompany(world, input),
    addContact: (input?: NewContact) => addContact(world, input),
    editCompany(id: string, change: Partial<CompanyRecord>) {
      changeCustomer(world, { type: 'company', id }, change)
      return world.companies.get(id) as CompanyRecord
    },
    editContact(id: string, change: Partial<ContactRecord>) {
      changeCustomer(world, { type: 'contact', id }, change)
      return world.contacts.get(id) as ContactRecord
    },
    mergeCompanies: (winnerId: string, loserId: string) =>
      mergeCustomers(world, { type: 'company', id: winnerId }, loserId),
    mergeContacts: (winnerId: string, loserId: string) =>
      mergeCustomers(world, { type: 'contact', id: winnerId }, loserId),
    deactivate: (customer: CustomerRef) => changeCustomer(world, customer, { status: 'deactivated' }),
    deleteCompany: (id: string) => deleteCustomer(world, { type: 'company', id }),
    deleteContact: (id: string) => deleteCustomer(world, { type: 'contact', id }),
  }
}

function invoiceVerbs(world: World) {
  const receive = (id: string, amountCents: number) =>
    registerPayment(world, id, { paidAt: world.clock.now(), amountCents, methodId: null })
  return {
    addInvoice: (input?: NewInvoice) => addInvoice(world, input),
    bookInvoice: (id: string, on?: string) => bookInvoice(world, id, on ?? world.clock.today(), 'free'),
    setInvoiceTotal(id: string, totalCents: number) {
      const invoice = getInvoice(world, id)
      const line = oneLine(world, invoice.departmentId, { total: totalCents })
      return changeInvoice(world, invoice, { sections: [{ title: '', lines: [line] }] })
    },
    payInvoice: (id: string) => receive(id, openCents(world, getInvoice(world, id))),
    partPay: receive,
    removePayments: (id: string) => removePayments(world, id),
    creditInvoice: (id: string, amountCents?: number) => creditAmount(world, id, amountCents),
    editCreditNote: (id: string, change: Partial<CreditNoteRecord>) => editCreditNote(world, id, change),
    deleteCreditNote: (id: string) => deleteCreditNote(world, id),
    editInvoice: (id: string, change: Partial<InvoiceRecord>) =>
      changeInvoice(world, getInvoice(world, id), change),
    deleteInvoice: (id: string) => deleteInvoice(world, id, true),
    notesOn: (subjectId: string) =>
      [...world.notes.all()].filter(({ subject }) => subject?.id === subjectId).map(({ content }) => content),
    addSubscription: (input: NewSubscription) => addSubscription(world, input),
    addCustomField: (input: NewCustomField) => addCustomFieldDefinition(world, input),
    removeCustomField: (id: string) => removeCustomFieldDefinition(world, id),
    removeCustomFieldOption: (id: string, value: string) => removeCustomFieldOption(world, id, value),
    departments: () => [...world.catalog.departments.all()],
    addMany: (count: { invoices: number; customers: number }) => addMany(world, count),
    invoices: () => [...world.invoices.all()],
    companies: () => [...world.companies.all()],
    contacts: () => [...world.contacts.all()],
  }
}

function troubleVerbs({ world, oauth, faults, rateLimit }: ControlParts) {
  return {
    delayPdfs(ms: number) {
      world.pdf.delayMs = ms
    },
    breakPdfs(fault: PdfFault | null) {
      world.pdf.faults = fault ? [...world.pdf.faults, fault] : []
    },
    issueTokens: oauth.issue,
    expireAccessTokens: oauth.expireAccessTokens,
    revokeTokens: oauth.revokeAll,
    replyOnce: faults.once,
    replyAlways: faults.always,
    clearFaults: faults.clear,
    faults: faults.list,
    ignoreFilters(on: boolean) {
      world.ignoreFilters = on
    },
    movePagesWhilePaging(on: boolean) {
      world.movePagesWhilePaging = on
    },
    setLatency(ms: number) {
      rateLimit.latencyMs = ms
    },
    setRateLimit(perMinute: number | null) {
      rateLimit.limit = perMinute
    },
    answers: (change: Partial<SandboxAnswers> = {}) => Object.assign(world.answers, change),
  }
}

function webhookVerbs({ world, deliverer }: ControlParts): SandboxWebhooks {
  return {
    next: (change) => void Object.assign(deliverer.next, change),
    rates: (change) => void Object.assign(deliverer.rates, change),
    delayBy(ms) {
      deliverer.delay.ms = ms
    },
    mode: (mode) => deliverer.setMode(mode),
    deliver: () => deliverer.deliver(),
    sendRaw: (body, url) => deliverer.sendRaw(body, url),
    announce: (type, id) => world.emit({ type, subject: { type: type.split('.')[0] ?? '', id } }),
    registered: () => [...world.hooks].map(([url, types]) => ({ url, types: [...types] })),
    waiting: () => deliverer.waiting(),
  }
}
