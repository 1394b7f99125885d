import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DecideReminderInput,
  decideReminder,
  type EarlierMessage,
  type RemindedInvoice,
} from './decide-reminder.ts'
import { foretellMessages } from './foretell-messages.ts'

const timeZone = 'Europe/Brussels'
const levels = [3, 10, 17, 30].map((offsetDays) => ({ offsetDays, isOn: true, texts: {} }))
const invoice: RemindedInvoice = {
  state: 'booked',
  paymentState: 'open',
  openCents: 12_100,
  dueDate: '2026-05-04',
  isOnHold: false,
  isDisputed: false,
  promisedFor: null,
  sendReminders: true,
  reminders: levels,
  sendTimes: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: ['BE'] },
}
const invited = messageOf('invitation', 0, '2026-04-04T08:00:00Z')

function messageOf(
  kind: 'invitation' | 'reminder',
  level: number,
  sentAt: string | null,
  state: EarlierMessage['state'] = 'sent',
): EarlierMessage & { cause: null } {
  const at = sentAt ? new Date(sentAt) : null
  return { kind, level, state, cause: null, nextLookAt: null, sentAt: at, copyOf: null }
}

function copyOf(message: EarlierMessage, state: EarlierMessage['state']): EarlierMessage {
  return { ...message, state, sentAt: null, copyOf: 'msg_original' }
}

function decide(
  at: string,
  changed: Partial<RemindedInvoice> = {},
  given: Partial<DecideReminderInput> = {},
) {
  const input = { messages: [invited], isLive: true, recipient: 'info@peeters.example', timeZone }
  return decideReminder({ ...input, invoice: { ...invoice, ...changed }, now: new Date(at), ...given })
}

const stops = (cause: string) => ({ do: 'stop', cause })
const thursday = '2026-05-07T08:00:00Z'

