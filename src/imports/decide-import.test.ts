import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DecideImportInput, decideImport } from './decide-import.ts'

type Facts = DecideImportInput['invoice']

function facts(change: Partial<Facts> & { cents?: number } = {}): Facts {
  const { cents = 12_100, ...given } = change
  return {
    state: 'booked',
    isPaid: false,
    isCredited: false,
    total: { amountCents: cents, currency: 'EUR' },
    departmentExternalId: 'd1',
    ...given,
  }
}

const outside = { isKnown: false, departmentExternalIds: null }

test.each([
  ['booked and open', facts(), { do: 'import' }],
  ['one cent', facts({ cents: 1 }), { do: 'import' }],
  ['without a department', facts({ departmentExternalId: null }), { do: 'import' }],
  ['a draft', facts({ state: 'draft' }), { do: 'skip', cause: 'draft' }],
  ['a draft of zero', facts({ state: 'draft', cents: 0 }), { do: 'skip', cause: 'draft' }],
  ['zero', facts({ cents: 0 }), { do: 'skip', cause: 'zero_amount' }],
  ['zero and paid', facts({ cents: 0, isPaid: true }), { do: 'skip', cause: 'zero_amount' }],
  ['below zero', facts({ cents: -1 }), { do: 'skip', cause: 'negative_amount' }],
  ['paid', facts({ isPaid: true }), { do: 'skip', cause: 'paid' }],
  ['credited', facts({ isPaid: true, isCredited: true }), { do: 'skip', cause: 'credited' }],
] as const)('%s', (_, invoice, decision) => {
  expect(decideImport({ invoice, ...outside })).toEqual(decision)
})

test.each([
  ['all departments', null, 'import'],
  ['this one', ['d1', 'd2'], 'import'],
  ['another', ['d2'], 'skip'],
  ['none', [], 'skip'],
] as const)('with %s chosen', (_, departmentExternalIds, outcome) => {
  expect(decideImport({ invoice: facts(), isKnown: false, departmentExternalIds }).do).toBe(outcome)
})

const anyFacts = fc.record({
  state: fc.constantFrom('draft' as const, 'booked' as const),
  isPaid: fc.boolean(),
  isCredited: fc.boolean(),
  cents: fc.integer(),
  departmentExternalId: fc.option(fc.constantFrom('d1', 'd2')),
})
const anyChoice = fc.option(fc.subarray(['d1', 'd2']))

test('what is in follows Teamleader, whatever it became', () => {
  fc.assert(
    fc.property(anyFacts, anyChoice, (given, departmentExternalIds) => {
      const decision = decideImport({ invoice: facts(given), isKnown: true, departmentExternalIds })
      expect(decision).toEqual({ do: 'update' })
    }),
  )
})

test('nothing comes in that is a draft, paid, zero, negative or of another department', () => {
  fc.assert(
    fc.property(anyFacts, anyChoice, (given, departmentExternalIds) => {
      const decision = decideImport({ invoice: facts(given), isKnown: false, departmentExternalIds })
      const belongsIn =
        given.state === 'booked' &&
        !given.isPaid &&
        given.cents > 0 &&
        (departmentExternalIds === null ||
          given.departmentExternalId === null ||
          departmentExternalIds.includes(given.departmentExternalId))
      expect(decision.do).toBe(belongsIn ? 'import' : 'skip')
    }),
  )
})
