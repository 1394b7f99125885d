// Promise C2, C3, C5: what goes out on which day, to whom, and why not: what the calendar says is what then happens
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { advanceTo, mondayAtTen, stop, tick } from '../support/read-reminders.ts'

type Calendar = {
  items: {
    day: string
    kind: string
    level: number
    why: { code: string }
    invoice: { number: string; recipients: { to: string } }
  }[]
  kept: { why: { code: string }; invoice: { number: string } }[]
}

let world: MailWorld
let monday: Temporal.ZonedDateTime
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true },
    resting: ['retrieve-documents'],
  })
  monday = mondayAtTen(world.ctx.now())
  await advanceTo(world, monday)
})
afterAll(() => stopMailWorld(world))

function addInvoice(dueInDays: number, email: string | null): string {
  const { control } = world.teamleader
  const company = control.addCompany({ name: `Bakkerij ${dueInDays}`, email })
  const dueOn = monday.toPlainDate().add({ days: dueInDays }).toString()
  return control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn }).id
}

const dayOf = (days: number) => monday.toPlainDate().add({ days }).toString()

test('what it says of ten days is what leaves in them, to whom it says', async () => {
  for (const days of [-40, -12, -3, 1, 6]) addInvoice(days, `to${days + 40}@peeters.example`)
  addInvoice(0, null)
  const held = addInvoice(-9, 'held@peeters.example')
  const promised = addInvoice(-9, 'promised@peeters.example')
  await world.drain()
  await stop(world, held, 'hold')
  await stop(world, promised, 'promise', { promisedFor: dayOf(5) })
  world.mailbox.clear()
  const calendar = await world.get<Calendar>(`/message-calendar?from=${dayOf(0)}&to=${dayOf(10)}`)
  expect(calendar.items.length).toBeGreaterThan(4)
  const keptFor = calendar.kept.map(({ why }) => why.code)
  expect(keptFor).toEqual(expect.arrayContaining(['on_hold', 'no_address', 'all_sent']))

  const happened: string[] = []
  for (let days = 0; days <= 10; days += 1) {
    await (days > 0 ? advanceTo(world, monday.add({ days })) : tick(world))
    const mails = world.mailbox.mails()
    happened.push(...mails.map(({ subject, to }) => `${dayOf(days)} ${to.join()} ${subject}`))
    world.mailbox.clear()
  }
  const said = calendar.items.map(({ day, invoice: { recipients } }) => `${day} ${recipients.to}`)
  expect(happened.map((line) => line.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual(said.toSorted())
  expect(said).toContain(`${dayOf(7)} promised@peeters.example`)
  expect(happened.join()).not.toContain('held@peeters.example')
}, 60_000)

test('a period that is too long or runs backwards is refused', async () => {
  for (const [from, to] of [
    [dayOf(2), dayOf(1)],
    [dayOf(0), dayOf(200)],
  ]) {
    const answer = await world.visitor.request('GET', `/api/v1/message-calendar?from=${from}&to=${to}`)
    expect(answer.status).toBe(422)
  }
})
