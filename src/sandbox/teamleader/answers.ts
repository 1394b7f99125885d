/**
 * How the sandbox plays what nobody outside Teamleader knows for certain, and the switches that are settings
 * of a Teamleader account. Each can be changed while it runs.
 */
export type SandboxAnswers = {
  /** A select custom field's value: the option's text or its id. */
  selectValueForm: 'text' | 'id'
  /** Whether `total.due` goes down with a partial credit note. */
  dueReflectsPartialCredit: boolean
  /** How long an already used refresh token still works. */
  refreshGraceSeconds: number
  /** The form of the answer to a refused refresh. */
  invalidGrantForm: 'envelope' | 'rfc6749'
  maxPageSize: number
  overMaxPageSize: 'reject' | 'clamp'
  maxIds: number | null
  /** Several invoicing addresses of a company: all, the first only, or all in one text. */
  invoicingEmailsAs: 'many' | 'one' | 'joined'
  /** The answer of a download while the document is not made yet. */
  downloadBeforePdf: '404' | '400' | 'location404'
  /** How long a temporary download address works. */
  fileLinkSeconds: number
  overPayment: 'accept' | 'reject'
  paymentOnDraft: 'accept' | 'reject'
  paymentOnPaid: 'accept' | 'reject'
  /** What integrators report: some accounts take payments only while booked invoices are locked. */
  paymentWithoutStrictMode: 'accept' | 'reject'
  /** A full payment gives `invoice.updated` next to `invoice.paymentRegistered`. */
  paymentAlsoUpdates: boolean
  /** A credit note gives `invoice.updated` of its invoice next to its own events. */
  creditAlsoUpdates: boolean
  /** Account setting "booked invoices and credit notes cannot be edited". */
  strictMode: boolean
  creditNoteInfoForm: 'array' | 'object'
  rateLimitResetForm: 'colon' | 'no-colon'
  retryAfterHeader: boolean
  /** `meta` with the number of matches: when the caller asks for it, always, or never. */
  paginationMeta: 'asked' | 'always' | 'never'
  /** Fails keys that Teamleader ignores, to find misspelt ones. Not faithful, for development. */
  rejectUnknownKeys: boolean
  /** Minutes after the first attempt at which a refused webhook is sent again. */
  webhookRetryMinutes: number[]
  webhookTimeoutMs: number
  /** An answer 410 ends the registration. */
  goneUnregisters: boolean
}

/** The most likely answers, from the public material and from what integrators report. */
export function defaultAnswers(): SandboxAnswers {
  return {
    selectValueForm: 'text',
    dueReflectsPartialCredit: true,
    refreshGraceSeconds: 0,
    invalidGrantForm: 'envelope',
    maxPageSize: 100,
    overMaxPageSize: 'reject',
    maxIds: 100,
    invoicingEmailsAs: 'many',
    downloadBeforePdf: '404',
    fileLinkSeconds: 900,
    overPayment: 'accept',
    paymentOnDraft: 'reject',
    paymentOnPaid: 'accept',
    paymentWithoutStrictMode: 'accept',
    paymentAlsoUpdates: true,
    creditAlsoUpdates: true,
    strictMode: false,
    creditNoteInfoForm: 'array',
    rateLimitResetForm: 'colon',
    retryAfterHeader: false,
    paginationMeta: 'asked',
    rejectUnknownKeys: false,
    webhookRetryMinutes: [1, 5, 30],
    webhookTimeoutMs: 10_000,
    goneUnregisters: false,
  }
}
