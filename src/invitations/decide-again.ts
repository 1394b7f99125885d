import type { Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { decideMessage, moveOf } from './decide-message.ts'
import { readInvited } from './invoice-facts.ts'
import type { Message } from './message.ts'
import type { MessageMove } from './message-move.ts'
import { listOfInvoices, moveMessages } from './message-table.ts'

/**
 * Decides once more about messages that have not left, from what is stored now. What can leave becomes planned; the look
 * at the CRM and the address come right before it does.
 */
export async function decideAgain(tx: Tx, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return
  const invoiceIds = messages.map(({ invoiceId }) => invoiceId)
  const invoices = await readInvited(tx, invoiceIds)
  const reminded = messages.filter(({ kind }) => kind === 'reminder').map(({ invoiceId }) => invoiceId)
  const others = Map.groupBy(await listOfInvoices(tx, reminded), ({ invoiceId }) => invoiceId)
  const live = await liveAmong(tx, messages)
  const { timeZone } = await getCreditor(tx)
  const moves = new Map<string, { move: MessageMove; group: Message[] }>()
  for (const message of messages) {
    const invoice = invoices.get(message.invoiceId)
    if (!invoice) throw new Error(`Message ${message.id} has no invoice`)
    const all = others.get(message.invoiceId) ?? []
    const isLive = live.has(message.connectionId)
    const decision = decideMessage({ message, invoice, messages: all, isLive, timeZone, now: tx.now() })
    const key = JSON.stringify(decision)
    const found = moves.get(key) ?? { move: moveOf(decision, tx.now()), group: [] }
    found.group.push(message)
    moves.set(key, found)
  }
  for (const { move, group } of moves.values()) {
    const changed = group.filter(({ state, cause }) => state !== move.state || cause !== (move.cause ?? null))
    await moveMessages(tx, changed, move)
  }
}

async function liveAmong(tx: Tx, messages: readonly Message[]): Promise<Set<string>> {
  const connectionIds = [...new Set(messages.map(({ connectionId }) => connectionId))]
  const rows = await tx.db
    .selectFrom('liveConnections')
    .select('connectionId')
    .where('connectionId', 'in', connectionIds)
    .execute()
  return new Set(rows.map(({ connectionId }) => connectionId))
}
