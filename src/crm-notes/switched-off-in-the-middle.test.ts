// Promise B18: no note is left once the switch is off, also not by work that has begun
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { beginNote, claimNotes } from './due-notes.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp({ resting: ['retrieve-documents', 'leave-due-notes'] })
})
afterAll(() => world.stop())

test('switched off between the look and the call: the call does not leave', async () => {
  await setNotes(true)
  world.teamleader.control.addInvoice()
  await world.drain()
  const [note] = await claimNotes(world.ctx, { connectionId: world.connectionId, limit: 1 })
  if (!note) throw new Error('No note was claimed')
  await setNotes(false)
  expect(await beginNote(world.ctx, note)).toBe(false)
  await setNotes(true)
  expect(await beginNote(world.ctx, note)).toBe(true)
})

function setNotes(leaveNotes: boolean): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { leaveNotes })
}
