import { expect, test } from 'vitest'
import type { EarlierMessage, RemindedInvoice } from './decide-reminder.ts'
import { decideReminderByHand } from './decide-reminder-by-hand.ts'

const levels = [3, 10, 17, 30].map((offsetDays) => ({ offsetDays, isOn: true, texts: {} }))
const invoice: RemindedInvoice = {
  state: 'booked',
  paymentState: 'open',
  openCents: 12_100,
  dueDate: '2026-05-04',
  isOnHold: false,
  isDisputed: false,
  promisedFor: null,
  // Neither counts when a person asks, nor does the hour: it is Sunday night.
  sendReminders: false,
  reminders: levels,
  sendTimes: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: ['BE'], closedPeriods: [] },
}
const sunday = new Date('2026-05-10T21:00:00Z')
const messageOf = (
  kind: EarlierMessage['kind'],
  level: number,
  state: EarlierMessage['state'] = 'sent',
): EarlierMessage => ({ kind, level, state, nextLookAt: null, sentAt: null, copyOf: null })
const invited = messageOf('invitation', 0)
const refuse = (cause: string) => ({ do: 'refuse', cause })

test.each<[string, Partial<RemindedInvoice>, EarlierMessage[], object]>([
  ['overdue since a week', {}, [invited], { do: 'send', level: 1 }],
  ['before the day of the first', { dueDate: '2026-05-09' }, [invited], { do: 'send', level: 1 }],
  ['late enough for the third', { dueDate: '2026-04-20' }, [invited], { do: 'send', level: 3 }],
  ['the first left', {}, [invited, messageOf('reminder', 1)], { do: 'send', level: 2 }],
  ['the first was cancelled', {}, [invited, messageOf('reminder', 1, 'cancelled')], { do: 'send', level: 1 }],
  ['due today', { dueDate: '2026-05-10' }, [invited], refuse('not_due_yet')],
  ['no due date', { dueDate: null }, [invited], refuse('no_due_date')],
  ['promised for today', { promisedFor: '2026-05-10' }, [invited], refuse('promised')],
  ['promised for yesterday', { promisedFor: '2026-05-09' }, [invited], { do: 'send', level: 1 }],
  ['paid', { state: 'paid', paymentState: 'paid', openCents: 0 }, [invited], refuse('paid')],
  ['on hold', { isOnHold: true }, [invited], refuse('on_hold')],
  ['disputed', { isDisputed: true }, [invited], refuse('disputed')],
  ['never invited', {}, [], refuse('not_invited')],
  [
    'nobody knows of the invitation',
    {},
    [messageOf('invitation', 0, 'unknown')],
    refuse('not_known_whether_invited'),
  ],
  [
    'nobody knows of the first',
    {},
    [invited, messageOf('reminder', 1, 'unknown')],
    refuse('not_known_whether_reminded'),
  ],
  ['one is under way', {}, [invited, messageOf('reminder', 1, 'sending')], refuse('reminder_under_way')],
  ['all were sent', {}, [invited, messageOf('reminder', 4)], refuse('all_sent')],
])('%s', (_, changed, messages, expected) => {
  const timeZone = 'Europe/Brussels'
  const facts = { messages, timeZone, recipient: 'info@peeters.example', now: sunday }
  expect(decideReminderByHand({ ...facts, invoice: { ...invoice, ...changed } })).toEqual(expected)
})
