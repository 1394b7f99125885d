// Promise C4: a process that is killed at any step of sending sends nothing twice and loses nothing
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  createMailWorld,
  invitationOf,
  inviteByHand,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'
import { type Child, startChild } from '../support/start-child.ts'

const patience = { timeout: 20_000, interval: 25 }

let world: MailWorld
let child: Child | undefined

beforeAll(async () => {
  // The app of the test keeps its door open but works nothing off: that is for the child.
  world = await createMailWorld({
    profile: { sendOnBooking: false, waitForDocument: false },
    resting: ['retrieve-documents'],
  })
}, 60_000)
afterEach(async () => {
  await child?.kill()
  child = undefined
  world.mailbox.goOn()
  world.mailbox.clear()
})
afterAll(() => stopMailWorld(world))

async function addInvoice(): Promise<string> {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'info@peeters.example' })
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  return id
}

async function afterwards(): Promise<void> {
  await child?.kill()
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
}

test('killed before the server asked for the message: it is sent afterwards, once', async () => {
  const id = await addInvoice()
  world.mailbox.breakNext({ at: 'before_data', how: 'hang' })
  child = await startChild(world.environment)
  await inviteByHand(world, id)
  await expect.poll(() => world.mailbox.hanging(), patience).toBe(1)
  await afterwards()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

test('killed when all but the last line was given: it is sent afterwards, once', async () => {
  const id = await addInvoice()
  await inviteByHand(world, id)
  const { id: messageId } = await invitationOf(world, id)
  // Once it is being sent nobody can note that its last line is about to go: there it stops.
  const gate = await holdBack(messageId, 'handed_over_at')
  child = await startChild(world.environment)
  await expect.poll(gate.waiting, patience).toBe(1)
  await child.kill()
  await gate.open()
  expect(world.mailbox.mails()).toEqual([])
  await afterwards()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

test('killed after the last line, before the answer: nobody knows, and it is not sent again', async () => {
  const id = await addInvoice()
  world.mailbox.breakNext({ at: 'after_data', how: 'hang' })
  child = await startChild(world.environment)
  await inviteByHand(world, id)
  await expect.poll(() => world.mailbox.hanging(), patience).toBe(1)
  await afterwards()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'unknown',
    stateWords: { code: 'stopped_while_sending' },
  })
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

test('killed after the answer, before it was noted: shown to a person, and not sent again', async () => {
  const id = await addInvoice()
  await inviteByHand(world, id)
  const { id: messageId } = await invitationOf(world, id)
  const gate = await holdBack(messageId, 'sent_at')
  child = await startChild(world.environment)
  await expect.poll(gate.waiting, patience).toBe(1)
  await child.kill()
  await gate.open()
  await afterwards()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'unknown' })
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

/** Whoever writes this column of the message waits until the gate is opened. */
async function holdBack(messageId: string, column: 'handed_over_at' | 'sent_at') {
  const { owner } = world.app.ctx.database
  const client = await owner.connect()
  await client.query('select pg_advisory_lock(4711)')
  await owner.query(`create function stop_here() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`)
  await owner.query(`create trigger stop_here before update of ${column} on messages for each row
    when (new.id = '${messageId}' and new.${column} is not null) execute function stop_here()`)
  return {
    async waiting(): Promise<number> {
      const { rows } = await owner.query(
        `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted and objid = 4711`,
      )
      return (rows[0] as { count: number }).count
    },
    async open(): Promise<void> {
      await client.query('select pg_advisory_unlock(4711)')
      client.release()
      await owner.query('drop trigger stop_here on messages')
      await owner.query('drop function stop_here()')
    },
  }
}
