import type { Context } from '../context.ts'
import type { CrmField } from '../crm/index.ts'
import { sourceFor } from './source-for.ts'

export type ListConnectionFieldsInput = { connectionId: string; context: 'invoice' | 'subscription' }

/** The CRM's own custom fields, for the selectors of the settings (promise N1). */
export async function listConnectionFields(
  ctx: Context,
  input: ListConnectionFieldsInput,
): Promise<CrmField[]> {
  const source = await sourceFor(ctx, input.connectionId, 'person')
  return source.listFields(input.context)
}
