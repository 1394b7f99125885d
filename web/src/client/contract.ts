/** The answers of the API, in the form that openapi-typescript generates. */

export type Language = 'en' | 'nl' | 'fr'
export type Money = { amountCents: number; currency: string }
export type Words = { code: string; title: string; explanation: string; remedy: string }

export type Failure = {
  error: { code: string; message: string; fields?: { path: string; message: string }[]; requestId: string }
}

export type Session = {
  user: { id: string; name: string; email: string; language: Language } | null
  creditor: { id: string; name: string; timeZone: string; language: string } | null
  isFirstRun: boolean
}

export type InvoiceState = 'booked' | 'pending' | 'paid' | 'expired' | 'archived'
export type InvoiceFilterState = 'open' | 'overdue' | 'paid' | 'archived' | 'all'
export type InvoiceSort = 'invoiceDate' | 'dueDate' | 'number' | 'openAmount' | 'customer'

export type InvoiceItem = {
  id: string
  number: string | null
  customerId: string
  customerName: string
  invoiceDate: string | null
  dueDate: string | null
  total: Money
  open: Money
  state: InvoiceState
  paymentState: 'open' | 'part_paid' | 'paid' | 'credited'
  profile: { id: string; name: string }
  warning: { code: string; title: string; detail: string | null } | null
  importedAt: string
}

export type Invoice = InvoiceItem & {
  connectionId: string
  externalId: string
  departmentName: string | null
  remittance: string | null
  purchaseOrderNumber: string | null
  webUrl: string | null
  paidAt: string | null
  externalUpdatedAt: string | null
  profileReason: { code: string; title: string; explanation: string }
  stateCause: { code: string; title: string } | null
  customer: {
    id: string
    number: string
    kind: 'company' | 'person'
    name: string
    email: string | null
    cc: string[]
    language: string | null
    city: string | null
    country: string | null
    vatNumber: string | null
  }
  importLineId: string | null
}

export type InvoiceFilters = {
  state?: InvoiceFilterState
  q?: string
  profileId?: string
  currency?: string
  warning?: 'true'
}

export type InvoiceSummary = { counts: Record<InvoiceFilterState, number>; openTotals: Money[] }

export type SubjectKind = 'creditor' | 'connection' | 'customer' | 'invoice' | 'import_line' | 'profile'

export type Activity = {
  id: string
  at: string
  subjectKind: SubjectKind
  subjectId: string
  kind: string
  cause: string | null
  title: string
  detail: string | null
  actor: { kind: 'user' | 'api_key' | 'webhook' | 'schedule' | 'cli' | 'system'; name: string | null }
}

export type ImportOutcome = 'imported' | 'updated' | 'unchanged' | 'skipped' | 'failed'
export type ImportAction = 'retry' | 'open_in_crm' | 'open_settings' | 'open_invoice'

export type ImportLine = {
  id: string
  externalId: string
  number: string | null
  customerName: string | null
  total: Money | null
  outcome: ImportOutcome
  cause: Words | null
  warning: { code: string; title: string; detail: string | null } | null
  invoiceId: string | null
  runId: string | null
  decidedAt: string
  attempts: number
  nextTryAt: string | null
  webUrl: string | null
  actions: ImportAction[]
}

export type ImportSummary = {
  counts: Record<ImportOutcome, number>
  causes: { code: string; title: string; count: number }[]
}

export type ImportRun = {
  id: string
  kind: 'webhook' | 'reconcile' | 'nightly' | 'retry' | 'by_hand'
  state: 'running' | 'finished' | 'failed'
  startedAt: string
  finishedAt: string | null
  counts: Partial<Record<ImportOutcome, number>>
  cause: Words | null
}

export type Connection = {
  id: string
  source: string
  label: string
  accountName: string
  state: 'connected' | 'reconnect_needed' | 'disconnected'
  stateReason: string | null
  importInvoicesAutomatically: boolean
  updateCustomersAutomatically: boolean
  defaultProfileId: string | null
  invoiceProfileFieldId: string | null
  subscriptionProfileFieldId: string | null
  departmentExternalIds: string[] | null
  hook: { isRegistered: boolean; problem: string | null; lastHeardAt: string | null }
  lastReconciledAt: string | null
  connectedUserName: string | null
  connectedAt: string
}

