import { createTransport } from 'nodemailer'
import { afterEach, expect, test } from 'vitest'
import type { Mailbox } from './start-mailbox.ts'
import { startMailbox } from './start-mailbox.ts'

const running: Mailbox[] = []
afterEach(async () => {
  for (const mailbox of running.splice(0)) await mailbox.stop()
})

async function aMailbox(): Promise<Mailbox> {
  const mailbox = await startMailbox()
  running.push(mailbox)
  return mailbox
}

const letter = {
  from: 'Vorder <facturen@atelier.example>',
  to: 'info@zoë.example',
  cc: ['boekhouding@zoe.example'],
  subject: 'Factuur 2026 / 5: één dag te laat',
  text: 'Gelieve € 12,10 te betalen',
  html: '<p>Gelieve <b>€ 12,10</b> te betalen</p><script>alert(1)</script>',
  attachments: [{ filename: 'factuur.pdf', content: Buffer.from('%PDF-1.3 test') }],
}

test('a mail sent over SMTP is kept whole and shown on the page', async () => {
  const mailbox = await aMailbox()
  await createTransport(mailbox.smtpUrl).sendMail(letter)
  const [mail] = mailbox.mails()
  expect(mail).toMatchObject({
    from: 'facturen@atelier.example',
    cc: ['boekhouding@zoe.example'],
    subject: letter.subject,
    text: expect.stringContaining('€ 12,10'),
  })
  expect(mail?.envelope.to).toHaveLength(2)
  expect(Buffer.from(mail?.attachments[0]?.bytes ?? []).toString()).toBe('%PDF-1.3 test')
  expect(await (await fetch(mailbox.url)).text()).toContain('Factuur 2026 / 5: één dag te laat')
  expect(await (await fetch(`${mailbox.url}/mail/${mail?.id}`)).text()).not.toContain('<script>')
  const body = await fetch(`${mailbox.url}/mail/${mail?.id}/html`)
  expect(body.headers.get('content-security-policy')).toContain('sandbox')
  expect(await (await fetch(`${mailbox.url}/mail/${mail?.id}/0`)).text()).toBe('%PDF-1.3 test')
})

test('clearing forgets every mail', async () => {
  const mailbox = await aMailbox()
  await createTransport(mailbox.smtpUrl).sendMail(letter)
  await fetch(`${mailbox.url}/clear`, { method: 'POST' })
  expect(mailbox.mails()).toEqual([])
})

test('a refusal reaches the sender and keeps nothing; the mail after it is taken', async () => {
  const mailbox = await aMailbox()
  const transport = createTransport(mailbox.smtpUrl)
  mailbox.refuseNext({ code: 550, message: 'No such person' })
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 550 })
  expect(mailbox.mails()).toEqual([])
  await transport.sendMail(letter)
  expect(mailbox.mails()).toHaveLength(1)
})

test('a cut connection leaves the sender in doubt about a mail that was taken', async () => {
  const mailbox = await aMailbox()
  mailbox.refuseNext('cut')
  await expect(createTransport(mailbox.smtpUrl).sendMail(letter)).rejects.toThrow()
  expect(mailbox.mails()).toHaveLength(1)
})
