// Promise C6: a question asked on the payment page reaches the creditor, by mail and in the history; machines do not
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { fetchPage, pageUrlOf, sendQuestion, stampOf } from '../support/read-payment-page.ts'

const ours = 'boekhouding@deblauwe.example'
const question = {
  name: 'Jan Peeters',
  email: 'jan@peeters.example',
  text: 'Waarom 121,50?\nIk had 100 verwacht.',
}
const day = 24 * 60 * 60_000

let world: MailWorld
let invoiceId: string
let customerId: string
let url: string

beforeAll(async () => {
  world = await createMailWorld({ profile: { sendOnBooking: false }, resting: ['retrieve-documents'] })
  await world.send('PATCH', '/api/v1/creditor', { name: 'De Blauwe', senderEmail: ours, language: 'nl' })
})
beforeEach(async () => {
  const added = world.teamleader.control.addInvoice()
  await world.drain()
  const invoice = await invoiceOf(world, added.id)
  invoiceId = invoice.id
  customerId = invoice.customer.id
  url = await pageUrlOf(world, added.id)
  world.mailbox.clear()
})
afterAll(() => stopMailWorld(world))

test('it is thanked for, and arrives as a mail that is answered to the asker', async () => {
  const sent = await ask(question)
  expect(sent.status).toBe(303)
  const thanks = await fetchPage(new URL(sent.headers.get('location') ?? '', url).href)
  expect(thanks.text).toContain('Your question was sent')
  expect(world.mailbox.mails()).toEqual([])
  await world.drain()
  const [mail, ...others] = world.mailbox.mails()
  expect(others).toEqual([])
  expect(mail?.envelope.to).toEqual([ours])
  expect(mail?.text).toContain('> Waarom 121,50?\n> Ik had 100 verwacht.')
  expect(mail?.text).toContain(`${world.publicUrl}/invoices/${invoiceId}`)
  expect(mail?.raw).toMatch(/^Reply-To: jan@peeters\.example\r?$/m)
  expect(mail?.subject).toContain('Vraag over factuur')
  expect(await asked()).toMatchObject([{ name: 'Jan Peeters', body: question.text, mailState: 'sent' }])
  expect((await historyOf(world, invoiceId)).at(-1)).toBe('invoice.questionAsked')
})

test('the history says that the customer asked, and neither who nor what: that can be removed', async () => {
  await ask(question)
  const { items } = await world.get<{ items: { kind: string; actor: { kind: string } }[] }>(
    `/activities?subjectId=${invoiceId}`,
  )
  expect(items[0]).toMatchObject({ kind: 'invoice.questionAsked', actor: { kind: 'customer', name: null } })
  expect(JSON.stringify(items)).not.toContain('Peeters')
  await world.send('POST', `/api/v1/customers/${customerId}/anonymise`)
  expect(await asked()).toEqual([])
})

test('a form that is sent twice, also at the same moment, is one question', async () => {
  const stamp = await stampOf(url)
  await world.advance(10_000)
  const answers = await Promise.all([1, 2, 3].map(() => sendQuestion(url, question, { stamp })))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
  await world.drain()
  expect(await asked()).toHaveLength(1)
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('whoever fills in what nobody sees hears thanks, and nothing comes of it', async () => {
  const sent = await ask({ ...question, website: 'https://spam.example' })
  expect(sent.status).toBe(303)
  await world.drain()
  expect(await asked()).toEqual([])
  expect(world.mailbox.mails()).toEqual([])
})

test.each([
  ['faster than a person writes', async () => sendQuestion(url, question)],
  ['with no stamp of ours', async () => sendQuestion(url, question, { stamp: 'k.forged.stamp' })],
  [
    'with the stamp of another page',
    async () => {
      const added = world.teamleader.control.addInvoice()
      await world.drain()
      const stamp = await stampOf(await pageUrlOf(world, added.id))
      await world.advance(10_000)
      return sendQuestion(url, question, { stamp })
    },
  ],
  [
    'with a form kept for longer than a day',
    async () => {
      const stamp = await stampOf(url)
      await world.advance(day + 1_000)
      return sendQuestion(url, question, { stamp })
    },
  ],
])(
  'sent %s it asks for one more press, keeps what was written, and goes through then',
  async (_how, send) => {
    const again = await send()
    expect(again.status).toBe(422)
    expect(again.text).toContain('once more')
    expect(again.html).toContain('Ik had 100 verwacht.')
    expect(await asked()).toEqual([])
    const stamp = /name="stamp" value="([^"]*)"/.exec(again.html)?.[1] ?? ''
    await world.advance(10_000)
    expect((await sendQuestion(url, question, { stamp })).status).toBe(303)
    expect(await asked()).toHaveLength(1)
  },
)

test('a form from a page of somebody else is refused', async () => {
  const stamp = await stampOf(url)
  await world.advance(10_000)
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await sendQuestion(url, question, { stamp, headers })).status).toBe(403)
  expect(await asked()).toEqual([])
})

test('what is missing, too long or no address is named beside its field', async () => {
  const wrong = await ask({ name: ' ', email: 'not an address', text: 'x'.repeat(2_001) })
  expect(wrong.status).toBe(422)
  for (const field of ['name', 'email', 'text']) expect(wrong.html).toContain(`id="${field}-wrong"`)
  expect(await asked()).toEqual([])
  const huge = await ask({ ...question, text: 'x'.repeat(40_000) }).catch(() => undefined)
  expect(huge?.status ?? 413).toBe(413)
})

test('five questions a day about one invoice, then the page says so; the next day there are more', async () => {
  for (let at = 0; at < 5; at += 1) expect((await ask(question)).status).toBe(303)
  const sixth = await ask(question)
  expect(sixth.status).toBe(429)
  expect(sixth.text).toContain('Several questions about this invoice were sent today')
  expect(await asked()).toHaveLength(5)
  await world.advance(day)
  expect((await ask(question)).status).toBe(303)
})

test('while the mail server is away the question waits, and leaves once it is back', async () => {
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  await ask(question)
  await world.drain()
  expect(await asked()).toMatchObject([{ mailState: 'waiting' }])
  await world.advance(day)
  expect(await asked()).toMatchObject([{ mailState: 'sent' }])
  expect(world.mailbox.mails().filter(({ envelope }) => envelope.to.includes(ours))).toHaveLength(1)
})

async function ask(fields: Record<string, string>) {
  const stamp = await stampOf(url)
  await world.advance(10_000)
  return sendQuestion(url, fields, { stamp })
}

async function asked(): Promise<Record<string, unknown>[]> {
  return (await world.get(`/invoices/${invoiceId}/questions`)).items
}
