import { expect, test } from 'vitest'
import { parseEvent } from './events.ts'

const id = 'cb8da52a-ce89-4bf6-8f7e-8ee6cb85e3b5'

test.each([
  ['invoice', 'invoice'],
  ['company', 'company'],
  ['contact', 'person'],
  ['account', 'account'],
  ['creditNote', 'credit_note'],
  ['subscription', 'unknown'],
  ['constructor', 'unknown'],
])('a subject of type %s is of kind %s', (type, kind) => {
  const event = parseEvent({
    type: 'x.happened',
    subject: { type, id },
    account: { type: 'account', id: 'acc' },
  })
  expect(event).toEqual({ type: 'x.happened', subject: { kind, externalId: id }, accountExternalId: 'acc' })
})

test.each([[null], ['text'], [[]], [{}], [{ type: 5 }], [{ type: '' }]])('%j is no event', (body) => {
  expect(parseEvent(body)).toBeUndefined()
})

test.each([[null], ['x'], [{ type: 'invoice' }], [{ type: 'invoice', id: '' }]])(
  'a subject like %j is dropped, the event stays',
  (subject) => {
    expect(parseEvent({ type: 'invoice.booked', subject, account: 5 })).toEqual({
      type: 'invoice.booked',
      subject: null,
      accountExternalId: null,
    })
  },
)
