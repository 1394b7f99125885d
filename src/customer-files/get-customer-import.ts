import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CustomerImport } from './customer-import.ts'
import { readImport, readImports } from './customer-import-table.ts'

/** One uploaded file. Throws NotFoundError. */
export function getCustomerImport(ctx: Context | Tx, id: string): Promise<CustomerImport> {
  return inTransaction(ctx, (tx) => readImport(tx, id))
}

/** The uploaded files, newest first. `before` is the last id of the page before. */
export function listCustomerImports(
  ctx: Context | Tx,
  page: { before?: string | undefined; limit: number },
): Promise<CustomerImport[]> {
  return inTransaction(ctx, (tx) => readImports(tx, page))
}
