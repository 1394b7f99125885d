import type { Tx } from '../context.ts'
import { decideAgain } from './decide-again.ts'
import { settledBy } from './decide-invitation.ts'
import { readInvited } from './invoice-facts.ts'
import type { Message } from './message.ts'
import { listOfInvoices } from './message-table.ts'

/**
 * Told when something about invoices changed (their PDF came or was given up, they were paid, they are open again), in the
 * transaction that notes it: what has not left is decided once more. What leaves, leaves once, whoever fetched the document
 * (promise B14); what was settled does not leave (C3).
 */
export async function noteInvoices(tx: Tx, input: { invoiceIds: readonly string[] }): Promise<void> {
  const messages = (await listOfInvoices(tx, input.invoiceIds)).filter(isPending)
  if (messages.length === 0) return
  const invoices = await readInvited(
    tx,
    messages.map(({ invoiceId }) => invoiceId),
  )
  const isSettled = ({ invoiceId }: Message) => {
    const invoice = invoices.get(invoiceId)
    return invoice !== undefined && settledBy(invoice) !== undefined
  }
  await decideAgain(
    tx,
    messages.filter((message) => isUpToTheInvoice(message) || isSettled(message)),
  )
}

/** Nothing of it left, nor is about to. */
function isPending({ kind, state, cause, copyOf, nextLookAt }: Message): boolean {
  // A copy that was cancelled is made again by a person alone.
  if (copyOf !== null && state === 'cancelled') return false
  // A reminder that was cancelled is planned anew by its day, as the level that is due then.
  if (kind === 'reminder')
    return ['planned', 'held'].includes(state) || (state === 'failed' && nextLookAt !== null)
  if (state === 'cancelled') return cause !== 'before_live' && cause !== 'by_hand_only'
  return ['waiting', 'planned', 'held'].includes(state) || state === 'failed'
}

/** The rest waits for the CRM, the mail server or a person, whatever becomes of the invoice. */
function isUpToTheInvoice({ kind, state, cause }: Message): boolean {
  if (kind === 'reminder') return true
  if (state === 'held') return upToTheInvoice.some((known) => known === cause)
  return state !== 'failed'
}

const upToTheInvoice = ['document_given_up', 'not_live', 'on_hold', 'disputed'] as const
