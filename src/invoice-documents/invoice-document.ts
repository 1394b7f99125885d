/** In which form. Every invoice has its PDF; the UBL is for those who want it. */
export const documentKinds = ['pdf', 'ubl'] as const
export type DocumentKind = (typeof documentKinds)[number]

/**
 * `waiting`: the schedule tries for the wanted version. `retrieved`: the wanted version is here. `given_up`: the schedule
 * is over, and a person is asked.
 */
export type DocumentState = 'waiting' | 'retrieved' | 'given_up'

/** Why a document is not here (yet); each has words. */
export const documentCauses = [
  'not_there_yet',
  'crm_unavailable',
  'calls_used_up',
  'reconnect_needed',
  'crm_refused',
  'location_refused',
  'unsafe_location',
  'host_unavailable',
  'too_large',
  'empty',
  'cut',
  'web_page',
  'not_a_pdf',
  'unreadable_pdf',
  'no_pages',
  'password_protected',
  'not_a_ubl',
  'unreadable_ubl',
  'wrong_invoice',
  'lost',
  'invoice_archived',
  'unexpected',
] as const
export type DocumentCause = (typeof documentCauses)[number]

/** Teamleader or its budget, not the document: no try of the schedule is used up, it waits. */
export type OutageCause = Extract<DocumentCause, 'crm_unavailable' | 'calls_used_up' | 'reconnect_needed'>

/** Something came or was offered, and was not taken: not the usual waiting, but what a person should know of. */
const refusals: readonly DocumentCause[] = [
  'crm_refused',
  'unsafe_location',
  'too_large',
  'empty',
  'cut',
  'web_page',
  'not_a_pdf',
  'unreadable_pdf',
  'no_pages',
  'password_protected',
  'not_a_ubl',
  'unreadable_ubl',
  'wrong_invoice',
]

export function isRefusal(cause: DocumentCause): boolean {
  return refusals.includes(cause)
}

/** What a try that failed may name. */
export type FailureCause = Exclude<DocumentCause, OutageCause>

/** The PDF or UBL of an invoice; at most one of a kind. Instants are UTC. */
export type InvoiceDocument = {
  id: string
  connectionId: string
  invoiceId: string
  kind: DocumentKind
  state: DocumentState
  /** As the CRM names them; null while it has named none. */
  versionWanted: string | null
  versionHeld: string | null
  /** Tries of the schedule that failed since this version is wanted. */
  attempts: number
  lastTriedAt: Date | null
  lastError: DocumentCause | null
  lastErrorDetail: string | null
  nextTryAt: Date | null
  claimedUntil: Date | null
  storageKey: string | null
  sha256: string | null
  sizeBytes: number | null
  contentType: string | null
  retrievedAt: Date | null
}

export const documentColumns = [
  'id',
  'connectionId',
  'invoiceId',
  'kind',
  'state',
  'versionWanted',
  'versionHeld',
  'attempts',
  'lastTriedAt',
  'lastError',
  'lastErrorDetail',
  'nextTryAt',
  'claimedUntil',
  'storageKey',
  'sha256',
  'sizeBytes',
  'contentType',
  'retrievedAt',
] as const

/** One is kept, and it is not the wanted version: it may be looked at until the new one is here. */
export function isStale(document: InvoiceDocument): boolean {
  return document.storageKey !== null && document.state !== 'retrieved'
}
