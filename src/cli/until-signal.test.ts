import { expect, test } from 'vitest'
import { untilSignal } from './until-signal.ts'

test('one Ctrl-C that arrives twice is one: the second does not end the process before it has stopped', async () => {
  const before = process.listenerCount('SIGINT')
  const signal = untilSignal()
  process.emit('SIGINT', 'SIGINT')
  expect(await signal).toBe('SIGINT')
  // Without a listener the system would end the process at the second one.
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  process.emit('SIGINT', 'SIGINT')
  await expect.poll(() => process.listenerCount('SIGINT'), { timeout: 5_000 }).toBe(before)
})
