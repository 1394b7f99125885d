import type {
  ImportCause,
  ImportOutcome,
  InvoiceFilterState,
  InvoiceSort,
  SubjectKind,
} from './client/contract.ts'
import type { CustomerKind, CustomerSort } from './client/customer-contract.ts'
import { type RowOutcome, rowOutcomes } from './client/customer-files-contract.ts'

type DocumentMark = (typeof documentMarks)[number]
type InvoiceStop = (typeof invoiceStops)[number]
type InvitationMark = (typeof invitationMarks)[number]

/** What the addresses of the pages may carry after the question mark. Anything else in an address is ignored. */

type Raw = Record<string, unknown>

export type InvoicesSearch = {
  state?: InvoiceFilterState
  q?: string
  profileId?: string
  chosenBy?: ChosenBy
  document?: DocumentMark
  invitation?: InvitationMark
  stop?: InvoiceStop
  /** With any, with none, or with this one. */
  warning?: WarningChoice
  customerId?: string
  connectionId?: string
  departmentId?: string
  currency?: string
  /** Which day a period is about; the invoice date when it does not say. */
  dateOf?: DateOf
  /** A period that moves with the calendar; days of one's own stand in `dateFrom` and `dateTo`. */
  period?: InvoicePeriod
  dateFrom?: string
  dateTo?: string
  sort?: InvoiceSort
  order?: 'asc' | 'desc'
  /** The saved view that was chosen. */
  view?: string
}
export type ChosenBy = (typeof chosenByRules)[number]
export type WarningChoice = (typeof warningChoices)[number]
export type DateOf = (typeof dateKinds)[number]
export type InvoicePeriod = (typeof invoicePeriods)[number]

export type CustomersSearch = {
  kind?: CustomerKind
  q?: string
  withoutEmail?: true
  hasOpen?: true
  profileId?: string
  language?: string
  link?: CustomerLinkFilter
  sort?: CustomerSort
  order?: 'asc' | 'desc'
}
type TaskKind = (typeof taskKinds)[number]
export type CustomerLinkFilter = (typeof customerLinks)[number]

export type ImportSearch = { view?: ImportView; outcome?: ImportOutcome; cause?: ImportCause; q?: string }
export type ImportView = (typeof importViews)[number]
/** What is asked, so that it can be shared and asked again, or the run that answers it. */
export type ManualImportSearch = {
  run?: string
  outcome?: ImportOutcome
  account?: string
  from?: string
  to?: string
  numbers?: string
  departments?: string
}
export type ActivitySearch = { about?: SubjectKind }
/** `view`: the tab that is open; a rule, or what bears a warning. */
export type ProfileChoicesSearch = {
  view?: ProfileChoicesView
  warning?: WarningCode
  profileId?: string
  q?: string
}
export type ProfileChoicesView = (typeof profileChoicesViews)[number]
export type WarningCode = (typeof warningCodes)[number]
export type CustomerImportSearch = { step?: 'columns'; outcome?: RowOutcome }
export type ConnectSearch = { connected?: string; connectProblem?: string }
/** `day`: the one whose list is open; its month is shown. */
export type CalendarSearch = { day?: string }
export type TasksSearch = { kind?: TaskKind }
/** `currency`: the one that is shown where there are several. */
export type OverviewSearch = { currency?: string }
export type SignInSearch = { next?: string }

export const invoiceStates = ['open', 'overdue', 'paid', 'archived', 'all'] as const
export const documentMarks = ['retrieved', 'waiting', 'given_up', 'none'] as const
export const invitationMarks = ['sent', 'planned', 'waiting', 'held', 'failed', 'unknown', 'none'] as const
export const invoiceStops = ['hold', 'dispute', 'promise'] as const
export const chosenByRules = ['invoice_field', 'subscription_field', 'customer', 'connection'] as const
export const warningChoices = [
  'true',
  'false',
  'unknown_profile',
  'deleted_option',
  'several_profiles',
  'missing_field',
] as const
const [, , ...warningCodes] = warningChoices
export const profileChoicesViews = ['warned', ...chosenByRules] as const
export const dateKinds = ['invoiceDate', 'dueDate'] as const
export const invoicePeriods = [
  'thisMonth',
  'lastMonth',
  'days30',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
] as const
export const customerKinds = ['company', 'person'] as const
export const customerLinks = ['linked', 'notLinked', 'gone'] as const
export const customerSorts = ['name', 'number', 'city', 'createdAt'] as const
export const taskKinds = [
  'connection',
  'mail',
  'message',
  'question',
  'payment',
  'document',
  'import',
  'profile',
] as const
export const importViews = ['runs', 'why'] as const
export const importOutcomes = ['imported', 'updated', 'unchanged', 'skipped', 'failed'] as const
export const subjectKinds = [
  'invoice',
  'import_line',
  'customer',
  'connection',
  'profile',
  'creditor',
  'customer_import',
  'shared_file',
  'long_run',
] as const
const importCauses: readonly ImportCause[] = [
  'draft',
  'paid',
  'credited',
  'zero_amount',
  'negative_amount',
  'department_not_chosen',
  'deleted_in_crm',
  'not_found_in_crm',
  'unreadable_invoice',
  'unreadable_customer',
  'cannot_be_stored',
  'crm_unavailable',
  'crm_refused',
  'reconnect_needed',
  'not_visible_yet',
]
const invoiceSorts = ['invoiceDate', 'dueDate', 'number', 'openAmount', 'customer'] as const

