// Promise C1, C2, C4: a person sends what was sent to somebody else as well, or the next reminder now; nobody gets the same twice
import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, messagesOf, stopMailWorld } from '../support/read-messages.ts'
import { pay, revoke } from '../support/read-payments.ts'
import { advanceTo, endStop, mondayAtTen, remindersOf, stop, tick } from '../support/read-reminders.ts'

const sendTimes = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', holidaysOf: [] }
const boss = 'boss@peeters.example'

let world: MailWorld
let monday: Temporal.ZonedDateTime
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true, sendTimes },
    resting: ['retrieve-documents'],
  })
  monday = mondayAtTen(world.ctx.now())
  await advanceTo(world, monday)
}, 60_000)
afterAll(() => stopMailWorld(world))

async function addInvoice(name: string, dueInDays: number): Promise<string> {
  const { control } = world.teamleader
  const company = control.addCompany({ name, email: `${name}@peeters.example` })
  const dueOn = monday.toPlainDate().add({ days: dueInDays }).toString()
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn })
  await world.drain()
  world.mailbox.clear()
  return id
}

type Answer = { status: number; body: { error?: { code: string; details?: object } } }

async function again(id: string, body: object): Promise<Answer> {
  const [original] = (await messagesOf(world, id)).items
  return world.visitor.request('POST', `/api/v1/messages/${original?.id}/again`, body) as Promise<Answer>
}

async function remind(id: string, level: number): Promise<Answer> {
  const invoice = await invoiceOf(world, id)
  return world.visitor.request('POST', `/api/v1/invoices/${invoice.id}/reminder`, {
    level,
  }) as Promise<Answer>
}

async function markOf(id: string): Promise<string> {
  const invoice = await invoiceOf(world, id)
  return (await world.get<{ invitation: string }>(`/invoices/${invoice.id}`)).invitation
}

const reached = () => world.mailbox.mails().map(({ to, cc }) => [...to, ...cc].join())

test('the invitation goes to somebody else once, however often the button is pressed, and to nobody who has it', async () => {
  const id = await addInvoice('once', 30)
  const presses = await Promise.all(
    [boss, boss.toUpperCase(), boss].map((to) => again(id, { to, cc: ['cc@peeters.example'] })),
  )
  expect(presses.map(({ status }) => status)).toEqual([202, 202, 202])
  await world.drain()
  expect(reached()).toHaveLength(1)
  expect(reached()[0]?.toLowerCase()).toBe(`${boss},cc@peeters.example`)
  for (const [to, cc] of [
    [boss, []],
    ['Once@peeters.example', []],
    ['new@peeters.example', ['once@peeters.example']],
  ] as const)
    expect(await again(id, { to, cc })).toMatchObject({
      status: 409,
      body: { error: { code: 'has_it_already' } },
    })
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
  // Whatever else may go wrong, the database takes no second one to that address.
  const { owner } = world.app.ctx.database
  await expect(
    owner.query(`update messages set sent_to = $1 where sent_to = 'once@peeters.example'`, [
      boss.toUpperCase(),
    ]),
  ).rejects.toThrow('messages_to_once')
  const told = await historyOf(world, (await invoiceOf(world, id)).id)
  expect(told.filter((kind) => kind === 'invoice.invitationSentAgain')).toHaveLength(1)
  const { items } = await messagesOf(world, id)
  expect(items.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['invitation sent', 'invitation sent'])
})

test('whom a copy is about to reach, as its addressee or in its CC, gets no other one', async () => {
  const id = await addInvoice('cross', 30)
  expect(await again(id, { to: boss, cc: ['aide@peeters.example'] })).toMatchObject({ status: 202 })
  for (const [to, cc] of [
    ['Aide@peeters.example', []],
    ['third@peeters.example', [boss]],
  ] as const)
    expect(await again(id, { to, cc })).toMatchObject({ body: { error: { code: 'has_it_already' } } })
  await world.drain()
  expect(reached()).toEqual([`${boss},aide@peeters.example`])
})

test('a copy stands for nothing: one that fails changes neither the mark of the invoice nor its reminders', async () => {
  const id = await addInvoice('copy', 0)
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  await again(id, { to: boss })
  await world.drain()
  expect((await messagesOf(world, id)).items.at(-1)).toMatchObject({ state: 'unknown', canSettle: true })
  expect(await markOf(id)).toBe('sent')
  expect(await again(id, { to: boss })).toMatchObject({ status: 409 })
  world.mailbox.clear()
  await advanceTo(world, monday.add({ days: 3 }))
  expect(reached()).toEqual(['copy@peeters.example'])
  expect((await messagesOf(world, id)).items.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
    'invitation 0',
    'invitation 0',
    'reminder 1',
  ])
})

