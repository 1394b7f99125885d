// Promise C6, C7: the customer opens the link of the mail on a phone, without scripts: amount, QR code, PDF and question
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/open-browser.ts'
import { expectAccessible } from '../support/open-signed-in.ts'
import { invoiceOf, type SeenInvoice } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { pay } from '../support/read-payments.ts'
import { readQrOfPng } from '../support/read-qr.ts'

const phone = { viewport: { width: 390, height: 844 }, locale: 'nl-BE' }
const heaviest = 50_000

let world: MailWorld
let browser: Browser
let page: Page
let externalId: string
let invoice: SeenInvoice
let url: string
let asked: string[]

beforeAll(async () => {
  world = await createMailWorld()
  await world.send('PATCH', '/api/v1/creditor', {
    name: 'Drukkerij De Blauwe & Zoon',
    iban: 'BE68539007547034',
    senderEmail: 'boekhouding@deblauwe.example',
  })
  const { control } = world.teamleader
  const customer = control.addCompany({
    name: 'Bakkerij Peeters',
    email: 'info@peeters.example',
    language: 'nl',
  })
  externalId = control.addInvoice({ customer: { type: 'company', id: customer.id }, total: 12_150 }).id
  await world.drain()
  invoice = await invoiceOf(world, externalId)
  const [mail] = world.mailbox.mails()
  url = /https?:\/\/\S+\/pay\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  browser = await openBrowser()
  asked = []
  page = await openOn({ ...phone, javaScriptEnabled: false })
})
afterAll(async () => {
  await browser?.close()
  await stopMailWorld(world)
})

/** A browser of somebody who is not signed in; `asked` holds every address that its page fetched. */
async function openOn(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const context = await browser.newContext(options)
  const opened = await context.newPage()
  opened.setDefaultTimeout(15_000)
  opened.on('request', (request) => asked.push(request.url()))
  return opened
}

async function scanned(): Promise<string[]> {
  const picture = await page.locator('svg.qr').screenshot()
  return readQrOfPng(picture)?.split('\n') ?? []
}

test('the link of the mail opens the page, and a bank app reads its code off the screen', async () => {
  await page.goto(url)
  await page.getByRole('heading', { name: `Factuur ${invoice.number}` }).waitFor()
  await page.getByText('€ 121,50').first().waitFor()
  const lines = await scanned()
  expect(lines.slice(0, 9)).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'Drukkerij De Blauwe & Zoon',
    'BE68539007547034',
    'EUR121.50',
    '',
  ])
  const reference = await page.locator('dt:text-is("Mededeling") + dd bdi').textContent()
  expect(lines[9]).toBe(reference)
  expect(reference).toMatch(/^\+\+\+\d{3}\/\d{4}\/\d{5}\+\+\+$/)
})

test('it fits a phone, weighs less than 50 kB in all, and asks nobody but us', async () => {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  asked.length = 0
  const withScript = await openOn(phone)
  await withScript.goto(url, { waitUntil: 'networkidle' })
  const bodies = await Promise.all(
    [...new Set(asked)].map(async (address) => (await (await fetch(address)).arrayBuffer()).byteLength),
  )
  expect(bodies.length).toBeGreaterThan(1)
  expect(bodies.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(heaviest)
  expect(new Set(asked.map((address) => new URL(address).origin))).toEqual(new Set([new URL(url).origin]))
  expect(await withScript.context().cookies()).toEqual([])
  await withScript.context().close()
})

test('nothing is found by the rules of accessibility, on a phone, in the dark, with the form open', async () => {
  for (const options of [phone, { ...phone, colorScheme: 'dark' as const }]) {
    const opened = await openOn(options)
    await opened.goto(url)
    await opened.locator('summary').click()
    await expectAccessible(opened, `the payment page ${JSON.stringify(options)}`)
    await opened.goto(`${url}x`)
    await expectAccessible(opened, 'a page that is none')
    await opened.context().close()
  }
})

test('where there is a script, account and reference are copied; without one there is no such button', async () => {
  await expect.poll(() => page.getByRole('button', { name: 'Kopieer rekeningnummer' }).count()).toBe(0)
  const opened = await openOn({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] })
  const problems: string[] = []
  opened.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())))
  opened.on('pageerror', (error) => problems.push(error.message))
  await opened.goto(url)
  await opened.getByRole('button', { name: 'Kopieer rekeningnummer' }).click()
  await opened.getByRole('status').getByText('Gekopieerd').waitFor()
  expect(await opened.evaluate('navigator.clipboard.readText()')).toBe('BE68539007547034')
  expect(problems).toEqual([])
  await opened.context().close()
})

test('without a script the language is switched, and a question is sent and reaches the business', async () => {
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByText('Zu zahlen').waitFor()
  await page.getByText('Ich habe eine Frage').click()
  await page.getByLabel('Ihr Name').fill('Jan Peeters')
  await page.getByLabel('Ihre E-Mail-Adresse').fill('jan')
  await page.getByLabel('Ihre Frage').fill('Warum 121,50?')
  await world.advance(10_000)
  await page.getByRole('button', { name: 'Frage senden' }).click()
  await page.getByText('Geben Sie eine E-Mail-Adresse an').waitFor()
  await page.getByLabel('Ihre E-Mail-Adresse').fill('jan@peeters.example')
  await page.getByRole('button', { name: 'Frage senden' }).click()
  await page.getByRole('heading', { name: 'Ihre Frage wurde gesendet' }).waitFor()
  await world.drain()
  const mail = world.mailbox.mails().at(-1)
  expect(mail?.envelope.to).toEqual(['boekhouding@deblauwe.example'])
  expect(mail?.text).toContain('> Warum 121,50?')
})

test('after a part payment page and code ask for what is left; once paid the page thanks', async () => {
  await pay(world, invoice.id, { amountCents: 2_150 })
  await page.goto(url)
  await page.getByText('€ 100,00').first().waitFor()
  expect((await scanned())[7]).toBe('EUR100.00')
  await pay(world, invoice.id)
  await page.reload()
  await page.getByRole('heading', { name: 'Betaald' }).waitFor()
  await expect.poll(() => page.locator('svg.qr').count()).toBe(0)
})

test('on paper there is what is needed to pay, and no form', async () => {
  const other = world.teamleader.control.addInvoice({ total: 5_000 })
  await world.drain()
  const { id } = await invoiceOf(world, other.id)
  const link = await world.get<{ url: string }>(`/invoices/${id}/payment-link`)
  await page.goto(link.url)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('svg.qr').isVisible()).toBe(true)
  await expect.poll(() => page.locator('.question').isVisible()).toBe(false)
  await expect.poll(() => page.locator('.document').isVisible()).toBe(false)
})
