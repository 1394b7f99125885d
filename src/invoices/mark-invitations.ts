import type { Tx } from '../context.ts'
import type { InvitationMark } from './invoice.ts'

/** Notes on invoices where their invitation stands, for the overview. One that stands there already is not written. */
export async function markInvitations(
  tx: Tx,
  input: { invoiceIds: readonly string[]; invitationState: InvitationMark },
): Promise<void> {
  if (input.invoiceIds.length === 0) return
  await tx.db
    .updateTable('invoices')
    .set({ invitationState: input.invitationState })
    .where('id', 'in', [...input.invoiceIds])
    .where('invitationState', '<>', input.invitationState)
    .execute()
}
