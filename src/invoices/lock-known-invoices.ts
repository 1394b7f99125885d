import type { Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { type Invoice, invoiceColumns } from './invoice.ts'

/** An invoice by our id, locked until the transaction ends. Throws NotFoundError, also for another creditor's. */
export async function lockInvoice(tx: Tx, invoiceId: string): Promise<Invoice> {
  const row = await tx.db
    .selectFrom('invoices')
    .select([...invoiceColumns])
    .where('id', '=', invoiceId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such invoice')
  return row as Invoice
}

/** The invoices of this connection among the external ids, locked until the transaction ends. */
export async function lockKnownInvoices(
  tx: Tx,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Map<string, Invoice>> {
  if (input.externalIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('invoices')
    .select([...invoiceColumns])
    .where('connectionId', '=', input.connectionId)
    .where('externalId', 'in', [...input.externalIds])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.externalId, row as Invoice]))
}
