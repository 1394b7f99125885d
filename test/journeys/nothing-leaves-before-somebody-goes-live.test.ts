// Promise C5: a first import sends nothing until a person says "go live"; then each invoice gets at most one step
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import {
  createMailWorld,
  goLive,
  invitationOf,
  inviteByHand,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'
import { pay, revoke } from '../support/read-payments.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({
    isLive: false,
    resting: ['retrieve-documents'],
    profile: { waitForDocument: false },
  })
})
beforeEach(() => world.mailbox.clear())
afterAll(() => stopMailWorld(world))

type Sending = { isLive: boolean; liveSince: string | null; heldCount: number }

function sending(): Promise<Sending> {
  return world.get<Sending>(`/connections/${world.connectionId}/sending`)
}

function addInvoice(input: { dueOn?: string } = {}) {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'info@peeters.example' })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  if (input.dueOn) control.editInvoice(invoice.id, { dueOn: input.dueOn } as never)
  return invoice.id
}

test('before, nothing leaves by itself and each says why; a person can send one by hand', async () => {
  const ids = [addInvoice(), addInvoice()]
  const byHand = addInvoice()
  await world.drain()
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
  for (const id of ids)
    expect(await invitationOf(world, id)).toMatchObject({ state: 'held', stateWords: { code: 'not_live' } })
  expect(await sending()).toEqual({ isLive: false, liveSince: null, heldCount: 3 })
  expect(await inviteByHand(world, byHand)).toMatchObject({ status: 202 })
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(await sending()).toMatchObject({ isLive: false, heldCount: 2 })
})

test('going live drops what was held, unless told to send it; from then on invitations leave', async () => {
  const old = addInvoice()
  await world.drain()
  await goLive(world, 'drop')
  await goLive(world, 'drop')
  await world.advance(minute)
  // What happens to the invoice later does not make it leave either.
  const { id: paymentId } = await pay(world, (await invoiceOf(world, old)).id)
  await world.drain()
  await revoke(world, paymentId)
  await world.advance(minute)
  expect(world.mailbox.mails()).toEqual([])
  expect(await invitationOf(world, old)).toMatchObject({
    state: 'cancelled',
    stateWords: { code: 'before_live' },
  })
  expect(await sending()).toMatchObject({ isLive: true, heldCount: 0 })
  const { items } = await world.get('/activities?kind=connection.wentLive')
  expect(items).toHaveLength(1)
  const fresh = addInvoice()
  await world.drain()
  expect(await invitationOf(world, fresh)).toMatchObject({ state: 'sent' })
})

test('stopped again: what waits is held; told to send it, each leaves once, also an overdue one, after any downtime', async () => {
  await world.send('POST', `/api/v1/connections/${world.connectionId}/stop-sending`)
  const ids = [addInvoice(), addInvoice({ dueOn: '2020-01-01' })]
  await world.drain()
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
  expect(await sending()).toMatchObject({ isLive: false, heldCount: 2 })
  await goLive(world, 'send')
  await world.advance(20 * day)
  for (const id of ids) expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(2)
})

test('planned as held while somebody said "go live": it does not stay held for ever', async () => {
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  const id = addInvoice()
  await world.drain()
  const { id: messageId } = await invitationOf(world, id)
  await inTransaction(world.ctx, (tx) =>
    tx.db
      .updateTable('messages')
      .set({ state: 'held', cause: 'not_live', nextLookAt: null })
      .where('id', '=', messageId)
      .execute(),
  )
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
})
