import { expect, test } from 'vitest'
import { askedRecipients } from './asked-recipients.ts'

const own = { to: 'an@example.com', cc: ['boek@example.com', 'b@example.com'] }

test('what is left as it was is the customer’s, also of the customer of later', () => {
  expect(askedRecipients({ to: ' an@example.com ', cc: 'boek@example.com,b@example.com' }, own)).toEqual({})
})

test('what was changed counts for this one message; nobody in the copy is said too', () => {
  expect(askedRecipients({ to: 'other@example.com', cc: '' }, own)).toEqual({
    to: 'other@example.com',
    cc: [],
  })
  expect(
    askedRecipients(
      { to: 'x@example.com', cc: 'a@example.com; c@example.com\nd@example.com' },
      { to: null, cc: [] },
    ),
  ).toEqual({
    to: 'x@example.com',
    cc: ['a@example.com', 'c@example.com', 'd@example.com'],
  })
})
