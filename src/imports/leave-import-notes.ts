import type { Tx } from '../context.ts'
import { leaveNotes, type NewNote } from '../crm-notes/index.ts'
import { causeWords } from './cause-words.ts'
import type { ImportCause } from './import-cause.ts'
import type { LineToWrite } from './import-line-table.ts'

/**
 * Causes that stay until somebody changes something. A draft or an outage passes; of an invoice that is settled nobody needs
 * to be told that it is not followed up.
 */
const lastingCauses: readonly ImportCause[] = ['zero_amount', 'negative_amount', 'department_not_chosen']

/** Tells people who look at an invoice in the CRM that it is here, or why it never will be (promise B18): once each. */
export function leaveImportNotes(
  tx: Tx,
  input: { connectionId: string; lines: readonly LineToWrite[] },
): Promise<void> {
  const notes = input.lines.flatMap(({ externalId, outcome, cause }): NewNote[] => {
    if (outcome === 'imported') return [{ invoiceExternalId: externalId, event: 'imported' }]
    if (outcome !== 'skipped' || !isLasting(cause)) return []
    const detail: NewNote['detail'] = (language) => causeWords(cause, language).title
    return [{ invoiceExternalId: externalId, event: 'not_imported', detail }]
  })
  return leaveNotes(tx, { connectionId: input.connectionId, notes })
}

function isLasting(cause: LineToWrite['cause']): cause is ImportCause {
  return lastingCauses.some((lasting) => lasting === cause)
}
