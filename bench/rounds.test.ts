import { expect, test } from 'vitest'
import { type Round, spreadOf, summarise } from './rounds.ts'

const rounds: Round[] = [
  { vorder: { perSecond: 400, lost: 0 }, reference: { perSecond: 100 } },
  { vorder: { perSecond: 900, lost: 0 }, reference: { perSecond: 150 } },
  { vorder: { perSecond: 600, lost: 1 }, reference: { perSecond: 120 } },
]
const ours = { of: 'vorder', figure: 'perSecond' }
const theirs = { of: 'reference', figure: 'perSecond' }
const faster = { name: 'times the reference', value: ours, over: theirs }

test('a ratio is taken inside each round, and the median with its spread is told', () => {
  const { aims, verdict } = summarise({ rounds, aims: [{ ...faster, atLeast: 5 }], steady: [theirs] })
  expect(aims[0]).toEqual({
    aim: 'times the reference',
    limit: '>= 5',
    ratio: true,
    isMet: true,
    median: 5,
    min: 4,
    max: 6,
    spread: 1.5,
  })
  expect(verdict).toBe('PASS')
})

test('a missed aim fails', () => {
  expect(summarise({ rounds, aims: [{ ...faster, atLeast: 5.1 }], steady: [theirs] }).verdict).toBe('FAIL')
})

test('what must hold in every round is not saved by the median', () => {
  const lost = { name: 'lost', value: { of: 'vorder', figure: 'lost' }, atMost: 0 }
  expect(summarise({ rounds, aims: [lost], steady: [] }).verdict).toBe('PASS')
  const always = { ...lost, for: 'every round' as const }
  expect(summarise({ rounds, aims: [always], steady: [] }).verdict).toBe('FAIL')
})

test('a reference that differs by more than two times makes the run worthless, met aims or not', () => {
  const restless = rounds.map((round, index) => ({ ...round, reference: { perSecond: 100 + 101 * index } }))
  const summary = summarise({ rounds: restless, aims: [{ ...faster, atLeast: 0 }], steady: [theirs] })
  expect(summary.verdict).toBe('machine too noisy')
  expect(summary.noisy).toEqual(['reference.perSecond'])
})

test('the median of an even number of rounds lies between the middle two', () => {
  expect(spreadOf([4, 1, 2, 10])).toEqual({ median: 3, min: 1, max: 10, spread: 10 })
})

test('a figure that is missing stops the summary', () => {
  const steady = [{ of: 'reference', figure: 'unknown' }]
  expect(() => summarise({ rounds, aims: [], steady })).toThrow('no figure reference.unknown')
})
