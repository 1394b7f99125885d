// Promise C2: up to four reminders, each so many days after the due date, on working days between set hours
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { invoiceOf } from '../support/read-ledger.ts'
import {
  changeProfile,
  createMailWorld,
  invitationOf,
  type MailWorld,
  messagesOf,
  stopMailWorld,
} from '../support/read-messages.ts'
import { fetchPage, pageUrlOf } from '../support/read-payment-page.ts'
import { advanceTo, endStop, mondayAtTen, remindersOf, stop, tick } from '../support/read-reminders.ts'

let world: MailWorld
let monday: Temporal.ZonedDateTime
const added: string[] = []
const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '17:00', holidaysOf: [] }

beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true },
    resting: ['retrieve-documents'],
  })
})
beforeEach(async () => {
  await changeProfile(world, { sendTimes: everyDay })
  monday = mondayAtTen(world.ctx.now())
  await advanceTo(world, monday)
  world.mailbox.clear()
})
afterEach(async () => {
  for (const id of added.splice(0)) world.teamleader.control.payInvoice(id)
  await world.drain()
})
afterAll(() => stopMailWorld(world))

async function addInvoice(dueInDays: number, email: string | null = 'info@peeters.example') {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email, invoicingEmails: [] })
  const dueOn = monday.toPlainDate().add({ days: dueInDays }).toString()
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn })
  added.push(id)
  await world.drain()
  return id
}

async function stateOf(externalId: string): Promise<string> {
  return (await invoiceOf(world, externalId)).state as string
}

function subjects(): string[] {
  return world.mailbox.mails().map(({ subject }) => String(subject))
}

test('each level leaves once, on its day, and firmer each time', async () => {
  const id = await addInvoice(0)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect((await messagesOf(world, id)).reminder).toMatchObject({
    code: 'before_step',
    level: 1,
    at: monday.add({ days: 3 }).with({ hour: 9 }).toInstant().toString().replace('Z', '.000Z'),
  })
  for (let days = 1; days <= 40; days += 1) {
    await advanceTo(world, monday.add({ days }))
    const due = [3, 10, 17, 30].filter((offset) => offset <= days).length
    expect(world.mailbox.mails(), `day ${days}`).toHaveLength(1 + due)
  }
  expect(await remindersOf(world, id)).toMatchObject(
    [1, 2, 3, 4].map((level) => ({ level, state: 'sent', origin: 'due_date', language: 'nl' })),
  )
  expect(new Set(subjects()).size).toBe(5)
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'all_sent', level: null, at: null })
})

test('at night, in the weekend and on a holiday nothing leaves; the hours are those of the wall', async () => {
  const times = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: ['BE'] }
  await changeProfile(world, { sendTimes: times })
  // Level 1 falls on a Saturday.
  const id = await addInvoice(2)
  for (const [days, hour, sent] of [
    [5, 10, 0],
    [6, 12, 0],
    [7, 8, 0],
    [7, 9, 1],
  ] as const) {
    await advanceTo(world, monday.add({ days }).with({ hour, minute: 1 }))
    expect(await remindersOf(world, id), `day ${days}, ${hour}:01`).toHaveLength(sent)
  }
  expect(world.mailbox.mails()).toHaveLength(2)
})

test('after twenty days of standing still each invoice gets one reminder, of the level that is due then', async () => {
  const levels: [number, number][] = [
    [0, 3],
    [5, 2],
    [14, 1],
    [19, 0],
  ]
  const invoices = await Promise.all(
    levels.map(async ([dueInDays, level]) => ({ level, id: await addInvoice(dueInDays) })),
  )
  world.mailbox.clear()
  const second = await world.startSecond()
  await world.advance(monday.add({ days: 20 }).epochMilliseconds - world.ctx.now().getTime())
  await Promise.all([world.app, second].map(({ jobs }) => jobs.runSchedule('tick-messages')))
  await Promise.all([world.app, second].map(({ jobs }) => jobs.drain({ without: ['retrieve-documents'] })))
  await world.drain()
  for (const { id, level } of invoices) {
    const reminders = await remindersOf(world, id)
    expect(reminders.map((reminder) => reminder.level)).toEqual(level === 0 ? [] : [level])
    expect(reminders.every(({ state }) => state === 'sent')).toBe(true)
  }
  expect(world.mailbox.mails()).toHaveLength(3)
  await tick(world)
  expect(world.mailbox.mails()).toHaveLength(3)
})

test('whoever was not invited is not reminded, and it says why', async () => {
  const id = await addInvoice(0, null)
  await advanceTo(world, monday.add({ days: 20 }))
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'invitation_not_sent_yet' })
  expect(await remindersOf(world, id)).toEqual([])
  expect(world.mailbox.mails()).toEqual([])
})

test('hold, dispute and a promise to pay stop it and resume it; the invoice is pending until the promised day', async () => {
  const id = await addInvoice(-1)
  await stop(world, id, 'hold', { reason: 'asked to wait' })
  await advanceTo(world, monday.add({ days: 4 }))
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'on_hold', level: null })
  await endStop(world, id, 'hold')
  const today = Temporal.PlainDate.from(monday).add({ days: 4 }).toString()
  await stop(world, id, 'promise', { promisedFor: today })
  await tick(world)
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'promised' })
  for (const promisedFor of ['9999-12-31', monday.toPlainDate().subtract({ days: 1 }).toString()])
    await expect(stop(world, id, 'promise', { promisedFor })).rejects.toThrow('422')
  await stop(world, id, 'promise', { promisedFor: monday.toPlainDate().add({ days: 7 }).toString() })
  await advanceTo(world, monday.add({ days: 5 }))
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'promised', level: 1 })
  expect(await stateOf(id)).toBe('pending')
  expect(world.mailbox.mails()).toHaveLength(1)
  const page = `${await pageUrlOf(world, id)}?lang=en`
  expect((await fetchPage(page)).text).toContain('You promised')
  await advanceTo(world, monday.add({ days: 8 }))
  expect((await fetchPage(page)).text).not.toContain('You promised')
  expect(await stateOf(id)).toBe('expired')
  expect(world.mailbox.mails()).toHaveLength(2)
  await stop(world, id, 'dispute')
  await advanceTo(world, monday.add({ days: 20 }))
  expect(world.mailbox.mails()).toHaveLength(2)
  await endStop(world, id, 'dispute')
  await tick(world)
  expect((await remindersOf(world, id)).map(({ level }) => level)).toEqual([1, 3])
})