export type ConnectionOptions = Partial<
  Pick<
    Connection,
    | 'importInvoicesAutomatically'
    | 'updateCustomersAutomatically'
    | 'defaultProfileId'
    | 'invoiceProfileFieldId'
    | 'subscriptionProfileFieldId'
    | 'departmentExternalIds'
  >
>

export type ConnectionCheck = { check: string; ok: boolean; title: string; detail: string | null }
export type CrmField = { id: string; label: string; options: { id: string; value: string }[] }
export type Department = { externalId: string; name: string }
export type Profile = { id: string; name: string }
export type Creditor = {
  id: string
  name: string
  iban: string | null
  senderEmail: string | null
  language: string
  timeZone: string
}

export type FirstRun = {
  name: string
  email: string
  password: string
  language: Language
  business: { name: string; iban: string | null; senderEmail: string | null }
}

type Page<T> = { items: T[]; nextCursor: string | null }
type Paging = { cursor?: string; limit?: number }
type Json<T> = { content: { 'application/json': T } }
type Answers<T> = { responses: { 200: Json<T>; default: Json<Failure> } }
type Id = { path: { id: string } }
type Get<T, Q = never> = { get: Answers<T> & { parameters: { query?: Q } } }
type GetOne<T, Q = never> = { get: Answers<T> & { parameters: Id & { query?: Q } } }
type Post<T, B = never> = { post: Answers<T> & ([B] extends [never] ? unknown : { requestBody: Json<B> }) }
type PostTo<T> = { post: Answers<T> & { parameters: Id } }
type Patch<T, B> = { patch: Answers<T> & { requestBody: Json<B> } }
type PatchOne<T, B> = { patch: Answers<T> & { parameters: Id; requestBody: Json<B> } }

export type paths = {
  '/api/v1/session': Get<Session>
  '/api/v1/first-run': Post<Session, FirstRun>
  '/api/v1/sign-in': Post<Session, { email: string; password: string }>
  '/api/v1/sign-out': Post<unknown>
  '/api/v1/me': Patch<unknown, { language: Language }>
  '/api/v1/invoices': Get<
    Page<InvoiceItem>,
    InvoiceFilters & Paging & { sort?: InvoiceSort; order?: 'asc' | 'desc' }
  >
  '/api/v1/invoices/summary': Get<InvoiceSummary, InvoiceFilters>
  '/api/v1/invoices/{id}': GetOne<Invoice>
  '/api/v1/invoices/{id}/refresh': PostTo<{ outcome: ImportOutcome; invoice: Invoice }>
  '/api/v1/activities': Get<
    Page<Activity>,
    Paging & { subjectKind?: SubjectKind; subjectId?: string; kind?: string }
  >
  '/api/v1/import-lines': Get<
    Page<ImportLine>,
    Paging & { outcome?: ImportOutcome; cause?: string; q?: string }
  >
  '/api/v1/import-lines/summary': Get<ImportSummary>
  '/api/v1/import-lines/{id}/retry': PostTo<ImportLine>
  '/api/v1/import-runs': Get<Page<ImportRun>, Paging>
  '/api/v1/connections': Get<{ items: Connection[] }>
  '/api/v1/connections/authorise': Post<{ url: string }, { source: 'teamleader' }>
  '/api/v1/connections/{id}': PatchOne<Connection, ConnectionOptions>
  '/api/v1/connections/{id}/disconnect': PostTo<Connection>
  '/api/v1/connections/{id}/reconcile': PostTo<unknown>
  '/api/v1/connections/{id}/check': GetOne<{ checks: ConnectionCheck[] }>
  '/api/v1/connections/{id}/fields': GetOne<{ items: CrmField[] }, { context: 'invoice' | 'subscription' }>
  '/api/v1/connections/{id}/departments': GetOne<{ items: Department[] }>
  '/api/v1/profiles': Get<{ items: Profile[] }> & Post<Profile, { name: string }>
  '/api/v1/profiles/{id}': PatchOne<Profile, { name: string }>
  '/api/v1/creditor': Get<Creditor> & Patch<Creditor, Partial<Omit<Creditor, 'id'>>>
}