test.each<[string, Partial<RemindedInvoice>, Partial<DecideReminderInput>, object]>([
  ['its day has come', {}, {}, { do: 'send', level: 1 }],
  [
    'promised for the last day that there is',
    { promisedFor: '9999-12-31' },
    {},
    { do: 'wait', cause: 'promised', level: 4, at: new Date('9999-12-01T08:00:00Z') },
  ],
  [
    'due on the last day that there is',
    { dueDate: '9999-12-31' },
    {},
    { do: 'wait', cause: 'before_step', level: 4, at: new Date('9999-12-01T08:00:00Z') },
  ],
  ['paid', { state: 'paid', paymentState: 'paid', openCents: 0 }, {}, stops('paid')],
  ['credited', { state: 'paid', paymentState: 'credited', openCents: 0 }, {}, stops('credited')],
  ['gone in the CRM', { state: 'archived' }, {}, stops('archived')],
  ['nothing open', { openCents: 0 }, {}, stops('nothing_open')],
  ['paid in part', { paymentState: 'part_paid', openCents: 1 }, {}, { do: 'send', level: 1 }],
  ['on hold', { isOnHold: true }, {}, stops('on_hold')],
  ['disputed', { isDisputed: true }, {}, stops('disputed')],
  ['switched off', { sendReminders: false }, {}, stops('reminders_off')],
  ['nobody went live', {}, { isLive: false }, stops('not_live')],
  ['no due date', { dueDate: null }, {}, stops('no_due_date')],
  ['never invited', {}, { messages: [] }, stops('not_invited')],
  [
    'invited, cancelled',
    {},
    { messages: [messageOf('invitation', 0, null, 'cancelled')] },
    stops('not_invited'),
  ],
  [
    'the invitation is held',
    {},
    { messages: [messageOf('invitation', 0, null, 'held')] },
    stops('invitation_not_sent_yet'),
  ],
  [
    'nobody knows whether it left',
    {},
    { messages: [messageOf('invitation', 0, null, 'unknown')] },
    stops('not_known_whether_invited'),
  ],
  [
    'the invitation came back',
    {},
    { messages: [messageOf('invitation', 0, null, 'bounced')] },
    stops('invitation_refused'),
  ],
  [
    'nobody knows of a reminder',
    {},
    { messages: [invited, messageOf('reminder', 1, null, 'unknown')] },
    stops('not_known_whether_reminded'),
  ],
  [
    'a reminder is on its way',
    {},
    { messages: [invited, messageOf('reminder', 1, null, 'sending')] },
    stops('reminder_under_way'),
  ],
  [
    'nobody knows of a copy for somebody else',
    {},
    { messages: [invited, copyOf(invited, 'unknown'), copyOf(messageOf('reminder', 1, null), 'unknown')] },
    { do: 'send', level: 1 },
  ],
  [
    'a copy left the day before',
    {},
    { messages: [invited, { ...copyOf(invited, 'sent'), sentAt: new Date('2026-05-06T08:00:00Z') }] },
    { do: 'wait', cause: 'too_soon', level: 1, at: new Date('2026-05-11T07:00:00Z') },
  ],
  [
    'all levels are off',
    { reminders: levels.map((level) => ({ ...level, isOn: false })) },
    {},
    stops('all_sent'),
  ],
  [
    'the first is off',
    { reminders: levels.map((level, at) => ({ ...level, isOn: at > 0 })) },
    {},
    { do: 'wait', cause: 'before_step', level: 2, at: new Date('2026-05-15T07:00:00Z') },
  ],
  [
    'promised until Sunday',
    { promisedFor: '2026-05-10' },
    {},
    { do: 'wait', cause: 'promised', level: 1, at: new Date('2026-05-11T07:00:00Z') },
  ],
  ['promised until yesterday', { promisedFor: '2026-05-06' }, {}, { do: 'send', level: 1 }],
  [
    'invited the day before',
    {},
    { messages: [messageOf('invitation', 0, '2026-05-06T08:00:00Z')] },
    { do: 'wait', cause: 'too_soon', level: 1, at: new Date('2026-05-11T07:00:00Z') },
  ],
  [
    'no address',
    {},
    { recipient: null },
    { do: 'hold', level: 1, cause: 'no_address', lookAt: new Date('2026-05-07T09:00:00Z') },
  ],
])('%s', (_, changed, given, expected) => {
  expect(decide(thursday, changed, given)).toEqual(expected)
})

test.each([
  ['the evening before', '2026-05-06T18:00:00Z', 'before_step', 1, '2026-05-07T07:00:00Z'],
  ['that night', '2026-05-07T18:00:00Z', 'outside_hours', 1, '2026-05-08T07:00:00Z'],
  [
    'in the weekend, when the next level comes due',
    '2026-05-16T08:00:00Z',
    'outside_hours',
    2,
    '2026-05-18T07:00:00Z',
  ],
] as const)('%s: it waits for its hour', (_, at, cause, level, expected) => {
  expect(decide(at)).toEqual({ do: 'wait', cause, level, at: new Date(expected) })
})

test.each([
  ['2026-05-20T08:00:00Z', 2],
  ['2026-05-26T08:00:00Z', 3],
  ['2026-07-06T08:00:00Z', 4],
])('asked for the first time at %s: level %i alone, and none that was passed over', (at, level) => {
  expect(decide(at)).toEqual({ do: 'send', level })
  const sent = [invited, messageOf('reminder', level, at)]
  expect(decide(at.replace('T08', 'T12'), {}, { messages: sent })).not.toMatchObject({ do: 'send' })
})

const anyPlan = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
    fc.array(fc.boolean(), { minLength: 4 }),
  )
  .map(([offsets, isOn]) =>
    offsets
      .toSorted((a, b) => a - b)
      .map((offset, at) => ({ offsetDays: offset * 3, isOn: isOn[at] ?? true, texts: {} })),
  )
