// Promise A6, B14, B17, C1, C6, C10: the whole walk: profile > import > the PDF arrives > mail to both recipients > payment page > marked as paid > no reminder > Teamleader says paid
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { mailSettings } from '../support/read-messages.ts'
import { paidThere } from '../support/read-payments.ts'

const minute = 60_000
const day = 24 * 60 * minute

let mailbox: Mailbox
let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']
let externalId: string
let payUrl: string

beforeAll(async () => {
  mailbox = await startMailbox()
  world = await createTestApp({
    settings: mailSettings(mailbox.smtpUrl),
    switches: { importInvoicesAutomatically: false },
    resting: [],
  })
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
  await mailbox?.stop()
})

async function turnOn(name: string): Promise<void> {
  const turned = page.getByRole('switch', { name })
  if (!(await turned.isChecked())) await turned.click()
  await page.getByRole('switch', { name, checked: true }).waitFor()
}

/** What the clock does every minute, once. */
async function tick(): Promise<void> {
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
}

test('the profile is set to send and to remind, the connection to import, to write back and to be live', async () => {
  await page.goto(`${world.publicUrl}/settings/profiles`)
  await page
    .getByRole('link', { name: /^Settings of/ })
    .first()
    .click()
  for (const name of ['Send when an invoice is booked', 'Wait for the PDF', 'Remind by itself'])
    await turnOn(name)
  await page.goto(`${world.publicUrl}/settings/integrations`)
  for (const name of ['Import invoices automatically', 'Register payments in Teamleader']) await turnOn(name)
  await page.getByRole('button', { name: 'Go live' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Go live/ })
    .last()
    .click()
  await page.getByRole('button', { name: 'Stop sending' }).waitFor()
  await world.drain()
})

test('a booked invoice comes in, waits for its PDF, and then goes to the customer and the CC in one mail', async () => {
  const { control } = world.teamleader
  control.delayPdfs(2 * minute)
  const { id } = control.addCompany({
    name: 'Bakkerij Peeters',
    email: 'info@peeters.example',
    invoicingEmails: ['boekhouding@peeters.example'],
    language: 'nl',
  })
  externalId = control.addInvoice({ customer: { type: 'company', id }, total: 123_450 }).id
  await world.drain()
  const invoice = await invoiceOf(world, externalId)
  await page.goto(`${world.publicUrl}/invoices/${invoice.id}`)
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.getByText('Waits for the PDF').first().waitFor()
  expect(mailbox.mails()).toEqual([])
  await world.advance(3 * minute)
  // The page is open all the time: it shows what happens without being asked.
  await messages.getByText('Sent', { exact: true }).first().waitFor()
  const [mail, ...others] = mailbox.mails()
  expect(others).toEqual([])
  expect(mail).toMatchObject({
    to: ['info@peeters.example'],
    cc: ['boekhouding@peeters.example'],
    envelope: { to: ['info@peeters.example', 'boekhouding@peeters.example'] },
    attachments: [{ mimeType: 'application/pdf' }],
  })
  payUrl = /https?:\/\/\S+\/pay\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
})

test('the customer sees on the page what is due, and the PDF', async () => {
  const theirs = await (
    await signedIn.browser.newContext({ javaScriptEnabled: false, locale: 'nl-BE' })
  ).newPage()
  await theirs.goto(payUrl)
  await theirs.getByText('€ 1.234,50').first().waitFor()
  await theirs.locator('svg.qr').waitFor()
  const pdf = await theirs.getByRole('link', { name: /pdf/i }).first().getAttribute('href')
  const answer = await theirs.request.get(new URL(pdf ?? '', payUrl).href)
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await theirs.context().close()
})

test('marked as paid: the page and Teamleader say so, and no reminder leaves, ever', async () => {
  await page.getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByRole('button', { name: 'Mark €1,234.50 as paid' }).click()
  const payments = page.getByRole('region', { name: 'Payments' })
  await expect.poll(() => payments.getByRole('listitem').count()).toBe(1)
  await world.drain()
  await payments.locator('.write-back .mark-good').waitFor()
  expect(paidThere(world, externalId)).toEqual([123_450])
  const there = world.teamleader.control.invoices().find(({ id }) => id === externalId)
  expect(there).toMatchObject({ paid: true })
  for (let month = 0; month < 3; month++) {
    await world.advance(30 * day)
    await tick()
  }
  expect(mailbox.mails()).toHaveLength(1)
  const theirs = await (await signedIn.browser.newContext({ locale: 'nl-BE' })).newPage()
  await theirs.goto(payUrl)
  await theirs.getByText('betaald', { exact: false }).first().waitFor()
  expect(await theirs.locator('svg.qr').count()).toBe(0)
  await theirs.context().close()
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})
