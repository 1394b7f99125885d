import type { Invoice } from '../invoices/index.ts'
import type { ProfileSettings } from '../profiles/index.ts'
import { nextSendTime, type SendCalendar, startOfSending } from '../send-times/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import { obstacleAt, settledBy } from './decide-invitation.ts'
import type { HoldCause, Message, ReminderStop, ReminderWait } from './message.ts'

/** What of an invoice and its profile decides about reminders; the same columns whoever reads them. */
export type RemindedInvoice = Pick<Invoice, 'state' | 'paymentState' | 'openCents' | 'dueDate'> &
  Pick<Invoice, 'isOnHold' | 'isDisputed' | 'promisedFor'> &
  Pick<ProfileSettings, 'sendReminders' | 'reminders'> & { sendTimes: SendCalendar }

/** Another message about the same invoice. */
export type EarlierMessage = Pick<Message, 'kind' | 'level' | 'state' | 'nextLookAt' | 'sentAt' | 'copyOf'>

export type ReminderDecision =
  | { do: 'send'; level: number }
  /** Nothing yet; `level` is the one that leaves at `at` if nothing changes until then. */
  | { do: 'wait'; cause: ReminderWait; level: number; at: Date }
  | { do: 'hold'; level: number; cause: HoldCause; lookAt: Date }
  | { do: 'stop'; cause: ReminderStop }

export type DecideReminderInput = {
  invoice: RemindedInvoice
  /** All others of the invoice, without the one that is being decided about. */
  messages: readonly EarlierMessage[]
  /** A person said "go live" for the connection (promise C5). */
  isLive: boolean
  /** The address that it would go to; left out while nothing is to leave yet. */
  recipient?: string | null
  /** Mail to it came back (promise C8). */
  isUndeliverable?: boolean
  timeZone: string
  now: Date
}

const hourMs = 3_600_000

/** Levels are at least so far apart, and a reminder comes no sooner after the message before it, whenever that left. */
export const daysAfterMessage = 3

/**
 * Whether a reminder of an invoice leaves now, which, and if none, why not (promises C2, C3, C5). However late it is asked,
 * it answers the one step that is due at that moment: levels that were passed over stay passed over. Asked by the clock, by
 * the page that says what goes out, and once more right before a reminder leaves: nothing else decides.
 */
export function decideReminder(input: DecideReminderInput): ReminderDecision {
  const stop = stopFor(input)
  if (stop) return { do: 'stop', cause: stop }
  const steps = stepsOf(input)
  const first = steps[0]
  if (!first) return { do: 'stop', cause: 'all_sent' }
  const { at, cause } = earliest(input, first)
  const level = levelOn(steps, dayIn(input.timeZone, at))
  if (at > input.now) return { do: 'wait', cause, level, at }
  const obstacle =
    input.recipient === undefined ? undefined : obstacleAt(input.recipient, input.isUndeliverable)
  if (obstacle) return { do: 'hold', level, cause: obstacle, lookAt: new Date(input.now.getTime() + hourMs) }
  return { do: 'send', level }
}

/** Why none comes at all. A copy for somebody else stands for nothing: the message that it was made of does. */
export function stopFor({ invoice, messages, isLive }: DecideReminderInput): ReminderStop | undefined {
  const settled = settledBy(invoice)
  if (settled) return settled
  if (invoice.isOnHold) return 'on_hold'
  if (invoice.isDisputed) return 'disputed'
  if (!invoice.sendReminders) return 'reminders_off'
  if (!isLive) return 'not_live'
  if (invoice.dueDate === null) return 'no_due_date'
  const own = messages.filter(({ copyOf }) => copyOf === null)
  return stoppedByInvitation(own.find(({ kind }) => kind === 'invitation')) ?? stoppedByReminder(own)
}

/** Nobody is reminded of what they were not asked for. */
function stoppedByInvitation(invitation: EarlierMessage | undefined): ReminderStop | undefined {
  if (!invitation || invitation.state === 'cancelled') return 'not_invited'
  if (invitation.state === 'sent') return undefined
  if (invitation.state === 'unknown') return 'not_known_whether_invited'
  return invitation.state === 'bounced' ? 'invitation_refused' : 'invitation_not_sent_yet'
}

function stoppedByReminder(messages: readonly EarlierMessage[]): ReminderStop | undefined {
  const reminders = messages.filter(({ kind }) => kind === 'reminder')
  if (reminders.some(({ state }) => state === 'unknown')) return 'not_known_whether_reminded'
  const isUnderWay = ({ state, nextLookAt }: EarlierMessage) =>
    ['planned', 'sending', 'held'].includes(state) || (state === 'failed' && nextLookAt !== null)
  return reminders.some(isUnderWay) ? 'reminder_under_way' : undefined
}

export type Step = { level: number; day: CalendarDay }

/** The steps that can still come: above the highest that was made, whatever became of it. */
export function stepsOf({ invoice, messages }: DecideReminderInput): Step[] {
  const made = messages
    .filter(({ kind, state, copyOf }) => kind === 'reminder' && state !== 'cancelled' && copyOf === null)
    .map(({ level }) => level)
  const last = Math.max(0, ...made)
  const due = invoice.dueDate ?? ''
  return invoice.reminders.flatMap(({ isOn, offsetDays }, at) =>
    isOn && at + 1 > last ? [{ level: at + 1, day: daysAfter(due, offsetDays) }] : [],
  )
}

function earliest(input: DecideReminderInput, first: Step): { at: Date; cause: ReminderWait } {
  const { invoice, messages, timeZone, now } = input
  const { promisedFor, sendTimes } = invoice
  const sentDays = messages.flatMap(({ sentAt }) => (sentAt ? [daysAfter(dayIn(timeZone, sentAt))] : []))
  const waits: { cause: ReminderWait; day: CalendarDay }[] = [
    { cause: 'before_step', day: first.day },
    ...(promisedFor === null ? [] : [{ cause: 'promised' as const, day: daysAfter(promisedFor, 1) }]),
    ...sentDays.map((day) => ({ cause: 'too_soon' as const, day })),
  ]
  const last = waits.reduce((latest, wait) => (wait.day > latest.day ? wait : latest))
  if (last.day > dayIn(timeZone, now))
    return { at: startOfSending(last.day, sendTimes, timeZone), cause: last.cause }
  return { at: nextSendTime(now, sendTimes, timeZone), cause: 'outside_hours' }
}

/** "Never", as some write it, is 31 December 9999: days are compared as texts, which holds for years of four digits. */
const lastDay = '9999-12-01'

function daysAfter(day: CalendarDay, days = daysAfterMessage): CalendarDay {
  const later = Temporal.PlainDate.from(day).add({ days })
  return later.year > 9999 || later.toString() > lastDay ? lastDay : later.toString()
}

/** The highest whose day has come by then, else the first; the steps are in order. */
export function levelOn(steps: readonly Step[], day: CalendarDay): number {
  const due = steps.findLast((step) => step.day <= day) ?? steps[0]
  if (!due) throw new Error('There is no step to choose from')
  return due.level
}
