import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { asCreditorOf } from './as-creditor-of.ts'
import { sendReconnectMailJob } from './connection-jobs.ts'
import { updateReconnectNeeded } from './connection-table.ts'
import { getConnection } from './get-connection.ts'

export type ReconnectReason = 'token_refused' | 'access_refused' | 'account_ended'

export type MarkReconnectNeededInput = {
  connectionId: string
  reason: ReconnectReason
  /** What the CRM said, for the history. */
  detail?: string | undefined
  /** Only while this pair is the stored one. */
  tokenVersion?: number | undefined
}

/**
 * Notes that a person has to connect again (promise N2): one line of history and one mail to the administrators for
 * each time it happens, however often it is noticed. Webhooks stay registered and are collected meanwhile.
 */
export function markReconnectNeeded(ctx: Context | Tx, input: MarkReconnectNeededInput): Promise<void> {
  return inTransaction(ctx, async (outer) => {
    const connection = await getConnection(outer, input)
    const tx = asCreditorOf(outer, connection)
    const isChanged = await updateReconnectNeeded(tx.db, {
      id: input.connectionId,
      reason: input.reason,
      tokenVersion: input.tokenVersion,
    })
    if (!isChanged) return
    await recordActivity(tx, {
      subjectKind: 'connection',
      subjectId: input.connectionId,
      kind: 'connection.reconnectNeeded',
      cause: input.reason,
      data: { accountName: connection.accountName, detail: input.detail ?? null },
    })
    await tx.enqueue(sendReconnectMailJob, {
      creditorId: connection.creditorId,
      connectionId: connection.id,
    })
  })
}
