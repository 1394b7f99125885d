// Promise C1, A6: the invitation is a mail in the customer's language, from the creditor, to e-mail and CC, with what is due
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import type { CapturedMail } from '../../src/sandbox/index.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import {
  changeProfile,
  createMailWorld,
  invitationOf,
  inviteByHand,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'

type Preview = { isSent: boolean; subject: string; text: string; html: string; profileVersion: number | null }

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld()
  await world.send('PATCH', '/api/v1/creditor', {
    name: 'Atelier <Demeyer> & Co',
    iban: 'BE68539007547034',
    senderEmail: 'facturen@demeyer.example',
  })
})
beforeEach(() => world.mailbox.clear())
afterAll(() => stopMailWorld(world))

function addInvoice(language: string | null, cc: string[] = []) {
  const { control } = world.teamleader
  const company = control.addCompany({
    name: 'Bakkerij Peeters',
    email: 'info@peeters.example',
    invoicingEmails: cc,
    language: language as never,
  })
  return control.addInvoice({ customer: { type: 'company', id: company.id }, total: 123_450 })
}

test('one message to the address and the CC, from the creditor, with amount, day, reference, account and PDF', async () => {
  const { id } = addInvoice('nl', ['boekhouding@peeters.example'])
  await world.drain()
  const mail = onlyMail()
  const { number, remittance } = await world.get<{ number: string; remittance: string }>(
    `/invoices/${(await invoiceOf(world, id)).id}`,
  )
  expect(mail).toMatchObject({
    to: ['info@peeters.example'],
    cc: ['boekhouding@peeters.example'],
    from: 'vorder@vorder.example',
    subject: `Factuur ${number} van Atelier <Demeyer> & Co`,
    envelope: { from: 'vorder@vorder.example', to: ['info@peeters.example', 'boekhouding@peeters.example'] },
  })
  expect(mail.headers.from).toContain('Atelier <Demeyer> & Co')
  expect(mail.headers['reply-to']).toContain('facturen@demeyer.example')
  expect(mail.text).toMatch(/€\s?1\.234,50/)
  expect(mail.text).toContain(remittance)
  expect(mail.text).toContain('BE68 5390 0754 7034')
  expect(mail.html).toContain('Atelier &lt;Demeyer&gt; &amp; Co')
  expect(mail.html).not.toMatch(/<script|<img/)
  const [link, ...otherLinks] = new Set(`${mail.text} ${mail.html}`.match(/https?:[^\s"<]+/g))
  expect(otherLinks).toEqual([])
  expect(link).toContain(`${world.publicUrl}/pay/`)
  expect((await fetch(String(link))).status).toBe(200)
  expect(mail.attachments[0]?.filename).toBe(`${number.replace(' / ', '-')}.pdf`)
  expect(await invitationOf(world, id)).toMatchObject({ language: 'nl' })
})

function onlyMail(): CapturedMail {
  const [mail, ...others] = world.mailbox.mails()
  expect(others).toEqual([])
  if (!mail) throw new Error('There is no mail')
  return mail
}

test.each([
  ['en', /Please pay €\s?1[.,]234[.,]50/],
  ['fr', /Nous vous prions de payer 1.?234,50/],
  ['de', /Bitte zahlen Sie/],
  ['es', /Please pay/],
])('in the language of the customer: %s', async (language, words) => {
  addInvoice(language)
  await world.drain()
  expect(world.mailbox.mails()[0]?.text).toMatch(words)
})

test.each([
  ['en', /It was due on 3 March 2025/, /Please pay .* by/],
  ['nl', /Ze verviel op 3 maart 2025/, /uiterlijk op/],
  ['fr', /Elle était à payer pour le 3 mars 2025/, /au plus tard le/],
  ['de', /Sie war am 3\. März 2025 fällig/, /Bitte zahlen Sie .* bis zum/],
])('nobody is asked to pay by a day that has passed: %s', async (language, says, never) => {
  const { control } = world.teamleader
  const company = control.addCompany({
    name: 'Laat',
    email: 'laat@peeters.example',
    language: language as never,
  })
  control.addInvoice({ customer: { type: 'company', id: company.id }, dueOn: '2025-03-03' })
  await world.drain()
  const { text } = onlyMail()
  expect(text).toMatch(says)
  expect(text).not.toMatch(never)
})

test('a text of the profile stands in the place of ours, and a message keeps the one that it was sent with', async () => {
  const text = { subject: 'Betaal {number}', body: 'Dag {customer},\n\n{amount} tegen {dueDate}.' }
  await changeProfile(world, { invitationTexts: { nl: text } })
  const { id } = addInvoice('nl')
  await world.drain()
  const { profileVersion, id: messageId } = await invitationOf(world, id)
  await changeProfile(world, { invitationTexts: { nl: { ...text, body: 'Iets anders.' } } })
  const preview = await world.get<Preview>(`/messages/${messageId}/preview`)
  expect(preview).toMatchObject({ isSent: true, profileVersion })
  expect(preview.text).toContain('Dag Bakkerij Peeters,')
  expect(preview.text.trim()).toBe(world.mailbox.mails()[0]?.text.trim())
  const kept = await inTransaction(world.ctx, (tx) =>
    tx.db.selectFrom('messages').select(['bodyText', 'bodyHtml']).where('id', '=', messageId).execute(),
  )
  // Whoever has a copy of the database cannot open the page of a customer.
  expect(JSON.stringify(kept)).not.toContain('/pay/')
  const { items } = await world.get('/profiles')
  expect(items[0]?.version).toBe((profileVersion ?? 0) + 1)
  await changeProfile(world, { invitationTexts: {} })
})

test('a text that quotes what does not exist is refused, and names the field', async () => {
  const wrong = { nl: { subject: 'Factuur {nummer}', body: 'Dag' } }
  await expect(changeProfile(world, { invitationTexts: wrong })).rejects.toThrow(
    /422.*invitationTexts\.nl\.subject/s,
  )
})

test('before it is sent by hand it can be seen, and its recipients changed for this one message', async () => {
  await changeProfile(world, { sendOnBooking: false })
  const { id } = addInvoice('nl', ['boekhouding@peeters.example'])
  await world.drain()
  const { id: invoiceId } = await invoiceOf(world, id)
  const preview = await world.get<Preview>(`/invoices/${invoiceId}/invitation/preview`)
  expect(preview).toMatchObject({ isSent: false, recipients: { cc: ['boekhouding@peeters.example'] } })
  expect(world.mailbox.mails()).toEqual([])
  await inviteByHand(world, id, { to: 'ann@peeters.example', cc: ['piet@peeters.example'] })
  await world.drain()
  const [mail] = world.mailbox.mails()
  expect(mail).toMatchObject({ to: ['ann@peeters.example'], cc: ['piet@peeters.example'] })
  expect(mail?.text.trim()).toBe(preview.text.trim())
  const { customer } = await invoiceOf(world, id)
  expect(customer.email).toBe('info@peeters.example')
  // To somebody else, with nobody named beside: nobody else reads it.
  const other = addInvoice('nl', ['boekhouding@peeters.example'])
  await world.drain()
  await inviteByHand(world, other.id, { to: 'ann@peeters.example' })
  await world.drain()
  expect(world.mailbox.mails().at(-1)?.envelope.to).toEqual(['ann@peeters.example'])
})

test('a link that has expired is in no mail', async () => {
  const { id } = addInvoice('nl')
  await world.drain()
  const { id: invoiceId } = await invoiceOf(world, id)
  const expiresAt = new Date(world.ctx.now().getTime() + 1_000).toISOString()
  await world.send('PATCH', `/api/v1/invoices/${invoiceId}/payment-link`, { expiresAt })
  await world.advance(2_000)
  await inviteByHand(world, id)
  await world.drain()
  const mail = world.mailbox.mails().at(-1)
  expect(mail?.text).toContain('1.234,50')
  expect(mail?.raw).not.toContain('/pay/')
})
