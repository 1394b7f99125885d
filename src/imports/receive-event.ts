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

/**
 * Whether an event can be acted on at all. Switches and states are looked at when it is worked off: what we remember of
 * a connection here may be a second old, while its account never changes.
 */
export function decideEvent(
  connection: Pick<Connection, 'accountExternalId'>,
  event: CrmEvent | undefined,
): IgnoreCause | null {
  if (!event?.subject || event.subject.kind === 'unknown') return 'unknown_type'
  return event.accountExternalId === connection.accountExternalId ? null : 'foreign_account'
}
