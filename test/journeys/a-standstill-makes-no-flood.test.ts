// Promise C4, C5: after weeks of standing still one reminder each, of the right level, also when what sends them is killed over and over
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addOverdue, listReminders, mailsTo } from '../support/add-overdue.ts'
import { changeProfile, createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { tick } from '../support/read-reminders.ts'
import { type Child, startChild } from '../support/start-child.ts'

/** The processes keep to the real limit of calls: a schedule that meets this test can make them wait for a minute. */
const patience = { timeout: 75_000, interval: 25 }
/** The processes of their own live by the real clock: they send at any hour. */
const anyHour = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:59', holidaysOf: [] }

let world: MailWorld
const children: Child[] = []
beforeAll(async () => {
  world = await createMailWorld({
    profile: { sendOnBooking: false, waitForDocument: false, sendReminders: true, sendTimes: anyHour },
    callLimit: { calls: Number.POSITIVE_INFINITY },
  })
}, 60_000)
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill()
  world.mailbox.goOn()
  world.mailbox.clear()
})
afterAll(() => stopMailWorld(world))

async function start(): Promise<Child> {
  const child = await startChild(world.environment)
  children.push(child)
  return child
}

/** A gate in the database: who makes this step waits before it until the gate is opened. */
async function holdBack(step: 'insert' | 'update of sent_at', when: string) {
  const { owner } = world.app.ctx.database
  const client = await owner.connect()
  await client.query('select pg_advisory_lock(4712)')
  await owner.query(`create function stop_here() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(4712); return new; end $$`)
  await owner.query(`create trigger stop_here before ${step} on messages for each row
    when (${when}) execute function stop_here()`)
  return {
    async waiting(): Promise<number> {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted and objid = 4712`,
      )
      return rows[0]?.count ?? 0
    },
    async open(): Promise<void> {
      await client.query('select pg_advisory_unlock(4712)')
      client.release()
      await owner.query('drop trigger stop_here on messages')
      await owner.query('drop function stop_here()')
    },
  }
}

test('killed while they are planned, before a last line, after one, and while it is noted: none twice, and what is not known is shown', async () => {
  const invoices = await addOverdue(world, [4, 4, 4, 4])
  const planning = await holdBack('insert', "new.kind = 'reminder'")
  const first = await start()
  await world.app.jobs.runSchedule('tick-messages')
  await expect.poll(planning.waiting, patience).toBe(1)
  await first.kill()
  await planning.open()
  expect(await listReminders(world)).toEqual([])

  world.mailbox.breakNext({ at: 'before_data', how: 'hang' })
  world.mailbox.breakNext({ at: 'after_data', how: 'hang' })
  const noting = await holdBack('update of sent_at', "new.kind = 'reminder' and new.sent_at is not null")
  const second = await start()
  await world.app.jobs.runSchedule('tick-messages')
  await expect.poll(() => world.mailbox.hanging(), patience).toBe(2)
  await expect.poll(noting.waiting, patience).toBe(2)
  await second.kill()
  await noting.open()
  expect(world.mailbox.mails()).toHaveLength(3)

  for (let minutes = 0; minutes < 3; minutes += 1) await tick(world)
  const reminders = await listReminders(world)
  expect(reminders.map(({ level }) => level)).toEqual([1, 1, 1, 1])
  expect(reminders.map(({ state }) => state).toSorted()).toEqual(['sent', 'unknown', 'unknown', 'unknown'])
  expect(reminders.filter(({ state }) => state === 'unknown').map(({ cause }) => cause)).toEqual(
    Array<string>(3).fill('stopped_while_sending'),
  )
  expect(mailsTo(world, invoices)).toEqual([1, 1, 1, 1])
}, 90_000)

const dueDaysAgo = [2, 3, 9, 10, 16, 20, 29, 40]
const levels = [0, 1, 1, 2, 2, 3, 3, 4]

test('twenty days and more of standing still, two processes started at once, one of them killed: at most one mail each', async () => {
  const { dayOfWeek } = Temporal.Now.zonedDateTimeISO('Europe/Brussels')
  await changeProfile(world, { sendTimes: { ...anyHour, days: [(dayOfWeek % 7) + 1] } })
  const days = Array.from({ length: 120 }, (_, at) => dueDaysAgo[at % dueDaysAgo.length] ?? 0)
  const invoices = await addOverdue(world, days)
  const known = (await listReminders(world)).length
  await tick(world)
  expect(await listReminders(world), 'on a day on which nothing is sent').toHaveLength(known)

  await changeProfile(world, { sendTimes: anyHour })
  await sendWithKills()
  const reminders = new Map((await listReminders(world)).map((reminder) => [reminder.externalId, reminder]))
  const mails = mailsTo(world, invoices)
  for (const [at, invoice] of invoices.entries()) {
    const reminder = reminders.get(invoice.externalId)
    expect(reminder?.level ?? 0).toBe(levels[dueDaysAgo.indexOf(invoice.dueDaysAgo)])
    const mostMails = reminder ? 1 : 0
    expect(mails[at]).toBeLessThanOrEqual(mostMails)
    expect(mails[at]).toBeGreaterThanOrEqual(reminder?.state === 'sent' ? 1 : 0)
  }
  // Of each kill no more than what was on its way over the lines at that moment.
  const unknown = [...reminders.values()].filter(({ state }) => state === 'unknown')
  expect(unknown.length).toBeLessThanOrEqual(15)

  // The days after: nothing is stacked behind it; what fell due meanwhile gets its own first one.
  world.mailbox.clear()
  for (const day of [1, 2]) {
    await world.advance(86_400_000)
    await tick(world)
    const expected = invoices.map(({ externalId }) => (reminders.has(externalId) ? 0 : 1))
    expect(mailsTo(world, invoices), `day ${day}`).toEqual(expected)
  }
}, 300_000)

/** Two processes begin, both are killed in the middle; two more begin, one of them is killed, the other ends the work. */
async function sendWithKills(): Promise<void> {
  const sent = () => world.mailbox.mails().length
  const [one, other] = await Promise.all([start(), start()])
  await Promise.all([1, 2, 3].map(() => world.app.jobs.runSchedule('tick-messages')))
  await expect.poll(sent, patience).toBeGreaterThan(20)
  await Promise.all([one.kill(), other.kill()])
  expect(sent(), 'some are left').toBeLessThan(105)

  const [third] = await Promise.all([start(), start()])
  await world.app.jobs.runSchedule('tick-messages')
  await expect.poll(sent, patience).toBeGreaterThan(55)
  await third.kill()
  const left = async () =>
    (await listReminders(world)).filter(({ state }) => state !== 'sent' && state !== 'unknown').length
  await world.app.jobs.runSchedule('tick-messages')
  await expect.poll(left, patience).toBe(0)
  for (const child of children.splice(0)) await child.kill()
  await tick(world)
}
