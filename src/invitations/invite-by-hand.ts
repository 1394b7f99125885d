import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCustomer } from '../customers/index.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { isUndeliverable } from '../undeliverable-addresses/index.ts'
import { newId } from '../values/index.ts'
import { decideByHand, type HandDecision, isMissing } from './decide-by-hand.ts'
import { whoHasIt } from './decide-copy.ts'
import { type InvitedFacts, readInvited } from './invoice-facts.ts'
import { mailIdOf } from './mail-id.ts'
import type { Message } from './message.ts'
import { insertMessages, listOfInvoices, lockMessage, moveMessages } from './message-table.ts'
import { refusalWords } from './message-words.ts'

export type InviteInput = {
  invoiceId: string
  /** Send it although the profile waits for the PDF and it is not here. */
  withoutDocument?: boolean | undefined
  /** Other recipients, for this one message (promise C1). */
  to?: string | undefined
  cc?: readonly string[] | undefined
}

/** Whether a person can invite now, and why not; whom it would go to; whether sending without the PDF would be possible. */
export type CanInvite = HandDecision & {
  recipients: { to: string | null; cc: string[] }
  canSendWithoutDocument: boolean
}

/**
 * Sends the invitation because a person asks, also when the profile sends none by itself (promise B14). Twice at once, by
 * whatever way, is one mail (C4). Throws NotFoundError; ConflictError with the cause as its code: `document_missing`
 * unless told to send without, `already_sent`, `not_known_whether_sent`, `paid`, `no_address` …
 */
export function inviteByHand(ctx: Context | Tx, input: InviteInput): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    const { invoice, message, copies } = await readForHand(tx, input.invoiceId)
    const locked = message && (await lockMessage(tx, message.id))
    const decision = decideByHand({
      invoice,
      message: locked,
      ...(await recipientOf(tx, { invoice, copies }, input.to)),
      withoutDocument: input.withoutDocument ?? false,
    })
    if (decision.do === 'refuse') {
      const { title, explanation } = refusalWords(decision.cause, 'en')
      throw new ConflictError(`${title}. ${explanation}`, decision.cause)
    }
    return plan(tx, { invoice, message: locked, input })
  })
}

/** What the button says before anybody presses it. */
export function canInvite(ctx: Context | Tx, invoiceId: string): Promise<CanInvite> {
  return inTransaction(ctx, async (tx) => {
    const { invoice, message, copies } = await readForHand(tx, invoiceId)
    const { cc } = await getCustomer(tx, invoice.customerId)
    const recipient = await recipientOf(tx, { invoice, copies }, undefined)
    const decide = (withoutDocument: boolean) =>
      decideByHand({ invoice, message, ...recipient, withoutDocument })
    const canSendWithoutDocument = isMissing(invoice) && decide(true).do === 'invite'
    return { ...decide(false), recipients: { to: recipient.recipient, cc }, canSendWithoutDocument }
  })
}

async function readForHand(tx: Tx, invoiceId: string) {
  const invoice = (await readInvited(tx, [invoiceId])).get(invoiceId)
  if (!invoice) throw new NotFoundError('There is no such invoice')
  const all = (await listOfInvoices(tx, [invoiceId])).filter(({ kind }) => kind === 'invitation')
  const message = all.find(({ copyOf }) => copyOf === null)
  return { invoice, message, copies: all.filter(({ copyOf }) => copyOf !== null) }
}

type Asking = { invoice: InvitedFacts; copies: readonly Message[] }

async function recipientOf(tx: Tx, { invoice, copies }: Asking, to: string | undefined) {
  const recipient = to ?? (await getCustomer(tx, invoice.customerId)).email
  const hasItAlready = recipient !== null && whoHasIt(copies, [recipient]) !== undefined
  return { recipient, isUndeliverable: await isUndeliverable(tx, recipient), hasItAlready }
}

type Plan = { invoice: InvitedFacts; message: Message | undefined; input: InviteInput }

async function plan(tx: Tx, { invoice, message, input }: Plan): Promise<Message> {
  const asked = {
    withoutDocument: input.withoutDocument ?? false,
    askedTo: input.to ?? null,
    askedCc: input.cc ? [...input.cc] : null,
  }
  if (!message) await insertByHand(tx, invoice, asked)
  const found = (await listOfInvoices(tx, [invoice.id])).find(
    ({ kind, copyOf }) => kind === 'invitation' && copyOf === null,
  )
  if (!found) throw new Error(`Invoice ${invoice.id} has no message after one was added`)
  // Another press of the button may have been faster; then this one changes nothing more.
  const current = await lockMessage(tx, found.id)
  if (current.state === 'planned' && current.origin === 'hand') return current
  if (current.state === 'sending' || current.state === 'sent') return current
  await moveMessages(tx, [current], { state: 'planned', origin: 'hand', nextLookAt: tx.now(), ...asked })
  return lockMessage(tx, current.id)
}

type Asked = { withoutDocument: boolean; askedTo: string | null; askedCc: string[] | null }

async function insertByHand(tx: Tx, invoice: InvitedFacts, asked: Asked): Promise<void> {
  const id = newId('msg')
  await insertMessages(tx, [
    {
      id,
      connection_id: invoice.connectionId,
      invoice_id: invoice.id,
      kind: 'invitation',
      level: 0,
      state: 'held',
      cause: 'not_live',
      origin: 'booking',
      without_document: asked.withoutDocument,
      asked_to: asked.askedTo,
      asked_cc: asked.askedCc,
      mail_id: mailIdOf(tx.config, id),
    },
  ])
}
