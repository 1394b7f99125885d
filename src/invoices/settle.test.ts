// Promise C7: the amount due is always the open amount
import { expect, test } from 'vitest'
import { settle } from './settle.ts'

const paidAt = new Date('2026-03-01T11:00:00Z')
const open = (openCents: number) =>
  ({ openCents, paymentState: openCents < 10_000 ? 'part_paid' : 'open', paidAt: null }) as const
const here = (cents: number) => ({ cents, at: cents === 0 ? null : paidAt })

test.each([
  ['nothing paid', open(10_000), 0, { openCents: 10_000, state: 'booked', paymentState: 'open' }],
  ['part paid here', open(10_000), 4_000, { openCents: 6_000, state: 'booked', paymentState: 'part_paid' }],
  [
    'paid here in full',
    open(10_000),
    10_000,
    { openCents: 0, state: 'paid', stateCause: 'paid_here', paidAt, overpaidCents: 0 },
  ],
  [
    'the rest of a part paid one',
    open(6_000),
    6_000,
    { openCents: 0, state: 'paid', stateCause: 'paid_here' },
  ],
  [
    'more than is open: flagged, never below zero',
    open(3_000),
    5_000,
    { openCents: 0, overpaidCents: 2_000, state: 'paid' },
  ],
  [
    'paid there too: flagged as paid twice',
    { openCents: 0, paymentState: 'paid', paidAt },
    10_000,
    { openCents: 0, overpaidCents: 10_000, stateCause: null, state: 'paid' },
  ],
  [
    'revoked here, not yet removed there: due again',
    { openCents: 0, paymentState: 'paid', paidAt },
    -10_000,
    { openCents: 10_000, state: 'booked', paymentState: 'open', paidAt: null, overpaidCents: 0 },
  ],
] as const)('%s', (_name, source, cents, expected) => {
  expect(settle({ totalCents: 10_000, source, paidHere: here(cents) })).toMatchObject(expected)
})

test('credited there stays credited', () => {
  const source = { openCents: 0, paymentState: 'credited', paidAt: null } as const
  expect(settle({ totalCents: 10_000, source, paidHere: here(0) })).toMatchObject({
    paymentState: 'credited',
    stateCause: null,
  })
})
