import type { Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import { decideInvitation } from './decide-invitation.ts'
import { readInvited } from './invoice-facts.ts'
import { isLive } from './live-connections.ts'
import { mailIdOf } from './mail-id.ts'
import { askForSending, insertMessages, type NewMessage } from './message-table.ts'
import { noteMoves } from './note-moves.ts'

/**
 * Plans the invitations of invoices that come in, in the transaction that brings them in (promise B14): to leave at once,
 * to wait for the PDF, or to be held until somebody says "go live" (C5). By profiles that send by hand only nothing is
 * planned. Of those that a person wanted without an invitation (`withheldIds`) it is noted that none leaves by itself, whatever
 * the profile says now or later. Asking again changes nothing.
 */
export async function planInvitations(
  tx: Tx,
  input: { connectionId: string; invoiceIds: readonly string[]; withheldIds: readonly string[] },
): Promise<void> {
  if (input.invoiceIds.length === 0) return
  const invoices = await readInvited(tx, input.invoiceIds)
  const withheld = new Set(input.withheldIds)
  if (![...invoices.values()].some(({ id, sendOnBooking }) => sendOnBooking || withheld.has(id))) return
  const live = await isLive(tx, input.connectionId)
  const rows: NewMessage[] = []
  for (const invoice of invoices.values()) {
    const cause = withheld.has(invoice.id) ? 'without_invitations' : null
    const message = { origin: 'booking', withoutDocument: false, cause } as const
    const decision = decideInvitation({ invoice, message, isLive: live, now: tx.now() })
    if (decision.do === 'cancel' && decision.cause !== 'without_invitations') continue
    const id = newId('msg')
    rows.push({
      id,
      connection_id: input.connectionId,
      invoice_id: invoice.id,
      kind: 'invitation',
      level: 0,
      state: states[decision.do],
      cause: decision.do === 'send' ? null : decision.cause,
      origin: 'booking',
      without_document: false,
      asked_to: null,
      asked_cc: null,
      mail_id: mailIdOf(tx.config, id),
    })
  }
  await addMessages(tx, rows)
}

const states = { send: 'planned', wait: 'waiting', hold: 'held', cancel: 'cancelled' } as const

/** Adds them, with their lines of history and the work that they ask for. */
export async function addMessages(tx: Tx, rows: readonly NewMessage[]): Promise<void> {
  const inserted = new Map((await insertMessages(tx, rows)).map((message) => [message.id, message]))
  const groups = Map.groupBy(rows, ({ state, cause }) => `${state} ${cause}`)
  for (const group of groups.values()) {
    const [first] = group
    const added = group.flatMap(({ id }) => inserted.get(id) ?? [])
    if (first) await noteMoves(tx, added, { state: first.state, cause: first.cause })
    if (first?.state === 'planned') await askForSending(tx, added)
  }
}
