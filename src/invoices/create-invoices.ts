import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import type { InvoiceFacts } from './invoice.ts'
import { factColumns, factRecord, factRow, factValues } from './invoice-rows.ts'

/**
 * Creates invoices that this connection did not have, with one statement. One that exists already (another process
 * was faster) is left as it is and absent from the answer: never a duplicate (promise B9). Its document counts as
 * waited for from the start: whoever creates an invoice asks for it in the same transaction.
 */
export async function createInvoices(
  tx: Tx,
  input: { connectionId: string; invoices: readonly InvoiceFacts[] },
): Promise<{ id: string; externalId: string }[]> {
  if (input.invoices.length === 0) return []
  const now = tx.now().toISOString()
  const rows = input.invoices.map((facts) => factRow(newId('inv'), facts))
  const created = await sql<{ id: string; externalId: string }>`
    insert into invoices (id, creditor_id, connection_id, external_id, imported_at, updated_at, document_state, ${factColumns})
    select r.id, ${creditorOf(tx)}, ${input.connectionId}, r.external_id, ${now}::timestamptz, ${now}::timestamptz, 'waiting', ${factValues}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${factRecord})
    on conflict (connection_id, external_id) do nothing
    returning id, external_id`.execute(tx.db)
  const factsById = new Map(input.invoices.map((facts) => [facts.externalId, facts]))
  await recordActivities(
    tx,
    created.rows.flatMap((row) => importActivities(row.id, factsById.get(row.externalId))),
  )
  return created.rows
}

function importActivities(id: string, facts: InvoiceFacts | undefined) {
  if (!facts) return []
  const { profile } = facts
  const about = { subjectKind: 'invoice', subjectId: id } as const
  const lines = [
    {
      ...about,
      kind: 'invoice.imported',
      data: {
        number: facts.number,
        totalCents: facts.totalCents,
        openCents: facts.openCents,
        currency: facts.currency,
      },
    } as const,
    {
      ...about,
      kind: 'invoice.profileChosen',
      cause: profile.chosenBy,
      data: { number: facts.number, profileId: profile.profileId, name: profile.profileName },
    } as const,
  ]
  if (!profile.warning) return lines
  return [
    ...lines,
    {
      ...about,
      kind: 'invoice.profileUnknown',
      cause: profile.warning,
      data: { number: facts.number, value: profile.warningValue },
    } as const,
  ]
}
