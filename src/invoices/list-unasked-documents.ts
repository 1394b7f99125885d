import type { Tx } from '../context.ts'

export type UnaskedDocument = {
  creditorId: string
  connectionId: string
  invoiceId: string
  documentVersion: string | null
}

/** Invoices whose document was never asked for: they came in before documents were fetched. Archived ones are left out. */
export async function listUnaskedDocuments(tx: Tx, limit: number): Promise<UnaskedDocument[]> {
  return tx.db
    .selectFrom('invoices')
    .select(['creditorId', 'connectionId', 'id as invoiceId', 'documentVersion'])
    .where('documentState', '=', 'none')
    .where('state', '<>', 'archived')
    .orderBy('connectionId')
    .orderBy('id')
    .limit(limit)
    .execute()
}
