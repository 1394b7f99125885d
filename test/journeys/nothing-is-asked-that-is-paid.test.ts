// Promise C3: right before a message leaves its invoice is read from Teamleader again; what is settled is not asked for
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  changeProfile,
  createMailWorld,
  invitationHistoryOf,
  invitationOf,
  inviteByHand,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({
    profile: { sendOnBooking: false, waitForDocument: false },
    resting: ['retrieve-documents'],
  })
})
afterEach(async () => {
  const { control } = world.teamleader
  control.clearFaults()
  control.webhooks.rates({ lose: 0 })
  world.mailbox.clear()
})
afterAll(() => stopMailWorld(world))

function addInvoice() {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'info@peeters.example' })
  return control.addInvoice({ customer: { type: 'company', id: company.id } }).id
}

type Change = { name: string; cause: string; make: (id: string) => unknown }
const changes: Change[] = [
  { name: 'paid', cause: 'paid', make: (id) => world.teamleader.control.payInvoice(id) },
  { name: 'credited in full', cause: 'credited', make: (id) => world.teamleader.control.creditInvoice(id) },
]

test.each(changes)(
  '$name a moment ago, and no webhook told us: no mail, and the cause is written down',
  async ({ cause, make }) => {
    const id = addInvoice()
    await world.drain()
    world.teamleader.control.webhooks.rates({ lose: 1 })
    make(id)
    expect(await inviteByHand(world, id)).toMatchObject({ status: 202 })
    await world.drain()
    expect(await invitationOf(world, id)).toMatchObject({ state: 'cancelled', stateWords: { code: cause } })
    expect((await invitationHistoryOf(world, id)).at(-1)).toBe('invoice.invitationCancelled')
    await world.advance(day)
    expect(world.mailbox.mails()).toEqual([])
  },
)

test('paid in part a moment ago: the mail asks for what is open', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({
    name: 'Bakkerij Peeters',
    email: 'info@peeters.example',
    language: 'nl',
  })
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id }, total: 20_000 })
  await world.drain()
  control.webhooks.rates({ lose: 1 })
  control.partPay(id, 5_000)
  await inviteByHand(world, id)
  await world.drain()
  expect(world.mailbox.mails()[0]?.text).toMatch(/€\s?150,00/)
  expect(world.mailbox.mails()[0]?.text).not.toMatch(/200,00/)
})

test('while Teamleader cannot be asked it is held, with the next look; afterwards it leaves', async () => {
  const id = addInvoice()
  await world.drain()
  world.teamleader.control.replyAlways('invoices.list', { kind: 'status', status: 503 })
  await inviteByHand(world, id)
  await world.drain()
  const held = await invitationOf(world, id)
  expect(held).toMatchObject({ state: 'held', stateWords: { code: 'crm_unavailable' } })
  expect(held.nextLookAt).not.toBeNull()
  await world.advance(10 * minute)
  expect(world.mailbox.mails()).toEqual([])
  world.teamleader.control.clearFaults()
  await world.advance(10 * minute)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('an invoice that Teamleader does not show is not asked for', async () => {
  const id = addInvoice()
  await world.drain()
  world.teamleader.control.replyAlways('invoices.list', {
    kind: 'transform',
    transform: (answer) => ({ ...(answer as object), data: [] }),
  })
  world.teamleader.control.replyAlways('invoices.info', { kind: 'status', status: 404 })
  await inviteByHand(world, id)
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'held',
    stateWords: { code: 'not_confirmed' },
  })
  expect(world.mailbox.mails()).toEqual([])
})

test('a profile that turned to sending by hand, or to waiting for the PDF, before it left: followed', async () => {
  await changeProfile(world, { sendOnBooking: true })
  const { control } = world.teamleader
  control.delayPdfs(day)
  world.mailbox.refuseNext({ code: 451, message: 'later' }, 2)
  const byHand = addInvoice()
  const waits = addInvoice()
  await world.drain()
  await changeProfile(world, { sendOnBooking: false })
  await inviteByHand(world, waits)
  await changeProfile(world, { waitForDocument: true })
  await world.advance(2 * minute)
  expect(await invitationOf(world, byHand)).toMatchObject({
    state: 'cancelled',
    stateWords: { code: 'by_hand_only' },
  })
  expect(await invitationOf(world, waits)).toMatchObject({ state: 'waiting' })
  expect(world.mailbox.mails()).toEqual([])
  await changeProfile(world, { waitForDocument: false })
  await world.app.jobs.runSchedule('tick-messages')
  await world.advance(minute)
  expect(await invitationOf(world, waits)).toMatchObject({ state: 'sent' })
})
