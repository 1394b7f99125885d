// Promise C7: however payments are told, seen, matched and taken back, nothing counts twice
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideMatches } from './decide-matches.ts'
import { decideMirror } from './decide-mirror.ts'
import { paidHereOf } from './paid-here-of.ts'
import type { Payment } from './payment.ts'

const days = ['2026-03-01', '2026-03-02'] as const
const amounts = [1_000, 2_000, 5_000] as const
const hand = fc.record({
  origin: fc.constant('hand' as const),
  amountCents: fc.constantFrom(...amounts),
  paidOn: fc.constantFrom(...days),
  isRevoked: fc.boolean(),
})
const crm = fc.record({
  origin: fc.constant('crm' as const),
  amountCents: fc.constantFrom(...amounts),
  paidOn: fc.constantFrom(...days),
  isRevoked: fc.constant(false),
})

test('paid here is what was told here and is not there, each sum of money once', () => {
  fc.assert(
    fc.property(fc.array(hand, { maxLength: 6 }), fc.array(crm, { maxLength: 6 }), (hands, crms) => {
      const payments = [...hands, ...crms].map(paymentOf)
      const matches = decideMatches(payments)
      for (const side of ['handPaymentId', 'crmPaymentId'] as const)
        expect(new Set(matches.map((match) => match[side])).size).toBe(matches.length)
      const matched = payments.map((each) => ({
        ...each,
        matchedId:
          matches.find(({ handPaymentId }) => handPaymentId === each.id)?.crmPaymentId ??
          matches.find(({ crmPaymentId }) => crmPaymentId === each.id)?.handPaymentId ??
          null,
      }))
      expect(paidHereOf(matched, 'Europe/Brussels').cents).toBe(sum(onlyHere(hands, crms)))
    }),
    { numRuns: 500 },
  )
})

test('the mirror ends with exactly what the CRM lists, whatever it was before', () => {
  const listed = fc.array(crm, { maxLength: 6 })
  fc.assert(
    fc.property(listed, listed, (before, now) => {
      const seen = before.map(paymentOf)
      const wire = now.map((each, index) => ({
        amount: { amountCents: each.amountCents, currency: 'EUR' },
        paidAt: paymentOf(each, index).paidAt,
      }))
      const { appeared, gone } = decideMirror(seen, wire)
      const left = seen.filter((each) => !gone.includes(each))
      const keys = [
        ...left.map(({ amountCents, paidAt }) => `${amountCents} ${paidAt?.getTime()}`),
        ...appeared.map(({ amount, paidAt }) => `${amount.amountCents} ${paidAt?.getTime()}`),
      ]
      const wanted = wire.map(({ amount, paidAt }) => `${amount.amountCents} ${paidAt?.getTime()}`)
      expect(keys.sort()).toEqual(wanted.sort())
    }),
  )
})

type Told = { origin: 'hand' | 'crm'; amountCents: number; paidOn: string; isRevoked: boolean }

/** Another way to the same answer: take each pair of equal amount and day away once. */
function onlyHere(hands: readonly Told[], crms: readonly Told[]): Told[] {
  const free = crms.map(({ amountCents, paidOn }) => `${amountCents} ${paidOn}`)
  return hands.filter(({ isRevoked, amountCents, paidOn }) => {
    if (isRevoked) return false
    const index = free.indexOf(`${amountCents} ${paidOn}`)
    if (index !== -1) free.splice(index, 1)
    return index === -1
  })
}

function sum(payments: readonly Told[]): number {
  return payments.reduce((total, { amountCents }) => total + amountCents, 0)
}

function paymentOf({ origin, amountCents, paidOn, isRevoked }: Told, index: number): Payment {
  return {
    id: `${origin} ${index}`,
    invoiceId: 'inv_1',
    origin,
    amountCents,
    currency: 'EUR',
    paidOn,
    paidAt: origin === 'crm' ? new Date(`${paidOn}T11:00:00Z`) : null,
    method: null,
    methodExternalId: null,
    note: null,
    recordedByName: null,
    recordedAt: new Date(0),
    revokedAt: isRevoked ? new Date(1) : null,
    revokedByName: null,
    revokedCause: isRevoked ? 'by_hand' : null,
    matchedId: null,
    writeBack: null,
  }
}
