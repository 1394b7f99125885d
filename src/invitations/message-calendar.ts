import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { type NoSending, whyPutOff } from '../send-times/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import { type ForetoldMessage, foretellMessages } from './foretell-messages.ts'
import { type InvitedFacts, readInvited } from './invoice-facts.ts'
import type { MessageCause } from './message.ts'
import { listOfInvoices } from './message-table.ts'

/** Of whom a calendar speaks. */
export type CalendarInvoice = {
  id: string
  number: string | null
  customerId: string
  customerName: string
  dueDate: CalendarDay | null
  openCents: number
  currency: string
  recipients: { to: string | null; cc: string[] }
  isUndeliverable: boolean
}

export type CalendarEntry = ForetoldMessage & {
  day: CalendarDay
  /** Days after the due date that its level stands for; null of an invitation. */
  offsetDays: number | null
  /** What puts it off beyond the day of its level; null when nothing does. */
  putOff: NoSending | null
  invoice: CalendarInvoice
}

export type MessageCalendar = {
  entries: CalendarEntry[]
  /** For which nothing (more) leaves, and why. */
  kept: { cause: MessageCause; invoice: CalendarInvoice }[]
  /** There are more invoices than it looks at. */
  isCapped: boolean
}

/** Enough for a month of a busy business; beyond, the answer says that it is not the whole. */
const invoicesAtMost = 5_000
const pageSize = 1_000

/**
 * What goes out from one day to another, to whom and why, and for which invoices nothing does and why not (C2, C3, C5): the
 * same decision as at the time of sending, by another clock. `from` and `to` are days of the business's calendar.
 */
export function messageCalendar(
  ctx: Context | Tx,
  { from, to }: { from: CalendarDay; to: CalendarDay },
): Promise<MessageCalendar> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await getCreditor(tx)
    const until = endOf(to, timeZone)
    const calendar: MessageCalendar = { entries: [], kept: [], isCapped: false }
    let after = ''
    for (let seen = 0; seen < invoicesAtMost; seen += pageSize) {
      const invoices = await listToForetell(tx, { until: to, after })
      for (const one of await foretellPage(tx, invoices, { until, timeZone })) {
        const days = one.messages
        calendar.entries.push(
          ...days.filter(({ day }) => day >= from).map((message) => ({ ...message, invoice: one.invoice })),
        )
        if (one.cause) calendar.kept.push({ cause: one.cause, invoice: one.invoice })
      }
      after = invoices.at(-1)?.id ?? ''
      if (invoices.length < pageSize) return sorted(calendar)
    }
    return sorted({ ...calendar, isCapped: true })
  })
}

type Asked = { until: Date; timeZone: string }

async function foretellPage(tx: Tx, invoices: readonly CalendarInvoice[], { until, timeZone }: Asked) {
  const ids = invoices.map(({ id }) => id)
  const facts = await readInvited(tx, ids)
  const messages = Map.groupBy(await listOfInvoices(tx, ids), ({ invoiceId }) => invoiceId)
  const live = new Set(
    (await tx.db.selectFrom('liveConnections').select('connectionId').execute()).map(
      ({ connectionId }) => connectionId,
    ),
  )
  return invoices.map((invoice) => {
    const own = facts.get(invoice.id)
    if (!own) throw new Error(`Invoice ${invoice.id} went away`)
    const foretold = foretellMessages({
      invoice: own,
      messages: messages.get(invoice.id) ?? [],
      isLive: live.has(own.connectionId),
      recipient: invoice.recipients.to,
      isUndeliverable: invoice.isUndeliverable,
      timeZone,
      now: tx.now(),
      until,
    })
    const named = foretold.messages.map((message) => {
      const day = dayIn(timeZone, message.at)
      const offsetDays = offsetOf(own, message)
      return { ...message, day, offsetDays, putOff: putOffBy(own, { day, offsetDays }) }
    })
    return { invoice, messages: named, cause: foretold.cause }
  })
}

function offsetOf({ reminders }: InvitedFacts, { kind, level }: ForetoldMessage): number | null {
  return kind === 'reminder' ? (reminders[level - 1]?.offsetDays ?? null) : null
}

function putOffBy(
  { dueDate, sendTimes }: InvitedFacts,
  { day, offsetDays }: { day: CalendarDay; offsetDays: number | null },
): NoSending | null {
  if (dueDate === null || offsetDays === null) return null
  const from = Temporal.PlainDate.from(dueDate).add({ days: offsetDays }).toString()
  return whyPutOff({ from, day }, sendTimes) ?? null
}

/** Open invoices that are due by then, or of which a message is pending; in the order of their ids. */
async function listToForetell(
  tx: Tx,
  { until, after }: { until: CalendarDay; after: string },
): Promise<CalendarInvoice[]> {
  const found = await sql<Omit<CalendarInvoice, 'recipients'> & { to: string | null; cc: string[] }>`
    select i.id, i.number, coalesce(s.id, c.id) as customer_id, i.customer_name, i.due_date, i.open_cents, i.currency,
      case when s.id is null then c.email else s.email end as "to",
      array(select copy from unnest(case when s.id is null then c.cc else s.cc end) as copy
        where not exists (select from undeliverable_addresses u where u.address = lower(trim(copy)))) as cc,
      exists (select from undeliverable_addresses u where u.address = lower(trim(coalesce(s.email, c.email)))) as is_undeliverable
    from invoices i join customers c on c.id = i.customer_id left join customers s on s.id = c.merged_into
    where i.id > ${after} and i.state in ('booked', 'pending') and i.open_cents > 0
      and (i.due_date < ${until}::date or i.invitation_state in ('waiting', 'planned', 'held'))
    order by i.id limit ${pageSize}`.execute(tx.db)
  return found.rows.map(({ to, cc, ...invoice }) => ({ ...invoice, recipients: { to, cc } }))
}

function sorted(calendar: MessageCalendar): MessageCalendar {
  return { ...calendar, entries: calendar.entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()) }
}

function endOf(day: CalendarDay, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone)
  return new Date(next.epochMilliseconds - 1)
}
