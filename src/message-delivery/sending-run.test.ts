import { expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { startRun, takeNext } from './sending-run.ts'

/** A run whose messages were read from the CRM so long ago; it reads no more of them. */
function runAfter(...agesMs: number[]) {
  const run = startRun({} as Context, 'con_1')
  run.isFed = true
  run.waiting = agesMs.map((ageMs, at) => ({
    id: `msg_${at}`,
    externalId: `invoice ${at}`,
    domain: `${at}.example`,
    confirmedAtMs: performance.now() - ageMs,
  }))
  return run
}

test('a look at the CRM counts for seconds: what waited longer is left for the next run, which looks again', async () => {
  const run = runAfter(20_000, 1_000, 20_000)
  expect(await takeNext(run)).toMatchObject({ id: 'msg_1' })
  expect(run.hasMore).toBe(true)
  expect(await takeNext(run)).toBeUndefined()
  expect([...run.underWay.keys()]).toEqual(['msg_1'])
})

test('what was looked at a moment ago leaves nothing to the next run', async () => {
  const run = runAfter(1_000)
  expect(await takeNext(run)).toMatchObject({ id: 'msg_0' })
  expect(run.hasMore).toBe(false)
})