test('paid in Teamleader a moment ago, on hold, or not sent yet: nothing goes to anybody', async () => {
  const paid = await addInvoice('paid', 30)
  world.teamleader.control.webhooks.rates({ lose: 1 })
  world.teamleader.control.payInvoice(paid)
  expect((await again(paid, { to: boss })).status).toBe(202)
  await world.drain()
  expect(reached()).toEqual([])
  expect((await messagesOf(world, paid)).items.at(-1)).toMatchObject({ state: 'cancelled' })
  expect(await again(paid, { to: boss })).toMatchObject({ body: { error: { code: 'paid' } } })
  world.teamleader.control.webhooks.rates({ lose: 0 })
  const held = await addInvoice('held', 30)
  await stop(world, held, 'hold')
  expect(await again(held, { to: boss })).toMatchObject({ body: { error: { code: 'on_hold' } } })
  expect(reached()).toEqual([])
})

test('the next reminder leaves now, outside its day and hours, once; the level after it keeps its day', async () => {
  const id = await addInvoice('now', -1)
  await advanceTo(world, monday.add({ days: 5, hours: 9 }))
  world.mailbox.clear()
  const early = await addInvoice('early', 60)
  expect(await remind(early, 1)).toMatchObject({ body: { error: { code: 'not_due_yet' } } })
  const { canRemind } = (await messagesOf(world, id)) as unknown as { canRemind: { level: number } }
  const presses = await Promise.all([1, 2, 3].map(() => remind(id, canRemind.level)))
  expect(presses.map(({ status }) => status)).toEqual([202, 202, 202])
  await world.drain()
  expect(reached()).toEqual(['now@peeters.example'])
  // Pressed again by somebody who saw the level before: not the next one.
  await remind(id, canRemind.level)
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('a press at the moment at which the clock plans it: one reminder', async () => {
  const id = await addInvoice('both', 0)
  const days = 4 * 24 * 60 * 60_000
  await world.advance(days)
  world.mailbox.clear()
  await Promise.all([remind(id, 1), tick(world), remind(id, 1)])
  await world.drain()
  expect(reached().filter((to) => to === 'both@peeters.example')).toHaveLength(1)
  expect(await remindersOf(world, id)).toMatchObject([{ level: 1, state: 'sent' }])
})

test('nobody is reminded by hand of what was promised, disputed or put on hold, nor of a level that is not the next', async () => {
  const id = await addInvoice('kept', -1)
  const tomorrow = monday.toPlainDate().add({ days: 20 }).toString()
  await stop(world, id, 'promise', { promisedFor: tomorrow })
  expect(await remind(id, 1)).toMatchObject({ body: { error: { code: 'promised' } } })
  await endStop(world, id, 'promise')
  for (const [kind, code] of [
    ['hold', 'on_hold'],
    ['dispute', 'disputed'],
  ] as const) {
    await stop(world, id, kind)
    expect(await remind(id, 1)).toMatchObject({ status: 409, body: { error: { code } } })
    await endStop(world, id, kind)
  }
  expect(await remind(id, 4)).toMatchObject({ body: { error: { code: 'plan_changed' } } })
  expect(await markOf(id)).toBe('sent')
  expect(reached()).toEqual([])
})

test('what a person asked for and a payment cancelled: taken back, no copy leaves, and the clock writes to the customer', async () => {
  const now = world.ctx.now()
  const passed = monday
    .until(now.toTemporalInstant().toZonedDateTimeISO('Europe/Brussels'))
    .round({ largestUnit: 'day', smallestUnit: 'day', roundingMode: 'floor' })
  const id = await addInvoice('back', passed.days - 1)
  const { id: invoiceId } = await invoiceOf(world, id)
  world.mailbox.refuseNext({ code: 451, message: 'later' }, 2)
  await again(id, { to: boss })
  await world.drain()
  await world.send('POST', `/api/v1/invoices/${invoiceId}/reminder`, {
    level: 1,
    to: 'elsewhere@peeters.example',
  })
  await world.drain()
  const { id: paymentId } = await pay(world, invoiceId)
  await world.drain()
  await revoke(world, paymentId)
  await world.drain()
  expect((await messagesOf(world, id)).items.map(({ state }) => state)).toEqual([
    'sent',
    'cancelled',
    'cancelled',
  ])
  await advanceTo(world, mondayAtTen(now))
  const left = (await messagesOf(world, id)).items.filter(({ state }) => state !== 'cancelled')
  expect(left.map(({ kind, state, recipients }) => `${kind} ${state} ${recipients.to}`)).toEqual([
    'invitation sent back@peeters.example',
    'reminder sent back@peeters.example',
  ])
})
