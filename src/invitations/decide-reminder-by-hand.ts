import { dayIn } from '../values/index.ts'
import { obstacleAt } from './decide-invitation.ts'
import { type DecideReminderInput, levelOn, stepsOf, stopFor } from './decide-reminder.ts'
import type { ReminderStop } from './message.ts'

export type ReminderByHand =
  | { do: 'send'; level: number }
  | { do: 'refuse'; cause: Exclude<ReminderStop, 'reminders_off' | 'not_live'> | 'promised' | 'not_due_yet' }
  | { do: 'refuse'; cause: NonNullable<ReturnType<typeof obstacleAt>> }

/**
 * Whether a person can have the next reminder sent now, and which it is (promise C2). Its day, the hours of the profile and
 * whether reminders leave by themselves do not count then; all that says that nothing is to be asked does, and so do the
 * rules that keep two reminders from meeting. Only what is overdue is reminded of: that is what a reminder says.
 */
export function decideReminderByHand(input: Omit<DecideReminderInput, 'isLive'>): ReminderByHand {
  const { invoice, timeZone, now } = input
  const today = dayIn(timeZone, now)
  const stop = stopFor({ ...input, invoice: { ...invoice, sendReminders: true }, isLive: true })
  if (stop) return { do: 'refuse', cause: stop as Exclude<ReminderStop, 'reminders_off' | 'not_live'> }
  if (invoice.promisedFor !== null && invoice.promisedFor >= today) return { do: 'refuse', cause: 'promised' }
  if (invoice.dueDate === null || invoice.dueDate >= today) return { do: 'refuse', cause: 'not_due_yet' }
  const steps = stepsOf({ ...input, isLive: true })
  if (steps.length === 0) return { do: 'refuse', cause: 'all_sent' }
  const obstacle =
    input.recipient === undefined ? undefined : obstacleAt(input.recipient, input.isUndeliverable)
  return obstacle ? { do: 'refuse', cause: obstacle } : { do: 'send', level: levelOn(steps, today) }
}
