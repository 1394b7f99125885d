import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { dayIn, newId } from '../values/index.ts'
import { decideReminder } from './decide-reminder.ts'
import { readInvited } from './invoice-facts.ts'
import { isLive } from './live-connections.ts'
import { mailIdOf } from './mail-id.ts'
import type { Message } from './message.ts'
import { listOfInvoices, moveMessages, type NewMessage } from './message-table.ts'
import { addMessages } from './plan-invitations.ts'

const pageSize = 500

/**
 * Plans the reminders of a connection that are due at this moment: of each invoice at most the one step that is due now,
 * also after weeks of standing still (promises C2, C5). A key in the database keeps a second one out, whoever asks.
 */
export async function planReminders(tx: Tx, { connectionId }: { connectionId: string }): Promise<void> {
  if (!(await isLive(tx, connectionId))) return
  const { timeZone } = await getCreditor(tx)
  let after = ''
  for (;;) {
    const ids = await listToRemind(tx, { connectionId, today: dayIn(timeZone, tx.now()), after })
    if (ids.length === 0) return
    await planPage(tx, ids, timeZone)
    after = ids.at(-1) ?? after
  }
}

async function planPage(tx: Tx, invoiceIds: readonly string[], timeZone: string): Promise<void> {
  const invoices = await readInvited(tx, invoiceIds)
  const messages = Map.groupBy(await listOfInvoices(tx, invoiceIds), ({ invoiceId }) => invoiceId)
  const rows: NewMessage[] = []
  const again: Message[] = []
  for (const invoice of invoices.values()) {
    const own = messages.get(invoice.id) ?? []
    const decision = decideReminder({ invoice, messages: own, isLive: true, timeZone, now: tx.now() })
    if (decision.do !== 'send') continue
    const before = own.find(
      ({ kind, level, copyOf }) => kind === 'reminder' && level === decision.level && copyOf === null,
    )
    if (before) again.push(before)
    else rows.push(rowOf(tx, { ...invoice, level: decision.level }))
  }
  await addMessages(tx, rows)
  // Whom a person chose was chosen for the message that they asked for, not for the one that the clock plans.
  const asCustomerHasIt = { askedTo: null, askedCc: null }
  await moveMessages(tx, again, {
    state: 'planned',
    origin: 'due_date',
    nextLookAt: tx.now(),
    ...asCustomerHasIt,
  })
}

function rowOf(tx: Tx, invoice: { id: string; connectionId: string; level: number }): NewMessage {
  const id = newId('msg')
  return {
    id,
    connection_id: invoice.connectionId,
    invoice_id: invoice.id,
    kind: 'reminder',
    level: invoice.level,
    state: 'planned',
    cause: null,
    origin: 'due_date',
    without_document: false,
    asked_to: null,
    asked_cc: null,
    mail_id: mailIdOf(tx.config, id),
  }
}

type Page = { connectionId: string; today: string; after: string }

/**
 * A page of invoices of which a reminder may be due, in the order of their ids: overdue by a level that has not been made.
 * Wider than the decision, never narrower; the decision is `decideReminder`.
 */
async function listToRemind(tx: Tx, { connectionId, today, after }: Page): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select i.id from invoices i join profiles p on p.id = i.profile_id
      cross join lateral (
        select max(step.level) as level
        from jsonb_array_elements(p.reminders) with ordinality as step(settings, level)
        where (step.settings ->> 'isOn')::boolean and i.due_date + (step.settings ->> 'offsetDays')::int <= ${today}::date
      ) due
    where i.connection_id = ${connectionId} and i.id > ${after} and i.state in ('booked', 'pending')
      and i.invitation_state = 'sent' and not i.is_on_hold and not i.is_disputed
      and i.due_date < ${today}::date and p.send_reminders and due.level is not null
      and not exists (
        select from messages m
        where m.invoice_id = i.id and m.kind = 'reminder' and m.state <> 'cancelled' and m.copy_of is null
          and (m.level >= due.level or m.state in ('planned', 'sending', 'held', 'unknown'))
      )
    order by i.id limit ${pageSize}`.execute(tx.db)
  return found.rows.map(({ id }) => id)
}
