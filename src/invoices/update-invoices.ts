import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import type { Invoice, InvoiceFacts } from './invoice.ts'
import { changeActivities, changedFacts } from './invoice-changes.ts'
import { factColumns, factRecord, factRow, factValues } from './invoice-rows.ts'

/**
 * Brings invoices to what the CRM says now (promise B16) with one statement, and answers which of them really
 * changed. Where nothing changed nothing is written, so a second run leaves no trace.
 */
export async function updateInvoices(
  tx: Tx,
  updates: readonly { known: Invoice; facts: InvoiceFacts }[],
): Promise<Set<string>> {
  const changes = updates
    .map((update) => ({ ...update, changed: changedFacts(update.known, update.facts) }))
    .filter((update) => update.changed.length > 0)
  if (changes.length === 0) return new Set()
  const rows = changes.map(({ known, facts }) => factRow(known.id, facts))
  await sql`
    update invoices set (${factColumns}) = row(${factValues}), state_cause = null, updated_at = ${tx.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${factRecord})
    where invoices.creditor_id = ${creditorOf(tx)} and invoices.id = r.id`.execute(tx.db)
  await recordActivities(
    tx,
    changes.flatMap(({ known, facts, changed }) => changeActivities(known, facts, changed)),
  )
  return new Set(changes.map(({ known }) => known.id))
}
