import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import type { CrmCreditNote } from '../crm/index.ts'

/** Remembers of which invoice each credit note is: of a deleted one the CRM tells no more than its id. Those of none are left out. */
export async function keepCreditNotes(
  tx: Tx,
  input: { connectionId: string; notes: readonly CrmCreditNote[] },
): Promise<void> {
  const notes = new Map(input.notes.map((note) => [note.externalId, note.invoiceExternalId]))
  const rows = [...notes].flatMap(([id, invoiceId]) => (invoiceId ? [{ id, invoice_id: invoiceId }] : []))
  if (rows.length === 0) return
  await sql`
    insert into credit_notes (creditor_id, connection_id, external_id, invoice_external_id, seen_at)
    select ${creditorOf(tx)}, ${input.connectionId}, r.id, r.invoice_id, ${tx.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, invoice_id text)
    order by r.id
    on conflict (connection_id, external_id) do update set
      invoice_external_id = excluded.invoice_external_id, seen_at = excluded.seen_at
    where credit_notes.invoice_external_id <> excluded.invoice_external_id`.execute(tx.db)
}

/** The invoices that these credit notes were seen on last, by the credit note's id. */
export async function findInvoicesOfCreditNotes(
  tx: Tx,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Map<string, string>> {
  const { rows } = await sql<{ externalId: string; invoiceExternalId: string }>`
    select external_id, invoice_external_id from credit_notes
    where connection_id = ${input.connectionId} and external_id = any(${[...input.externalIds]}::text[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.externalId, row.invoiceExternalId]))
}
