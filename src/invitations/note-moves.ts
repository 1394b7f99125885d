import { type NewActivity, recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import { leaveNotes, type NewNote } from '../crm-notes/index.ts'
import { type InvitationMark, markInvitations } from '../invoices/index.ts'
import type { MessageKind, MessageState } from './message.ts'
import type { MessageMove, Moved } from './message-move.ts'

/** Says on the invoices where their invitation stands, and in the history what happened to a message. */
export async function noteMoves(
  tx: Tx,
  messages: readonly Moved[],
  { state, cause, ...move }: MessageMove,
): Promise<void> {
  const invitations = messages.filter(({ kind, copyOf }) => kind === 'invitation' && copyOf === null)
  const invoiceIds = invitations.map(({ invoiceId }) => invoiceId)
  await markInvitations(tx, { invoiceIds, invitationState: marks[state] })
  if (!messages.some(({ kind }) => newsOf[kind][state])) return
  const numbers = await numbersOf(
    tx,
    messages.map(({ invoiceId }) => invoiceId),
  )
  const recipients = [move.sentTo, ...(move.sentCc ?? [])].filter(Boolean).join(', ')
  if (state === 'sent') await leaveNotesOn(tx, messages, { invoices: numbers, recipients })
  const data = { to: move.sentTo ?? '', recipients, detail: move.causeDetail ?? '' }
  await recordActivities(
    tx,
    messages.flatMap(({ id, kind, level, invoiceId, copyOf }): NewActivity[] => {
      const news = newsOf[kind][state]
      // Of a copy whoever asked for it says so.
      if (!news || (copyOf !== null && state === 'planned')) return []
      const number = numbers.get(invoiceId)?.number ?? null
      const subject = { subjectKind: 'invoice', subjectId: invoiceId } as const
      return [
        { ...subject, kind: news, cause: cause ?? null, data: { number, level, messageId: id, ...data } },
      ]
    }),
  )
}

const marks: Readonly<Record<MessageState, InvitationMark>> = {
  waiting: 'waiting',
  planned: 'planned',
  sending: 'planned',
  sent: 'sent',
  failed: 'failed',
  bounced: 'failed',
  unknown: 'unknown',
  held: 'held',
  cancelled: 'none',
}

type News = Readonly<Partial<Record<MessageState, NewActivity['kind']>>>

const newsOf: Readonly<Record<MessageKind, News>> = {
  invitation: {
    waiting: 'invoice.invitationWaiting',
    planned: 'invoice.invitationPlanned',
    sent: 'invoice.invited',
    failed: 'invoice.invitationFailed',
    bounced: 'invoice.invitationBounced',
    unknown: 'invoice.invitationUnknown',
    held: 'invoice.invitationHeld',
    cancelled: 'invoice.invitationCancelled',
  },
  reminder: {
    planned: 'invoice.reminderPlanned',
    sent: 'invoice.reminded',
    failed: 'invoice.reminderFailed',
    bounced: 'invoice.reminderBounced',
    unknown: 'invoice.reminderUnknown',
    held: 'invoice.reminderHeld',
    cancelled: 'invoice.reminderCancelled',
  },
}

type Known = Map<string, { number: string | null; externalId: string }>

async function numbersOf(tx: Tx, invoiceIds: readonly string[]): Promise<Known> {
  const rows = await tx.db
    .selectFrom('invoices')
    .select(['id', 'number', 'externalId'])
    .where('id', 'in', [...invoiceIds])
    .execute()
  return new Map(rows.map(({ id, ...invoice }) => [id, invoice]))
}

/** Says in the CRM that the customer was invited or reminded, where the connection wants notes (promise B18). */
async function leaveNotesOn(
  tx: Tx,
  messages: readonly Moved[],
  { invoices, recipients }: { invoices: Known; recipients: string },
): Promise<void> {
  for (const [connectionId, group] of Map.groupBy(messages, (message) => message.connectionId)) {
    const notes = group.flatMap(({ id, kind, level, invoiceId, copyOf }): NewNote[] => {
      const invoice = invoices.get(invoiceId)
      if (!invoice) return []
      const note = { invoiceExternalId: invoice.externalId, detail: () => recipients }
      return [
        kind === 'invitation'
          ? { ...note, event: 'invited', eventKey: copyOf === null ? '' : id }
          : { ...note, event: 'reminded', eventKey: copyOf === null ? String(level) : id },
      ]
    })
    await leaveNotes(tx, { connectionId, notes })
  }
}
