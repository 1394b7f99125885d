import { type Context, inTransaction } from '../context.ts'
import type { CrmDepartment, CrmSource } from '../crm/index.ts'
import { updateDepartments } from './connection-table.ts'
import { sourceFor } from './source-for.ts'

/** The CRM's departments, of which an administrator chooses the ones to import (promise N1). */
export async function listConnectionDepartments(
  ctx: Context,
  input: { connectionId: string },
): Promise<CrmDepartment[]> {
  const source = await sourceFor(ctx, input.connectionId, 'person')
  return rememberDepartments(ctx, { ...input, source })
}

/** Asks the CRM for its departments and keeps their names, so that an invoice can show the one it belongs to. */
export async function rememberDepartments(
  ctx: Context,
  input: { connectionId: string; source: CrmSource },
): Promise<CrmDepartment[]> {
  const departments = await input.source.listDepartments()
  await inTransaction(ctx, (tx) => updateDepartments(tx.db, { id: input.connectionId, departments }))
  return departments
}
