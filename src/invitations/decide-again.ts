import type { Tx } from '../context.ts'
import { decideInvitation, type InvitationDecision } from './decide-invitation.ts'
import { readInvited } from './invoice-facts.ts'
import type { Message } from './message.ts'
import { type MessageMove, moveMessages } from './message-table.ts'

/**
 * Decides once more about messages that have not left, from what is stored now. What can leave becomes planned; the look
 * at the CRM and the address come right before it does.
 */
export async function decideAgain(tx: Tx, messages: readonly Message[]): Promise<void> {
  const invoices = await readInvited(
    tx,
    messages.map(({ invoiceId }) => invoiceId),
  )
  const live = await liveAmong(tx, messages)
  const moves = Map.groupBy(messages, (message) => {
    const invoice = invoices.get(message.invoiceId)
    if (!invoice) throw new Error(`Message ${message.id} has no invoice`)
    const isLive = live.has(message.connectionId)
    return JSON.stringify(decideInvitation({ invoice, message, isLive, now: tx.now() }))
  })
  for (const [decision, group] of moves) {
    const move = moveOf(JSON.parse(decision) as InvitationDecision, tx.now())
    const changed = group.filter(({ state, cause }) => state !== move.state || cause !== (move.cause ?? null))
    await moveMessages(tx, changed, move)
  }
}

/** The step that a decision means. */
export function moveOf(decision: InvitationDecision, now: Date): MessageMove {
  switch (decision.do) {
    case 'send':
      return { state: 'planned', nextLookAt: now }
    case 'wait':
      return { state: 'waiting', cause: decision.cause }
    case 'hold':
      return {
        state: 'held',
        cause: decision.cause,
        nextLookAt: decision.lookAt && new Date(decision.lookAt),
      }
    case 'cancel':
      return { state: 'cancelled', cause: decision.cause }
  }
}

async function liveAmong(tx: Tx, messages: readonly Message[]): Promise<Set<string>> {
  const connectionIds = [...new Set(messages.map(({ connectionId }) => connectionId))]
  if (connectionIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('liveConnections')
    .select('connectionId')
    .where('connectionId', 'in', connectionIds)
    .execute()
  return new Set(rows.map(({ connectionId }) => connectionId))
}
