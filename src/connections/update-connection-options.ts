import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { asCreditorOf } from './as-creditor-of.ts'
import type { Connection } from './connection.ts'
import { keepWebhooksJob } from './connection-jobs.ts'
import { lockConnection, profileExists, updateOptions } from './connection-table.ts'

/** What an administrator can choose; absent means unchanged. */
export type ConnectionOptions = Pick<
  Connection,
  | 'importInvoicesAutomatically'
  | 'updateCustomersAutomatically'
  | 'defaultProfileId'
  | 'invoiceProfileFieldId'
  | 'subscriptionProfileFieldId'
  | 'departmentExternalIds'
  | 'fetchUbl'
  | 'writeBack'
  | 'leaveNotes'
>

export type UpdateConnectionOptionsInput = { connectionId: string; options: Partial<ConnectionOptions> }

/**
 * Changes the options of a connection (promise N1) and has its webhooks follow the switches. Returns both states, so
 * that the caller can start an import when the switch went on. Throws NotFoundError, InvalidInputError `unknown_profile`.
 */
export function updateConnectionOptions(
  ctx: Context | Tx,
  input: UpdateConnectionOptionsInput,
): Promise<{ connection: Connection; before: Connection }> {
  return inTransaction(ctx, async (outer) => {
    const before = await lockConnection(outer.db, input.connectionId)
    if (!before) throw new NotFoundError('There is no such connection')
    const tx = asCreditorOf(outer, before)
    const connection = { ...before, ...withoutAbsent(input.options) }
    await refuseUnknownProfile(tx, connection)
    const changed = changesBetween(before, connection)
    if (Object.keys(changed).length === 0) return { connection, before }
    await updateOptions(tx.db, connection)
    await recordActivity(tx, {
      subjectKind: 'connection',
      subjectId: connection.id,
      kind: 'connection.optionsChanged',
      data: { accountName: connection.accountName, changed },
    })
    if (connection.state !== 'disconnected') {
      const ref = { creditorId: connection.creditorId, connectionId: connection.id }
      await tx.enqueue(keepWebhooksJob, ref, { key: connection.id })
    }
    return { connection, before }
  })
}

function withoutAbsent(options: Partial<ConnectionOptions>): Partial<ConnectionOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

async function refuseUnknownProfile(tx: Tx, { creditorId, defaultProfileId }: Connection): Promise<void> {
  if (defaultProfileId === null) return
  if (await profileExists(tx.db, { creditorId, profileId: defaultProfileId })) return
  const message = 'There is no such profile'
  throw new InvalidInputError(message, [{ path: 'defaultProfileId', message }], 'unknown_profile')
}

const optionNames = [
  'importInvoicesAutomatically',
  'updateCustomersAutomatically',
  'defaultProfileId',
  'invoiceProfileFieldId',
  'subscriptionProfileFieldId',
  'departmentExternalIds',
  'fetchUbl',
  'writeBack',
  'leaveNotes',
] as const satisfies readonly (keyof ConnectionOptions)[]

/** Old and new value of each option that differs. */
function changesBetween(before: Connection, after: Connection): Record<string, [unknown, unknown]> {
  const differing = optionNames.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(differing.map((name) => [name, [before[name], after[name]]]))
}
