import { expect, test } from 'vitest'
import type { AskedInvoices } from './asked-invoices.ts'
import { chooseInvitations } from './choose-invitations.ts'

const since = (from: string): AskedInvoices => ({ period: { from, to: '2026-11-22' } })

test.each([
  ['the last thirty days', since('2026-10-23'), '2026-01-01', 'as_profile_says'],
  ['a day more', since('2026-10-22'), '2026-01-01', 'none'],
  ['since going live', since('2026-11-10'), '2026-11-10', 'as_profile_says'],
  ['from before going live', since('2026-11-09'), '2026-11-10', 'none'],
  [
    'not live yet: nothing leaves before somebody says what becomes of it',
    since('2026-10-23'),
    null,
    'as_profile_says',
  ],
  ['not live yet, and old', since('2020-01-01'), null, 'none'],
  ['numbers, of which nobody knows how old they are', { numbers: ['2026/1'] }, '2026-01-01', 'none'],
  ['ids', { externalIds: ['x'] }, null, 'none'],
] as const)('%s', (_, asked, liveSince, choice) => {
  expect(chooseInvitations(asked as AskedInvoices, { today: '2026-11-22', liveSince })).toBe(choice)
})
