import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { getCustomer } from '../customers/index.ts'
import { ConflictError, NotFoundError } from '../errors.ts'
import { lockInvoice } from '../invoices/index.ts'
import { isUndeliverable } from '../undeliverable-addresses/index.ts'
import { newId } from '../values/index.ts'
import { decideReminderByHand, type ReminderByHand } from './decide-reminder-by-hand.ts'
import { type InvitedFacts, readInvited } from './invoice-facts.ts'
import { getMessage } from './list-messages.ts'
import { mailIdOf } from './mail-id.ts'
import type { Message } from './message.ts'
import { listOfInvoices, moveMessages } from './message-table.ts'
import { refusalWords } from './message-words.ts'
import { addMessages } from './plan-invitations.ts'

export type RemindInput = {
  invoiceId: string
  /** As it was shown to whoever presses: a second press is not the next level. */
  level: number
  /** Other recipients, for this one message. */
  to?: string | undefined
  cc?: readonly string[] | undefined
}

/**
 * Sends the next reminder now because a person asks, without waiting for its day or hours (promise C2); the levels after it
 * keep their days. Twice at once is one mail (C4). Throws NotFoundError; ConflictError with the cause as its code:
 * `not_due_yet`, `promised`, `all_sent`, `on_hold` …, `plan_changed` when the next one is another level by now.
 */
export function remindByHand(ctx: Context | Tx, input: RemindInput): Promise<Message> {
  return inTransaction(ctx, async (tx) => {
    await lockInvoice(tx, input.invoiceId)
    const { invoice, messages, email, decide } = await readForReminder(tx, input.invoiceId)
    const own = messages.find(isReminder(input.level))
    if (own?.origin === 'hand' && ['planned', 'sending', 'sent'].includes(own.state)) return own
    const decision = await decide(input.to ?? email)
    if (decision.do === 'refuse') throw refusal(decision.cause)
    if (decision.level !== input.level) throw refusal('plan_changed')
    const asked = { askedTo: input.to ?? null, askedCc: input.cc ? [...input.cc] : null }
    if (own) {
      await moveMessages(tx, [own], { state: 'planned', origin: 'hand', nextLookAt: tx.now(), ...asked })
      return getMessage(tx, own.id)
    }
    await insertByHand(tx, invoice, { level: input.level, ...asked })
    // The clock may have been faster; then the level leaves as it planned it.
    const made = (await listOfInvoices(tx, [invoice.id])).find(isReminder(input.level))
    if (!made) throw new Error(`Invoice ${invoice.id} has no reminder after one was added`)
    return made
  })
}

type Asked = Pick<Message, 'level' | 'askedTo' | 'askedCc'>

function insertByHand(tx: Tx, invoice: InvitedFacts, { level, askedTo, askedCc }: Asked): Promise<void> {
  const id = newId('msg')
  return addMessages(tx, [
    {
      id,
      connection_id: invoice.connectionId,
      invoice_id: invoice.id,
      kind: 'reminder',
      level,
      state: 'planned',
      cause: null,
      origin: 'hand',
      without_document: false,
      asked_to: askedTo,
      asked_cc: askedCc,
      mail_id: mailIdOf(tx.config, id),
    },
  ])
}

function isReminder(wanted: number): (message: Message) => boolean {
  return ({ kind, level, copyOf }) => kind === 'reminder' && level === wanted && copyOf === null
}

/** What the button says before anybody presses it. Throws NotFoundError. */
export function canRemind(ctx: Context | Tx, invoiceId: string): Promise<ReminderByHand> {
  return inTransaction(ctx, async (tx) => {
    const { email, decide } = await readForReminder(tx, invoiceId)
    return decide(email)
  })
}

async function readForReminder(tx: Tx, invoiceId: string) {
  const invoice = (await readInvited(tx, [invoiceId])).get(invoiceId)
  if (!invoice) throw new NotFoundError('There is no such invoice')
  const messages = await listOfInvoices(tx, [invoiceId])
  const { timeZone } = await getCreditor(tx)
  const { email } = await getCustomer(tx, invoice.customerId)
  const facts = { invoice, messages, timeZone, now: tx.now() }
  async function decide(recipient: string | null): Promise<ReminderByHand> {
    return decideReminderByHand({
      ...facts,
      recipient,
      isUndeliverable: await isUndeliverable(tx, recipient),
    })
  }
  return { invoice, messages, email, decide }
}

function refusal(cause: Parameters<typeof refusalWords>[0]): ConflictError {
  const { title, explanation } = refusalWords(cause, 'en')
  return new ConflictError(`${title}. ${explanation}`, cause)
}
