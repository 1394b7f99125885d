import { decideImport, type ImportCause } from '../imports/index.ts'
import type { CrmAnswer, Evidence } from './evidence.ts'

/** Why an invoice is not here: a cause of the ledger, or what only this look can tell. */
export const ownVerdicts = [
  'already_here',
  'archived_here',
  'unknown_number',
  'cannot_be_asked',
  'switched_off',
  'connection_off',
  'never_told',
  'changed_since',
  'waits_for_its_turn',
] as const
export type OwnVerdict = (typeof ownVerdicts)[number]
export type VerdictCode = ImportCause | OwnVerdict

/** The one thing that helps most. `import` is for what the ledger has no line of, `retry` for what it has. */
export type RemedyKind = 'retry' | 'import' | 'open_in_crm' | 'open_settings' | 'reconnect' | 'open_invoice'
export type Verdict = { code: VerdictCode; remedy: RemedyKind | null }

/** Says from the evidence why an invoice is not here (promise B15). Present facts go before what the ledger remembers. */
export function decideVerdict(evidence: Evidence): Verdict {
  const code = codeOf(evidence)
  return { code, remedy: remedyOf(code, evidence) }
}

function codeOf(evidence: Evidence): VerdictCode {
  const { invoice, connection, crm } = evidence
  if (invoice) return invoice.isArchived ? 'archived_here' : 'already_here'
  if (connection.state === 'disconnected') return 'connection_off'
  if (crm.kind === 'unreadable') return 'unreadable_invoice'
  if (crm.kind === 'absent') return whenAbsent(evidence)
  // Without an answer the ledger is what we know; what it says of an outage is no news.
  if (crm.kind === 'no_answer') return withoutAnswer(evidence, crm.cause)
  return whenFound(evidence, crm)
}

/** What nobody told us of is not said to be known, nor that it will be asked for again by itself: nothing will. */
function withoutAnswer({ line, events }: Evidence, cause: ImportCause): VerdictCode {
  if (line?.outcome === 'skipped' && line.cause) return line.cause
  return cause === 'crm_unavailable' && !line && events.length === 0 ? 'cannot_be_asked' : cause
}

function whenAbsent({ line, events, externalId }: Evidence): VerdictCode {
  const isSaidDeleted = events.some(({ type }) => type?.endsWith('.deleted'))
  if (isSaidDeleted || line?.cause === 'deleted_in_crm') return 'deleted_in_crm'
  if (line?.cause === 'not_visible_yet') return 'not_visible_yet'
  return externalId === null ? 'unknown_number' : 'not_found_in_crm'
}

function whenFound(evidence: Evidence, { invoice }: Extract<CrmAnswer, { kind: 'found' }>): VerdictCode {
  const { connection, line, events } = evidence
  const decision = decideImport({
    invoice,
    isKnown: false,
    departmentExternalIds: connection.departmentExternalIds,
  })
  if (decision.do === 'skip') return decision.cause
  if (line?.cause && stillStands.includes(line.cause)) return line.cause
  if (events.some(({ state }) => state === 'pending') || line?.outcome === 'failed')
    return 'waits_for_its_turn'
  if (line) return 'changed_since'
  const isSwitchedOff = !connection.importInvoicesAutomatically
  return isSwitchedOff || events.some(({ cause }) => cause === 'switched_off') ? 'switched_off' : 'never_told'
}

/** What a look at the invoice alone does not disprove. */
const stillStands: readonly ImportCause[] = ['unreadable_customer', 'cannot_be_stored', 'crm_refused']

const remedies: Readonly<Record<VerdictCode, RemedyKind | null>> = {
  already_here: 'open_invoice',
  archived_here: 'open_invoice',
  unknown_number: null,
  cannot_be_asked: null,
  switched_off: 'import',
  connection_off: 'reconnect',
  never_told: 'import',
  changed_since: 'retry',
  waits_for_its_turn: 'retry',
  draft: 'open_in_crm',
  paid: 'open_in_crm',
  credited: 'open_in_crm',
  zero_amount: 'open_in_crm',
  negative_amount: 'open_in_crm',
  department_not_chosen: 'open_settings',
  deleted_in_crm: null,
  not_found_in_crm: 'retry',
  unreadable_invoice: 'retry',
  unreadable_customer: 'retry',
  cannot_be_stored: 'retry',
  crm_unavailable: 'retry',
  crm_refused: 'retry',
  reconnect_needed: 'reconnect',
  not_visible_yet: 'retry',
}

function remedyOf(code: VerdictCode, { line, crm }: Evidence): RemedyKind | null {
  const remedy = remedies[code]
  const webUrl = (crm.kind === 'found' ? crm.invoice.webUrl : null) ?? line?.webUrl
  if (remedy === 'open_in_crm' && !webUrl) return line ? 'retry' : null
  // Without a line there is nothing to retry; what the CRM shows can be imported.
  if (remedy === 'retry' && !line) return crm.kind === 'found' ? 'import' : null
  return remedy
}
