import type { Connection } from '../connections/index.ts'
import type { Context } from '../context.ts'
import type { CrmEvent } from '../crm/index.ts'
import type { EventInbox } from './event-inbox.ts'
import type { IgnoreCause } from './event-table.ts'

export type ReceiveEventInput = {
  inbox: EventInbox
  connection: Connection
  /** The parsed body and its text as it came. */
  body: unknown
  text: string
}

/**
 * Notes what a CRM pushed for a connection, durably, before the sender is answered. The body is only a hint: nothing
 * in it is believed but the name of a subject. What is not acted on is kept with its cause.
 */
export function receiveEvent(
  ctx: Context,
  { inbox, connection, body, text }: ReceiveEventInput,
): Promise<void> {
  const event = ctx.sources[connection.source].parseEvent(body)
  return inbox.accept({
    creditorId: connection.creditorId,
    connectionId: connection.id,
    type: event ? storable(event.type) : null,
    subjectKind: event?.subject?.kind ?? null,
    subjectExternalId: event?.subject ? storable(event.subject.externalId) : null,
    body: storable(text),
    ignoredFor: decideEvent(connection, event),
  })
}

// PostgreSQL holds neither U+0000 nor half a surrogate pair, and one such event would keep its whole group out.
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** Whether an event is acted on, or kept with the cause why not (promises A2, N1; the account must be the connected one). */
export function decideEvent(connection: Connection, event: CrmEvent | undefined): IgnoreCause | null {
  if (!event?.subject || event.subject.kind === 'unknown') return 'unknown_type'
  if (event.accountExternalId !== connection.accountExternalId) return 'foreign_account'
  if (connection.state === 'disconnected') return 'connection_off'
  const { kind } = event.subject
  if (kind === 'invoice' && !connection.importInvoicesAutomatically) return 'switched_off'
  const isCustomer = kind === 'company' || kind === 'person'
  if (isCustomer && !connection.updateCustomersAutomatically) return 'switched_off'
  return null
}
