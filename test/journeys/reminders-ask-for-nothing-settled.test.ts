// Promise C3, C4, C5: no reminder for what was settled before the attempt began, whatever was told when; none twice
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendMessages } from '../../src/message-delivery/index.ts'
import {
  changeProfile,
  createMailWorld,
  type MailWorld,
  messagesOf,
  stopMailWorld,
} from '../support/read-messages.ts'
import { advanceTo, mondayAtTen, remindersOf, stop } from '../support/read-reminders.ts'

const sendTimes = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: [] }

let world: MailWorld
let monday: Temporal.ZonedDateTime
const added: string[] = []
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true, sendTimes },
    resting: ['retrieve-documents'],
  })
}, 60_000)
beforeEach(async () => {
  const { control } = world.teamleader
  control.clearFaults()
  control.webhooks.rates({ lose: 0 })
  monday = mondayAtTen(world.ctx.now())
  await advanceTo(world, monday)
})
afterEach(async () => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.webhooks.rates({ lose: 0 })
  for (const id of added.splice(0)) await stop(world, id, 'hold').catch(() => undefined)
  await world.drain()
})
afterAll(() => stopMailWorld(world))

function addInvoice(name: string, dueInDays: number): string {
  const { control } = world.teamleader
  const company = control.addCompany({ name, email: `${name}@peeters.example` })
  const dueOn = monday.toPlainDate().add({ days: dueInDays }).toString()
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn })
  added.push(id)
  return id
}

type Settling = 'pay' | 'credit' | 'dispute' | 'hold' | 'nothing'

async function settle(id: string, how: Settling): Promise<void> {
  const { control } = world.teamleader
  if (how === 'pay') control.payInvoice(id)
  if (how === 'credit') control.creditInvoice(id)
  if (how === 'dispute' || how === 'hold') await stop(world, id, how)
}

test('whatever was settled, with no webhook told, gets no mail; all others get theirs', async () => {
  const anySettling = fc.constantFrom<Settling>('pay', 'credit', 'dispute', 'hold', 'nothing')
  const hows = fc.sample(anySettling, { numRuns: 12, seed: 5 })
  const invoices = hows.map((how, at) => ({ how, name: `s${at}`, id: addInvoice(`s${at}`, -1) }))
  await world.drain()
  world.mailbox.clear()
  world.teamleader.control.webhooks.rates({ lose: 1 })
  for (const { id, how } of invoices) await settle(id, how)
  // The reminders are planned by what Vorder knows; what it does not know yet is found by the look right before.
  await advanceTo(world, monday.add({ days: 4 }))
  const reached = world.mailbox.mails().map(({ to }) => to.join())
  const owing = invoices.filter(({ how }) => how === 'nothing').map(({ name }) => `${name}@peeters.example`)
  expect(owing.length).toBeGreaterThan(0)
  expect(reached.toSorted()).toEqual(owing.toSorted())
}, 60_000)

test('planned while Teamleader was away for weeks: one mail when it is back, of the level that is due then', async () => {
  const id = addInvoice('away', 0)
  await world.drain()
  world.mailbox.clear()
  world.teamleader.control.replyAlways('invoices.list', { kind: 'status', status: 503 })
  await advanceTo(world, monday.add({ days: 4 }))
  expect(await remindersOf(world, id)).toMatchObject([
    { level: 1, state: 'held', stateWords: { code: 'crm_unavailable' } },
  ])
  await world.advance(16 * 86_400_000)
  world.teamleader.control.clearFaults()
  for (const hours of [1, 2, 3]) await advanceTo(world, monday.add({ days: 21, hours }))
  expect(await remindersOf(world, id)).toMatchObject([
    { level: 1, state: 'cancelled', stateWords: { code: 'superseded' } },
    { level: 3, state: 'sent' },
  ])
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

test('cut after the last line: nobody knows, nothing is sent again, and no later level leaves meanwhile', async () => {
  const id = addInvoice('cut', 0)
  await world.drain()
  world.mailbox.clear()
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  await advanceTo(world, monday.add({ days: 4 }))
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'unknown' }])
  await advanceTo(world, monday.add({ days: 22 }))
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'not_known_whether_reminded' })
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)

test('the plan was edited after a reminder was planned: it goes by the new plan, and no step is made twice', async () => {
  const id = addInvoice('plan', 0)
  await world.drain()
  world.mailbox.clear()
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  await advanceTo(world, monday.add({ days: 4 }))
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'failed' }])
  const steps = (days: number[]) => days.map((offsetDays) => ({ offsetDays, isOn: true, texts: {} }))
  await changeProfile(world, { reminders: steps([14, 21, 28, 35]) })
  await advanceTo(world, monday.add({ days: 4, minutes: 5 }))
  expect(await remindersOf(world, id)).toMatchObject([
    { level: 1, state: 'cancelled', stateWords: { code: 'plan_changed' } },
  ])
  expect(world.mailbox.mails()).toEqual([])
  await advanceTo(world, monday.add({ days: 14 }))
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'sent' }])
  // An earlier first step afterwards makes no second first one.
  await changeProfile(world, { reminders: steps([3, 10, 17, 30]) })
  await advanceTo(world, monday.add({ days: 16 }))
  expect(world.mailbox.mails()).toHaveLength(1)
  await advanceTo(world, monday.add({ days: 17 }))
  expect((await remindersOf(world, id)).map(({ level }) => level)).toEqual([1, 3])
  expect(world.mailbox.mails()).toHaveLength(2)
}, 60_000)

test('a process that stood still while another one sent its reminder gives nothing away when it goes on', async () => {
  const id = addInvoice('still', 0)
  await world.drain()
  world.mailbox.clear()
  await world.advance(monday.add({ days: 4 }).epochMilliseconds - world.ctx.now().getTime())
  await world.app.jobs.runSchedule('tick-messages')
  await world.app.jobs.drain({ without: ['send-messages', 'retrieve-documents'] })
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'planned' }])
  const { ctx, connectionId } = world
  const send: typeof ctx.mail.send = async (mail) => {
    await sendMessages(ctx, { connectionId })
    return ctx.mail.send(mail)
  }
  await sendMessages({ ...ctx, mail: { ...ctx.mail, send } }, { connectionId })
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'sent', attempts: 1 }])
  expect(world.mailbox.mails()).toHaveLength(1)
}, 60_000)
