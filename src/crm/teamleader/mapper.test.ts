import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invoiceSchema } from './api-types.ts'
import { mapInvoice, readRow } from './mapper.ts'

const row = {
  id: 'e2314517-3cab-4aa9-8471-450e73449041',
  status: 'outstanding',
  invoice_number: '2026 / 5',
  invoice_date: '2026-02-28',
  due_on: '2026-03-30',
  paid: false,
  paid_at: null,
  invoicee: { name: 'De Smet', customer: { type: 'contact', id: 'f29abf48-337d-44b4-aad4-585f5277a456' } },
  total: { payable: { amount: 121.5, currency: 'EUR' }, due: { amount: 121.5, currency: 'EUR' } },
  updated_at: '2026-02-28T10:00:00+01:00',
}

function read(change: object) {
  return readRow({ ...row, ...change }, invoiceSchema, mapInvoice)
}

function money(payable: unknown, due: unknown = payable, currency = 'EUR') {
  return { total: { payable: { amount: payable, currency }, due: { amount: due, currency } } }
}

test.each([
  [{ total: null }, 'total.payable is missing'],
  [money(null), 'total.payable is missing'],
  [money(121.555), '"121.555" has more decimals than EUR has'],
  [money(1e13), 'total.payable: 10000000000000 cannot be read exactly'],
  [money(1e21), 'total.payable: 1e+21 cannot be read exactly'],
  [money(1e-7), 'total.payable: 1e-7 cannot be read exactly'],
  [money(1, 1, 'euro'), '"euro" is not a currency code'],
  [{ status: 'archived' }, 'status: "archived" is not a state that we know'],
  [{ status: null }, 'status: "" is not a state that we know'],
  [{ invoicee: null }, 'invoicee.customer is missing'],
  [
    { invoicee: { customer: { type: 'robot', id: 'x' } } },
    'invoicee.customer.type: "robot" is neither company nor contact',
  ],
  [{ invoice_date: '2026-02-31' }, '"2026-02-31" is not a day of the calendar'],
  [{ updated_at: 'yesterday' }, 'updated_at: "yesterday" is not an instant'],
])('%j is refused with its reason', (change, problem) => {
  expect(read(change)).toEqual({
    unreadable: { externalId: row.id, problem, raw: JSON.stringify({ ...row, ...change }) },
  })
})

test.each([[null], [5], ['text'], [[]], [{ id: 5 }], [{}]])('%j is unreadable, not an exception', (sent) => {
  expect(readRow(sent, invoiceSchema, mapInvoice)).toMatchObject({ unreadable: { externalId: null } })
})

test.each([
  ['a string where a number belongs', money('121.50')],
  ['a list where an object belongs', { invoicee: [] }],
  ['an object where text belongs', { invoice_number: {} }],
])('%s makes the row unreadable', (_what, change) => {
  expect(read(change)).toMatchObject({ unreadable: { externalId: row.id } })
})

test.each([
  ['open', {}, { isPaid: false, isCredited: false }],
  ['said to be paid', { paid: true }, { isPaid: true, isCredited: false }],
  [
    'nothing open, with the day it was paid',
    { ...money(50, 0), paid_at: '2026-03-01T00:00:00+00:00' },
    { isPaid: true, isCredited: false },
  ],
  ['nothing open and nobody paid', money(50, 0), { isPaid: true, isCredited: true }],
  [
    'said to be paid, without a payment',
    { ...money(50, 0), paid: true, payments: [] },
    { isPaid: true, isCredited: true },
  ],
  [
    'said to be paid, with a payment',
    { ...money(50, 0), paid: true, payments: [{}] },
    { isPaid: true, isCredited: false },
  ],
  ['zero', money(0), { isPaid: false, isCredited: false }],
  ['matched but still open', { status: 'matched' }, { isPaid: false, isCredited: false }],
  [
    'a draft without an open amount',
    { status: 'draft', total: { payable: { amount: 5, currency: 'EUR' } } },
    { state: 'draft', isPaid: false },
  ],
])('an invoice that is %s', (_what, change, expected) => {
  expect(read(change)).toMatchObject({ item: expected })
})

test('every amount of cents below ten billion survives the way through JSON', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
      const sent = JSON.parse(JSON.stringify(money(cents / 100)))
      expect(read(sent)).toMatchObject({ item: { total: { amountCents: cents === 0 ? 0 : cents } } })
    }),
  )
})

test('currencies have their own decimals', () => {
  expect(read(money(1500, 1500, 'JPY'))).toMatchObject({
    item: { total: { amountCents: 1500, currency: 'JPY' } },
  })
})
