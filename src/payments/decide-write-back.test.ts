// Promise B17: registered exactly once, read before write, and removed when the payment is taken back
import { expect, test } from 'vitest'
import type { CrmInvoice } from '../crm/index.ts'
import { type DecideWriteBackInput, decideWriteBack } from './decide-write-back.ts'

const at = new Date('2026-03-01T11:00:00Z')
const now = new Date('2026-03-02T09:00:00Z')
const ours = { amount: { amountCents: 10_000, currency: 'EUR' }, paidAt: at }
const sameDay = { ...ours, paidAt: new Date('2026-03-01T22:59:00Z') }
const nextDay = { ...ours, paidAt: new Date('2026-03-01T23:01:00Z') }
const record = {
  state: 'booked',
  isPaid: false,
  isCredited: false,
  open: { amountCents: 10_000, currency: 'EUR' },
  payments: [],
} as unknown as CrmInvoice
const fresh = {
  intent: 'register',
  remotePaidAt: at,
  beganAt: null,
  acknowledgedAt: null,
  writes: 0,
} as const
const justBegun = { ...fresh, beganAt: new Date(now.getTime() - 30_000), writes: 1 }
const begun = { ...fresh, beganAt: new Date(now.getTime() - 120_000), writes: 1 }
const remove = { ...fresh, intent: 'remove', writes: 1 } as const

type Row = [string, Partial<DecideWriteBackInput>, object]
test.each<Row>([
  ['nothing there', {}, { do: 'register' }],
  ['ours is there', { record: { ...record, payments: [ours] } }, { do: 'done' }],
  ['somebody entered it there', { record: { ...record, payments: [sameDay] } }, { do: 'done' }],
  ['another day is another payment', { record: { ...record, payments: [nextDay] } }, { do: 'register' }],
  [
    'what stands for another payment does not count',
    { record: { ...record, payments: [sameDay] }, taken: [{ amountCents: 10_000, at: sameDay.paidAt }] },
    { do: 'register' },
  ],
  [
    'an answer lost just now',
    { writeBack: justBegun },
    { do: 'wait', until: new Date(now.getTime() + 60_000) },
  ],
  ['an answer lost, nothing came of it', { writeBack: begun }, { do: 'register' }],
  [
    'an answer lost, and it is there',
    { writeBack: justBegun, record: { ...record, payments: [ours] } },
    { do: 'done' },
  ],
  [
    'Teamleader said yes but shows nothing: never again by itself',
    { writeBack: { ...begun, acknowledgedAt: begun.beganAt } },
    { do: 'unknown', cause: 'not_seen_there' },
  ],
  ['asked again and again', { writeBack: { ...begun, writes: 4 } }, { do: 'unknown', cause: 'no_answer' }],
  ['gone', { record: null }, { do: 'refuse', cause: 'gone_in_crm' }],
  ['paid there', { record: { ...record, isPaid: true } }, { do: 'refuse', cause: 'already_paid_in_crm' }],
  [
    'credited there',
    { record: { ...record, isPaid: true, isCredited: true } },
    { do: 'refuse', cause: 'credited_in_crm' },
  ],
  ['more than is open', { amountCents: 10_001 }, { do: 'refuse', cause: 'more_than_open' }],
  ['payments not shown', { record: { ...record, payments: null } }, { do: 'unknown', cause: 'unreadable' }],
  ['remove the only one', { writeBack: remove, record: { ...record, payments: [ours] } }, { do: 'remove' }],
  [
    'another payment is there too: nothing is removed',
    { writeBack: remove, record: { ...record, payments: [ours, nextDay] } },
    { do: 'refuse', cause: 'other_payments_there' },
  ],
  [
    'removed a moment ago, and it shows',
    { writeBack: { ...justBegun, intent: 'remove', acknowledgedAt: justBegun.beganAt } },
    { do: 'done' },
  ],
  [
    'removed a moment ago, and it does not show yet',
    {
      writeBack: { ...justBegun, intent: 'remove', acknowledgedAt: justBegun.beganAt },
      record: { ...record, payments: [ours] },
    },
    { do: 'wait', until: new Date(now.getTime() + 60_000) },
  ],
  ['removed already', { writeBack: remove }, { do: 'done' }],
  [
    'revoked while it was being registered: it may still arrive',
    { writeBack: { ...justBegun, intent: 'remove' } },
    { do: 'wait', until: new Date(now.getTime() + 60_000) },
  ],
])('%s', (_name, change, expected) => {
  const input = {
    writeBack: fresh,
    amountCents: 10_000,
    currency: 'EUR',
    paidOn: '2026-03-01',
    record,
    taken: [],
    timeZone: 'Europe/Brussels',
    now,
    ...change,
  }
  expect(decideWriteBack(input)).toEqual(expected)
})
