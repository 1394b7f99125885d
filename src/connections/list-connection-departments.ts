import type { Context } from '../context.ts'
import type { CrmDepartment } from '../crm/index.ts'
import { sourceFor } from './source-for.ts'

/** The CRM's departments, of which an administrator chooses the ones to import (promise N1). */
export async function listConnectionDepartments(
  ctx: Context,
  input: { connectionId: string },
): Promise<CrmDepartment[]> {
  const source = await sourceFor(ctx, input.connectionId, 'person')
  return source.listDepartments()
}
