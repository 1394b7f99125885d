import { expect, test } from 'vitest'
import { defaultPeriod, isAskedFor, nameOfAsked, tidyAsked } from './asked-invoices.ts'
import { candidateLists } from './candidate-lists.ts'

const zone = 'Europe/Brussels'

test.each([
  ['2026-03-31', '2026-03-01'],
  ['2026-01-15', '2025-12-16'],
  ['2024-03-30', '2024-02-29'],
])('the thirty days up to %s begin on %s', (today, from) => {
  expect(defaultPeriod(today)).toEqual({ from, to: today })
})

const period = { from: '2024-03-31', to: '2024-03-31' }
test.each([
  ['by its date', { invoiceDate: '2024-03-31', createdAt: null }, true],
  ['the day before', { invoiceDate: '2024-03-30', createdAt: null }, false],
  ['made at the first moment of the day', { invoiceDate: null, createdAt: '2024-03-30T23:00:00Z' }, true],
  ['made a second before', { invoiceDate: null, createdAt: '2024-03-30T22:59:59Z' }, false],
  [
    'made in the last second of a day of 23 hours',
    { invoiceDate: null, createdAt: '2024-03-31T21:59:59Z' },
    true,
  ],
  ['made after it', { invoiceDate: null, createdAt: '2024-03-31T22:00:00Z' }, false],
  ['neither dated nor made', { invoiceDate: null, createdAt: null }, false],
])('%s', (_, { invoiceDate, createdAt }, isIn) => {
  const invoice = {
    invoiceDate,
    createdAt: createdAt ? new Date(createdAt) : null,
    departmentExternalId: 'd1',
  }
  expect(isAskedFor({ period }, invoice, zone)).toBe(isIn)
  expect(isAskedFor({ period, departmentExternalIds: ['d2'] }, invoice, zone)).toBe(false)
})

test('the lists cover a day more on both sides, from the first moment of that day', () => {
  expect(candidateLists({ period: { from: '2024-04-01', to: '2024-04-02' } }, zone)).toEqual([
    { kind: 'changed', updatedSince: new Date('2024-03-30T23:00:00Z') },
    { kind: 'dated', dates: { from: '2024-03-31', to: '2024-04-03' } },
  ])
})

test('many ids are asked for a hundred at a time', () => {
  const externalIds = Array.from({ length: 150 }, (_, at) => `id-${at}`)
  const lists = candidateLists({ externalIds }, zone)
  expect(lists.map((list) => (list.kind === 'ids' ? list.externalIds.length : 0))).toEqual([100, 50])
})

test('blanks and doubles go; nothing at all is refused', () => {
  expect(tidyAsked({ numbers: [' 1 ', '1', ''] })).toMatchObject({ numbers: ['1'] })
  expect(() => tidyAsked({ numbers: ['  '] })).toThrow('at least one')
  expect(() => tidyAsked({ period: { from: '2024-02-02', to: '2024-02-01' } })).toThrow('ends before')
})

test('a run is named after what was asked', () => {
  expect(nameOfAsked({ period })).toBe('2024-03-31 – 2024-03-31')
  expect(nameOfAsked({ numbers: ['1', '2', '3', '4'] })).toBe('1, 2, 3 …')
})
