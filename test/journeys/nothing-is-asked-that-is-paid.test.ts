// Promise C3: right before a message leaves its invoice is read from Teamleader again; what is settled is not asked for
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { SourceUnavailableError } from '../../src/errors.ts'
import { noteBounce, sendMessages } from '../../src/message-delivery/index.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import {
  changeProfile,
  createMailWorld,
  invitationHistoryOf,
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
  // Dropped because somebody wanted it by hand: no later switch or payment makes it leave.
  await changeProfile(world, { sendOnBooking: true })
  await revoke(world, (await pay(world, (await invoiceOf(world, byHand)).id)).id)
  await world.advance(minute)
  expect(await invitationOf(world, byHand)).toMatchObject({ stateWords: { code: 'by_hand_only' } })
})

test('deleted there, and no webhook told us: cancelled for good, and not looked at again', async () => {
  await changeProfile(world, { sendOnBooking: false, waitForDocument: false })
  const id = addInvoice()
  await world.drain()
  world.teamleader.control.webhooks.rates({ lose: 1 })
  world.teamleader.control.deleteInvoice(id)
  await inviteByHand(world, id)
  for (let looks = 0; looks < 6; looks += 1) await world.advance(day / 4)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'cancelled',
    stateWords: { code: 'archived' },
    nextLookAt: null,
    sentAt: null,
  })
})

test('paid while a slow mail server takes it: its last line is never given', async () => {
  const id = addInvoice()
  await world.drain()
  const invoice = await invoiceOf(world, id)
  await inviteByHand(world, id)
  const { ctx, connectionId } = world
  const send: typeof ctx.mail.send = async (mail) => {
    await pay(world, invoice.id)
    return ctx.mail.send(mail)
  }
  await sendMessages({ ...ctx, mail: { ...ctx.mail, send } }, { connectionId })
  expect(await invitationOf(world, id)).toMatchObject({ state: 'cancelled', stateWords: { code: 'paid' } })
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
})

test('paid in part meanwhile: the mail that leaves asks for the rest', async () => {
  const id = addInvoice()
  await world.drain()
  const invoice = await invoiceOf(world, id)
  await inviteByHand(world, id)
  const { ctx, connectionId } = world
  let isPaid = false
  const send: typeof ctx.mail.send = async (mail) => {
    if (!isPaid) await pay(world, invoice.id, { amountCents: 2_100 })
    isPaid = true
    return ctx.mail.send(mail)
  }
  await sendMessages({ ...ctx, mail: { ...ctx.mail, send } }, { connectionId })
  await world.advance(minute)
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(world.mailbox.mails()[0]?.text).toContain('100,00')
})

/** A mail server so slow that `meanwhile` happens between the writing of a message and its last line. */
function slowly(meanwhile: () => Promise<unknown>) {
  const { ctx } = world
  const send: typeof ctx.mail.send = async (mail) => {
    await meanwhile()
    return ctx.mail.send(mail)
  }
  return { ...ctx, mail: { ...ctx.mail, send } }
}

test('its address came back while a slow mail server took it: its last line is never given', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'gone@peeters.example' })
  const customer = { type: 'company', id: company.id } as const
  const first = control.addInvoice({ customer }).id
  const second = control.addInvoice({ customer }).id
  await world.drain()
  await inviteByHand(world, first)
  await world.drain()
  const mailId = String(world.mailbox.mails()[0]?.headers['message-id']).replace(/[<>]/g, '')
  await inviteByHand(world, second)
  const report = { mailId, recipient: 'gone@peeters.example', detail: '550 5.1.1 no such user' }
  await sendMessages(
    slowly(() => noteBounce(world.ctx, report)),
    { connectionId: world.connectionId },
  )
  expect(await invitationOf(world, second)).toMatchObject({
    state: 'held',
    stateWords: { code: 'undeliverable_address' },
  })
  expect(world.mailbox.mails()).toHaveLength(1)
})

