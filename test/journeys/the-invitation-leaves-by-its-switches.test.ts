// Promise B14: the two switches of a profile decide when the invitation leaves, exactly once, in four cases
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SourceUnavailableError } from '../../src/errors.ts'
import { sendMessages } from '../../src/message-delivery/index.ts'
import { retrieveNow } from '../support/read-documents.ts'
import {
  changeProfile,
  createMailWorld,
  invitationHistoryOf,
  invitationOf,
  inviteByHand,
  type MailWorld,
  messagesOf,
  stopMailWorld,
} from '../support/read-messages.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld()
})
beforeEach(async () => {
  world.mailbox.clear()
  world.teamleader.control.delayPdfs(0)
  await changeProfile(world, { sendOnBooking: true, waitForDocument: true, includeDocument: true })
})
afterAll(() => stopMailWorld(world))

function addInvoice() {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'info@peeters.example' })
  return control.addInvoice({ customer: { type: 'company', id: company.id } })
}

test('on and on: it leaves when the PDF is there by the schedule, once', async () => {
  world.teamleader.control.delayPdfs(2 * minute)
  const { id } = addInvoice()
  await world.drain()
  expect(world.mailbox.mails()).toEqual([])
  const waiting = await messagesOf(world, id)
  expect(waiting.items).toMatchObject([{ state: 'waiting', stateWords: { code: 'waiting_for_document' } }])
  expect(waiting.next).toMatchObject({ code: 'waiting_for_document', at: expect.stringContaining('T') })
  expect(await listedAs('waiting')).toContain(id)

  await world.advance(3 * minute)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'sent',
    recipients: { to: 'info@peeters.example' },
  })
  await world.advance(minute)
  const [mail, ...others] = world.mailbox.mails()
  expect(others).toEqual([])
  expect(mail?.attachments).toMatchObject([{ mimeType: 'application/pdf' }])
  expect(await invitationHistoryOf(world, id)).toEqual([
    'invoice.invitationWaiting',
    'invoice.invitationPlanned',
    'invoice.invited',
  ])
  expect(await listedAs('sent')).toContain(id)
})

test('on and on: a PDF that a person retrieves lets it leave as well, once', async () => {
  world.teamleader.control.delayPdfs(day)
  const { id } = addInvoice()
  await world.drain()
  world.teamleader.control.delayPdfs(0)
  await retrieveNow(world, id)
  await retrieveNow(world, id)
  await world.drain()
  await world.advance(day)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('on and on: an invoice that is paid before its PDF arrives gets no mail', async () => {
  world.teamleader.control.delayPdfs(10 * minute)
  const { id } = addInvoice()
  await world.drain()
  world.teamleader.control.payInvoice(id)
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'cancelled', stateWords: { code: 'paid' } })
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
})

test('on and on: a PDF that was given up holds it and asks for a person', async () => {
  world.teamleader.control.breakPdfs({ kind: 'missing' })
  const { id } = addInvoice()
  await world.drain()
  for (let tries = 0; tries < 66; tries += 1) await world.advance(day / 4)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'held',
    stateWords: { code: 'document_given_up' },
    nextLookAt: null,
  })
  const { items: tasks } = await world.get('/tasks?kind=document')
  expect(tasks).toMatchObject([{ kind: 'document', action: 'retrieve_document' }])
  expect(world.mailbox.mails()).toEqual([])
  world.teamleader.control.breakPdfs(null)
  await retrieveNow(world, id)
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('on and off: it leaves at the import, before there is a PDF', async () => {
  await changeProfile(world, { waitForDocument: false })
  world.teamleader.control.delayPdfs(10 * minute)
  const { id } = addInvoice()
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  await world.advance(day)
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(world.mailbox.mails()[0]?.attachments).toEqual([])
})

test('off and on: only by hand, and refused while the PDF is missing, unless sent without', async () => {
  await changeProfile(world, { sendOnBooking: false })
  world.teamleader.control.delayPdfs(10 * minute)
  const early = addInvoice()
  const late = addInvoice()
  await world.drain()
  expect(await messagesOf(world, early.id)).toMatchObject({
    items: [],
    canInvite: { allowed: false, words: { code: 'document_missing' }, canSendWithoutDocument: true },
  })
  expect(await inviteByHand(world, early.id)).toMatchObject({
    status: 409,
    body: { error: { code: 'document_missing' } },
  })
  expect(await inviteByHand(world, early.id, { withoutDocument: true })).toMatchObject({ status: 202 })
  await world.drain()
  expect(world.mailbox.mails()).toMatchObject([{ attachments: [] }])

  await world.advance(day)
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(await messagesOf(world, late.id)).toMatchObject({ items: [], canInvite: { allowed: true } })
  expect(await inviteByHand(world, late.id)).toMatchObject({ status: 202 })
  await world.drain()
  expect(world.mailbox.mails()[1]?.attachments).toHaveLength(1)
})

test('the place where PDFs are kept does not answer: it says so and leaves later, and keeps back no other', async () => {
  await changeProfile(world, { sendOnBooking: false, waitForDocument: false })
  const attached = addInvoice()
  await world.drain()
  world.teamleader.control.delayPdfs(day)
  const bare = addInvoice()
  await world.drain()
  for (const { id } of [attached, bare]) await inviteByHand(world, id)
  const { ctx, connectionId } = world
  const open: typeof ctx.files.open = async () => {
    throw new SourceUnavailableError('The bucket does not answer', { code: 'files_unavailable' })
  }
  await sendMessages({ ...ctx, files: { ...ctx.files, open } }, { connectionId })
  expect(await invitationOf(world, bare.id)).toMatchObject({ state: 'sent' })
  const failed = await invitationOf(world, attached.id)
  expect(failed).toMatchObject({ state: 'failed', detail: 'The bucket does not answer' })
  expect(failed.nextLookAt).not.toBeNull()
  await world.advance(2 * minute)
  expect(await invitationOf(world, attached.id)).toMatchObject({ state: 'sent' })
})

test('off and off: only by hand; two clicks, two tabs and two processes are one mail', async () => {
  await changeProfile(world, { sendOnBooking: false, waitForDocument: false })
  const { id } = addInvoice()
  await world.drain()
  const second = await world.startSecond()
  const answers = await Promise.all([1, 2, 3].map(() => inviteByHand(world, id)))
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
  await Promise.all([world.app.jobs.drain({ without: [] }), second.jobs.drain({ without: [] })])
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent', origin: 'hand' })
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(await inviteByHand(world, id)).toMatchObject({
    status: 409,
    body: { error: { code: 'already_sent' } },
  })
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
})

async function listedAs(invitation: string): Promise<unknown[]> {
  const { items } = await world.get(`/invoices?invitation=${invitation}`)
  const ids = new Map(
    await Promise.all(items.map(async ({ id }) => [id, await externalIdOf(String(id))] as const)),
  )
  return [...ids.values()]
}

async function externalIdOf(id: string): Promise<string> {
  return (await world.get<{ externalId: string }>(`/invoices/${id}`)).externalId
}