export function readInvoicesSearch(raw: Raw): InvoicesSearch {
  return onlyKnown(raw, {
    state: oneOf(invoiceStates, raw.state),
    q: text(raw.q),
    profileId: text(raw.profileId),
    chosenBy: oneOf(chosenByRules, raw.chosenBy),
    document: oneOf(documentMarks, raw.document),
    invitation: oneOf(invitationMarks, raw.invitation),
    stop: oneOf(invoiceStops, raw.stop),
    warning: oneOf(warningChoices, String(raw.warning)),
    customerId: text(raw.customerId),
    connectionId: text(raw.connectionId),
    departmentId: text(raw.departmentId),
    currency: currency(raw.currency),
    dateOf: oneOf(dateKinds, raw.dateOf),
    period: oneOf(invoicePeriods, raw.period),
    dateFrom: day(raw.dateFrom),
    dateTo: day(raw.dateTo),
    sort: oneOf(invoiceSorts, raw.sort),
    order: oneOf(['asc', 'desc'] as const, raw.order),
    view: text(raw.view),
  })
}

export function readCustomersSearch(raw: Raw): CustomersSearch {
  return onlyKnown(raw, {
    kind: oneOf(customerKinds, raw.kind),
    q: text(raw.q),
    withoutEmail: flag(raw.withoutEmail),
    hasOpen: flag(raw.hasOpen),
    profileId: text(raw.profileId),
    language: text(raw.language),
    link: oneOf(customerLinks, raw.link),
    sort: oneOf(customerSorts, raw.sort),
    order: oneOf(['asc', 'desc'] as const, raw.order),
  })
}

export function readImportSearch(raw: Raw): ImportSearch {
  return onlyKnown(raw, {
    view: oneOf(importViews, raw.view),
    outcome: oneOf(importOutcomes, raw.outcome),
    cause: oneOf(importCauses, raw.cause),
    q: text(raw.q),
  })
}

export function readManualImportSearch(raw: Raw): ManualImportSearch {
  return onlyKnown(raw, {
    run: text(raw.run),
    outcome: oneOf(importOutcomes, raw.outcome),
    account: text(raw.account),
    from: text(raw.from),
    to: text(raw.to),
    numbers: text(raw.numbers),
    departments: text(raw.departments),
  })
}

export function readActivitySearch(raw: Raw): ActivitySearch {
  return onlyKnown(raw, { about: oneOf(subjectKinds, raw.about) })
}

export function readTasksSearch(raw: Raw): TasksSearch {
  return onlyKnown(raw, { kind: oneOf(taskKinds, raw.kind) })
}

export function readCalendarSearch(raw: Raw): CalendarSearch {
  return onlyKnown(raw, { day: day(raw.day) })
}

export function readOverviewSearch(raw: Raw): OverviewSearch {
  return onlyKnown(raw, { currency: currency(raw.currency) })
}

export function readProfileChoicesSearch(raw: Raw): ProfileChoicesSearch {
  return onlyKnown(raw, {
    view: oneOf(profileChoicesViews, raw.view),
    warning: oneOf(warningCodes, raw.warning),
    profileId: text(raw.profileId),
    q: text(raw.q),
  })
}

export function readConnectSearch(raw: Raw): ConnectSearch {
  return onlyKnown(raw, { connected: text(raw.connected), connectProblem: text(raw.connectProblem) })
}

export function readCustomerImportSearch(raw: Raw): CustomerImportSearch {
  return onlyKnown(raw, {
    step: oneOf(['columns'] as const, raw.step),
    outcome: oneOf(rowOutcomes, raw.outcome),
  })
}

/** Only an address of this app, so that a link cannot lead elsewhere after the sign-in. */
export function readSignInSearch(raw: Raw): SignInSearch {
  const next = text(raw.next)
  return onlyKnown(raw, { next: next && /^\/(?![/\\])/.test(next) ? next : undefined })
}

/** Numbers too: the router reads `q=2026` as a number. */
function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function currency(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
}

function flag(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value)
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/**
 * What was read, and nothing else. NOTE: the router lays it over the raw address, which would leave there what was not
 * understood; so all that the address names and we do not is answered as undefined.
 */
function onlyKnown<T extends Raw>(raw: Raw, values: T): Present<T> {
  const nothing = Object.fromEntries(Object.keys(raw).map((name) => [name, undefined]))
  return { ...nothing, ...values } as Present<T>
}
