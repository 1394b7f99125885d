// Promise C8: what became of each message is visible: mail that comes back marks the address, and nothing more goes there
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createMailWorld,
  invitationOf,
  inviteByHand,
  type MailWorld,
  messagesOf,
  stopMailWorld,
} from '../support/read-messages.ts'
import { advanceTo, mondayAtTen, remindersOf } from '../support/read-reminders.ts'

let world: MailWorld
let url: string
beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true },
    resting: ['retrieve-documents'],
  })
  url = (await world.get<{ url: string }>('/bounce-address')).url.replace(world.publicUrl, world.url)
  await advanceTo(world, mondayAtTen(world.ctx.now()))
})
afterAll(() => stopMailWorld(world))

const address = 'gone@peeters.example'
async function addInvoice(): Promise<string> {
  const { control } = world.teamleader
  const company = control.addCompany({
    name: 'Bakkerij Peeters',
    email: address,
    invoicingEmails: ['cc@peeters.example'],
  })
  const dueOn = world.ctx.now().toISOString().slice(0, 10)
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn })
  await world.drain()
  return id
}

function lastMailId(): string {
  return String(world.mailbox.mails().at(-1)?.headers['message-id']).replace(/[<>]/g, '')
}

function reportOf(mailId: string, { recipient = address, action = 'failed', status = '5.1.1' } = {}): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    'I am sorry.',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 there is',
    '    no such mailbox',
    '--B',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${mailId}>`,
    'Subject: Factuur',
    '',
    'body',
    '--B--',
    '',
  ].join('\r\n')
}

async function report(body: string, type = 'message/rfc822', to = url): Promise<number> {
  const { status } = await fetch(to, { method: 'POST', headers: { 'content-type': type }, body })
  await world.drain()
  return status
}

test('a report marks the message and the address; others to it are held, until a person says that it works', async () => {
  const id = await addInvoice()
  const mailId = lastMailId()
  for (const harmless of [
    reportOf(mailId, { action: 'delayed', status: '4.4.1' }),
    reportOf(mailId, { recipient: 'someone@else.example' }),
    reportOf('msg_of.nobody@localhost'),
    'no report at all',
  ])
    expect(await report(harmless)).toBe(204)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })

  expect(await report(reportOf(mailId))).toBe(204)
  expect(await report(reportOf(mailId))).toBe(204)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'bounced',
    detail: '550 5.1.1 there is no such mailbox',
    refused: [{ address }],
  })
  const { items } = await world.get('/undeliverable-addresses')
  expect(items).toMatchObject([{ address, detail: expect.stringContaining('no such mailbox') }])

  world.mailbox.clear()
  const other = await addInvoice()
  expect(await invitationOf(world, other)).toMatchObject({
    state: 'held',
    stateWords: { code: 'undeliverable_address' },
  })
  expect(await inviteByHand(world, id)).toMatchObject({
    status: 409,
    body: { error: { code: 'undeliverable_address' } },
  })
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'invitation_refused' })
  await advanceTo(world, mondayAtTen(world.ctx.now()))
  expect(world.mailbox.mails()).toEqual([])

  await world.send('DELETE', `/api/v1/undeliverable-addresses/${String(items[0]?.id)}`)
  await world.drain()
  expect(await invitationOf(world, other)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('as JSON from a provider; of the CC alone the message stays sent', async () => {
  const id = await addInvoice()
  const body = { mailId: lastMailId(), recipient: 'CC@peeters.example', detail: 'mailbox full' }
  expect(await report(JSON.stringify(body), 'application/json')).toBe(204)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'sent',
    refused: [{ address: 'cc@peeters.example' }],
  })
  expect(await report('{', 'application/json')).toBe(422)
  await addInvoice()
  expect(world.mailbox.mails().at(-1)?.envelope.to).toEqual([address])
  const { items } = await world.get('/undeliverable-addresses')
  await world.send('DELETE', `/api/v1/undeliverable-addresses/${String(items[0]?.id)}`)
  await addInvoice()
  expect(world.mailbox.mails().at(-1)?.envelope.to).toEqual([address, 'cc@peeters.example'])
  expect(await remindersOf(world, id)).toEqual([])
})

test('characters that are no text, in a report or in JSON: the rest is read', async () => {
  const id = await addInvoice()
  const odd = { mailId: 'none\u0000', recipient: address, detail: 'gone\u0000 \ud800' }
  expect(await report(JSON.stringify(odd), 'application/json')).toBe(204)
  const cc = { mailId: lastMailId(), recipient: 'cc@peeters.example' }
  expect(await report(reportOf(cc.mailId, cc).replace('5.1.1 there', '5.1.1\0there'))).toBe(204)
  expect((await invitationOf(world, id)).refused).toEqual([
    { address: 'cc@peeters.example', answer: '550 5.1.1 there is no such mailbox' },
  ])
})

test('a server that was out of reach for days: the message did not arrive, and the address stays in use', async () => {
  const id = await addInvoice()
  expect(await report(reportOf(lastMailId(), { status: '4.4.7' }))).toBe(204)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'bounced', refused: [{ address }] })
  expect((await messagesOf(world, id)).reminder).toMatchObject({ code: 'invitation_refused' })
  const { items } = await world.get<{ items: { address: string }[] }>('/undeliverable-addresses')
  expect(items.map((one) => one.address)).not.toContain(address)
  expect(await invitationOf(world, await addInvoice())).toMatchObject({ state: 'sent' })
})

test('without the secret nobody reports anything', async () => {
  const id = await addInvoice()
  expect(await report(reportOf(lastMailId()), 'message/rfc822', `${url.slice(0, -1)}-`)).toBe(404)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
})