const anyInvoice = fc.record({
  dueDate: fc
    .integer({ min: -20, max: 20 })
    .map((days) => Temporal.PlainDate.from('2026-03-25').add({ days }).toString()),
  reminders: anyPlan,
  promisedFor: fc
    .option(fc.integer({ min: 0, max: 30 }), { nil: null })
    .map((days) => (days === null ? null : Temporal.PlainDate.from('2026-03-20').add({ days }).toString())),
})
const dayMs = 86_400_000

test('whatever the plan and the pauses of the clock: levels rise, days lie between them, and each is the one that was due', () => {
  fc.assert(
    fc.property(anyInvoice, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (any, hours) => {
      let now = new Date('2026-03-20T00:30:00Z')
      const messages: EarlierMessage[] = [messageOf('invitation', 0, '2026-03-20T00:00:00Z')]
      for (const pause of hours) {
        now = new Date(now.getTime() + pause * 3_600_000)
        const facts = { ...invoice, ...any }
        const decision = decideReminder({ invoice: facts, messages, isLive: true, timeZone, now })
        if (decision.do !== 'send') continue
        const last = messages.at(-1)
        const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
        expect(decision.level).toBeGreaterThan(last?.level ?? 0)
        expect(now.getTime() - (last?.sentAt?.getTime() ?? 0)).toBeGreaterThan(2 * dayMs)
        const late = Temporal.PlainDate.from(any.dueDate).until(today.toPlainDate()).days
        const due = any.reminders.findLastIndex(({ isOn, offsetDays }) => isOn && offsetDays <= late)
        expect(decision.level).toBe(due + 1)
        expect(any.promisedFor === null || any.promisedFor < today.toPlainDate().toString()).toBe(true)
        messages.push({
          kind: 'reminder',
          level: decision.level,
          state: 'sent',
          nextLookAt: null,
          sentAt: now,
          copyOf: null,
        })
      }
    }),
  )
})

test('whatever the plan: what is foretold is what happens when the clock goes on', () => {
  fc.assert(
    fc.property(anyInvoice, (any) => {
      const now = new Date('2026-03-20T00:30:00Z')
      const until = new Date(now.getTime() + 45 * dayMs)
      const facts = { ...invoice, ...any }
      const base = { invoice: facts, isLive: true, timeZone, recipient: 'info@peeters.example' }
      const first = messageOf('invitation', 0, '2026-03-20T00:00:00Z')
      const { messages: foretold } = foretellMessages({ ...base, messages: [first], now, until })
      const messages: EarlierMessage[] = [first]
      const happened: { kind: string; level: number; at: Date }[] = []
      for (let at = now; at <= until; at = new Date(at.getTime() + 1_800_000)) {
        const decision = decideReminder({ ...base, messages, now: at })
        if (decision.do !== 'send') continue
        happened.push({ kind: 'reminder', level: decision.level, at })
        messages.push({
          kind: 'reminder',
          level: decision.level,
          state: 'sent',
          nextLookAt: null,
          sentAt: at,
          copyOf: null,
        })
      }
      expect(foretold).toEqual(happened)
    }),
    { numRuns: 8 },
  )
})

test('what is planned to an address that takes no mail is not foretold: it will not leave', () => {
  const planned = { ...messageOf('invitation', 0, null, 'planned'), nextLookAt: new Date(thursday) }
  const input = { invoice, isLive: true, timeZone, recipient: 'info@peeters.example', messages: [planned] }
  const [now, until] = [new Date(thursday), new Date('2026-05-08T08:00:00Z')]
  expect(foretellMessages({ ...input, now, until }).messages).toMatchObject([{ kind: 'invitation', at: now }])
  for (const [changed, cause] of [
    [{ isUndeliverable: true }, 'undeliverable_address'],
    [{ recipient: null }, 'no_address'],
  ] as const)
    expect(foretellMessages({ ...input, ...changed, now, until })).toEqual({ messages: [], cause })
})
