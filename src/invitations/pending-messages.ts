import type { Tx } from '../context.ts'
import { type Message, type MessageCause, type MessageState, messageColumns } from './message.ts'

const pageSize = 1_000

/** A page of messages of a connection in these states, locked; in the order of their ids. */
export async function pageOfPending(
  tx: Tx,
  input: {
    connectionId: string
    states: readonly MessageState[]
    cause?: MessageCause
    after?: string | undefined
  },
): Promise<Message[]> {
  const rows = await tx.db
    .selectFrom('messages')
    .select([...messageColumns])
    .where('connectionId', '=', input.connectionId)
    .where('state', 'in', [...input.states])
    .$if(input.cause !== undefined, (query) => query.where('cause', '=', input.cause ?? null))
    .where('id', '>', input.after ?? '')
    .orderBy('id')
    .limit(pageSize)
    .forUpdate()
    .execute()
  return rows as unknown as Message[]
}
