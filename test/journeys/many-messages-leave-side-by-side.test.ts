// Promise C3, C4: many messages leave side by side, each once; what one of them meets keeps back no other
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { creditorOf, forAllCreditors } from '../../src/context.ts'
import { tickMessages } from '../../src/message-delivery/index.ts'
import { createMailWorld, inviteByHand, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { tick } from '../support/read-reminders.ts'
import { addTestCreditor } from '../support/test-context.ts'

const patience = { timeout: 20_000, interval: 25 }
const minute = 60_000

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false },
    callLimit: { calls: Number.POSITIVE_INFINITY },
  })
})
afterEach(async () => {
  world.mailbox.goOn()
  await world.drain()
  world.mailbox.clear()
})
afterAll(() => stopMailWorld(world))

/** Invoices that come in with their invitations planned, held back until `release`; of the first domain first. */
async function planned(...groups: { count: number; domain: string }[]): Promise<void> {
  world.teamleader.control.replyAlways('invoices.list', { kind: 'status', status: 503 })
  for (const { count, domain } of groups) {
    for (let at = 0; at < count; at += 1) {
      const { control } = world.teamleader
      const email = `m${at}-${crypto.randomUUID()}@${domain}`
      const company = control.addCompany({ silent: true, email })
      control.addInvoice({ silent: true, customer: { type: 'company', id: company.id } })
    }
    world.teamleader.control.clearFaults()
    await world.app.jobs.runSchedule('reconcile')
    await world.app.jobs.drain({ without: ['send-messages', 'retrieve-documents'] })
    await world.app.ctx.database.owner.query(
      `update messages set next_look_at = next_look_at - interval '1 minute' where state = 'planned'`,
    )
  }
}

async function statesOf(domain: string): Promise<string[]> {
  const { rows } = await world.app.ctx.database.owner.query<{ state: string }>(
    `select m.state from messages m join invoices i on i.id = m.invoice_id join customers c on c.id = i.customer_id
     where c.email like $1 order by m.id`,
    [`%@${domain}`],
  )
  return rows.map(({ state }) => state)
}

function mailsTo(domain: string): string[] {
  const { mailbox } = world
  return mailbox.mails().flatMap(({ to }) => to.filter((address) => address.endsWith(`@${domain}`)))
}

test('five are at the mail server at once; their invoices were read in one call for all of them', async () => {
  await planned({ count: 12, domain: 'many.example' })
  for (let at = 0; at < 5; at += 1) world.mailbox.breakNext({ at: 'after_data', how: 'hang' })
  const { journal } = world.teamleader
  journal.clear()
  const drained = world.drain()
  await expect.poll(() => world.mailbox.hanging(), patience).toBe(5)
  world.mailbox.goOn()
  await drained
  expect(await statesOf('many.example')).toEqual(Array<string>(12).fill('sent'))
  expect(new Set(mailsTo('many.example')).size).toBe(12)
  expect(mailsTo('many.example')).toHaveLength(12)
  expect(journal.requests().filter(({ operation }) => operation === 'invoices.list')).toHaveLength(1)
})

test('whom a person waits for goes before all that was planned earlier', async () => {
  await planned({ count: 24, domain: 'queue.example' })
  const { rows } = await world.app.ctx.database.owner.query<{ id: string; email: string }>(
    `select i.external_id as id, c.email from messages m join invoices i on i.id = m.invoice_id
     join customers c on c.id = i.customer_id where c.email like '%@queue.example' order by m.next_look_at desc, m.id desc`,
  )
  const [last] = rows
  await inviteByHand(world, String(last?.id))
  await world.drain()
  // Fourteen are begun at once, in this order.
  const position = world.mailbox.mails().findIndex(({ to }) => to.join() === last?.email)
  expect(position).toBeGreaterThanOrEqual(0)
  expect(position).toBeLessThan(14)
  expect(world.mailbox.mails()).toHaveLength(24)
})

test('a domain whose mail hangs holds up no other', async () => {
  await planned({ count: 6, domain: 'hangs.example' }, { count: 8, domain: 'answers.example' })
  for (let at = 0; at < 6; at += 1)
    world.mailbox.breakNext({ at: 'before_data', how: 'hang', domain: 'hangs.example' })
  const drained = world.drain()
  await expect.poll(() => mailsTo('answers.example').length, patience).toBe(8)
  expect(mailsTo('hangs.example')).toEqual([])
  const answered = () => {
    world.mailbox.goOn()
    return new Set(mailsTo('hangs.example')).size
  }
  await expect.poll(answered, patience).toBe(6)
  await drained
  expect(world.mailbox.mails()).toHaveLength(14)
})

test('a domain that breaks off is left alone for some minutes, then asked again; each message once', async () => {
  await planned({ count: 40, domain: 'cuts.example' }, { count: 4, domain: 'takes.example' })
  world.mailbox.breakNext({ at: 'before_data', how: 'cut', domain: 'cuts.example' })
  await world.drain()
  expect(mailsTo('takes.example')).toHaveLength(4)
  const states = await statesOf('cuts.example')
  expect(states.filter((state) => state === 'failed')).toHaveLength(1)
  const left = states.filter((state) => state === 'planned').length
  expect(left).toBeGreaterThanOrEqual(1)
  await world.advance(minute / 2)
  await tick(world)
  expect((await statesOf('cuts.example')).filter((state) => state === 'planned')).toHaveLength(left)
  await world.advance(6 * minute)
  await tick(world)
  expect(await statesOf('cuts.example')).toEqual(Array<string>(40).fill('sent'))
  expect(mailsTo('cuts.example')).toHaveLength(40)
})

test('a server that says "later" again and again gets a pause, and then each message once', async () => {
  await planned({ count: 40, domain: 'later.example' })
  world.mailbox.refuseNext({ code: 451, message: 'too many messages' }, 12)
  await world.drain()
  const states = await statesOf('later.example')
  expect(states.filter((state) => state === 'failed')).toHaveLength(12)
  expect(states.filter((state) => state === 'planned').length).toBeGreaterThanOrEqual(10)
  await world.advance(2 * minute)
  await tick(world)
  expect(await statesOf('later.example')).toEqual(Array<string>(40).fill('sent'))
  expect(mailsTo('later.example')).toHaveLength(40)
})

test('a business about whose messages nothing can be decided keeps back no other', async () => {
  await planned({ count: 1, domain: 'sound.example' })
  const { owner } = world.app.ctx.database
  const broken = creditorOf(await addTestCreditor(forAllCreditors(world.ctx)))
  const own = { id: 'con_0', creditor_id: broken, hook_secret_hash: '\\x00' }
  const first = { ...own, account_external_id: 'another', default_profile_id: null, created_at: '2020-01-01' }
  await owner.query(
    `insert into connections select (jsonb_populate_record(c, $1)).* from connections c limit 1`,
    [JSON.stringify(first)],
  )
  await owner.query(`insert into live_connections values ('con_0', $1, now())`, [broken])
  await owner.query(`update creditors set time_zone = 'Nowhere' where id = $1`, [broken])
  await owner.query(
    `update messages set state = 'held', cause = 'not_live', next_look_at = null where state = 'planned'`,
  )
  await tickMessages(world.ctx)
  expect(await statesOf('sound.example')).toEqual(['planned'])
})
