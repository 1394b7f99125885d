import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import type { InvitedInvoice } from './decide-invitation.ts'
import type { RemindedInvoice } from './decide-reminder.ts'

export type InvitedFacts = InvitedInvoice &
  RemindedInvoice & {
    id: string
    connectionId: string
    customerId: string
    profileId: string
  }

/** What decides about the messages of these invoices, as it is now, by invoice. */
export async function readInvited(tx: Tx, invoiceIds: readonly string[]): Promise<Map<string, InvitedFacts>> {
  if (invoiceIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('invoices')
    .innerJoin('profiles', 'profiles.id', 'invoices.profileId')
    .select(['invoices.id', 'connectionId', 'customerId', 'profileId', 'state', 'paymentState', 'openCents'])
    .select(['dueDate', 'documentState', 'isOnHold', 'isDisputed', 'promisedFor'])
    .innerJoin('creditors', 'creditors.id', 'invoices.creditorId')
    .select(['sendOnBooking', 'waitForDocument', 'sendReminders', 'reminders'])
    .select(sql`send_times || jsonb_build_object('closedPeriods', closed_periods)`.as('sendTimes'))
    .where('invoices.id', 'in', [...invoiceIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row as unknown as InvitedFacts]))
}