const renewed = {
  link: async (id: string) => {
    const link = `/api/v1/invoices/${id}/payment-link`
    const { url } = await world.send<{ url: string }>('POST', `${link}/renew`, { expiresAt: null })
    return url
  },
  account: async () => {
    await changeProfile(world, { iban: 'BE68539007547034' })
    return 'BE68 5390 0754 7034'
  },
  address: async (id: string) => {
    const { customerId } = await world.get<{ customerId: string }>(`/invoices/${id}`)
    await world.send('PATCH', `/api/v1/customers/${customerId}`, {
      facts: { email: 'right@peeters.example' },
    })
    return 'right@peeters.example'
  },
}

test.each(['link', 'account', 'address'] as const)(
  'its %s was another one while a slow mail server took it: one mail leaves, with the new one',
  async (what) => {
    const id = addInvoice()
    await world.drain()
    const invoice = await invoiceOf(world, id)
    await inviteByHand(world, id)
    let wanted: string | undefined
    const slow = slowly(async () => {
      wanted ??= await renewed[what](invoice.id)
    })
    await sendMessages(slow, { connectionId: world.connectionId })
    await world.advance(minute)
    expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
    expect(world.mailbox.mails().map(({ to, text }) => `${to} ${text}`)).toEqual([
      expect.stringContaining(String(wanted)),
    ])
  },
)

test('a process that stood still while another one took its work over gives nothing away when it goes on', async () => {
  const id = addInvoice()
  await world.drain()
  await inviteByHand(world, id)
  const { ctx, connectionId } = world
  await sendMessages(
    slowly(() => sendMessages(ctx, { connectionId })),
    { connectionId },
  )
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('a process that goes on while another one is at the mail server with its message gives nothing away', async () => {
  const id = addInvoice()
  await world.drain()
  await inviteByHand(world, id)
  const { connectionId } = world
  const begun = Promise.withResolvers<void>()
  const isOver = Promise.withResolvers<void>()
  const other = slowly(() => {
    begun.resolve()
    return isOver.promise
  })
  let taken: Promise<void> | undefined
  await sendMessages(
    slowly(() => {
      taken ??= sendMessages(other, { connectionId })
      return begun.promise
    }),
    { connectionId },
  )
  expect(world.mailbox.mails()).toEqual([])
  isOver.resolve()
  await taken
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('what a process that lost its attempt met says nothing about the attempt of the other one', async () => {
  const id = addInvoice()
  await world.drain()
  await inviteByHand(world, id)
  const { connectionId } = world
  const begun = Promise.withResolvers<void>()
  const isOver = Promise.withResolvers<void>()
  const other = slowly(() => {
    begun.resolve()
    return isOver.promise
  })
  let taken: Promise<void> | undefined
  const lost = slowly(async () => {
    taken = sendMessages(other, { connectionId })
    await begun.promise
    throw new SourceUnavailableError('come back later', { code: 'mail_deferred' })
  })
  await sendMessages(lost, { connectionId })
  isOver.resolve()
  await taken
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent', attempts: 1 })
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('paid here it is cancelled at once; the payment was a mistake and is taken back: it is asked for after all', async () => {
  await changeProfile(world, { sendOnBooking: true, waitForDocument: true })
  world.teamleader.control.delayPdfs(day)
  const id = addInvoice()
  await world.drain()
  const { id: paymentId } = await pay(world, (await invoiceOf(world, id)).id)
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'cancelled', stateWords: { code: 'paid' } })
  await revoke(world, paymentId)
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'waiting' })
})

test('its PDF was given up, and the profile waits for none any more: it leaves', async () => {
  await changeProfile(world, { sendOnBooking: true, waitForDocument: true })
  world.teamleader.control.delayPdfs(day)
  const id = addInvoice()
  await world.drain()
  const { id: messageId } = await invitationOf(world, id)
  await inTransaction(world.ctx, (tx) =>
    tx.db
      .updateTable('messages')
      .set({ state: 'held', cause: 'document_given_up' })
      .where('id', '=', messageId)
      .execute(),
  )
  await changeProfile(world, { waitForDocument: false })
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
})
