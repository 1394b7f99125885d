// Promise B6, N1: from the first run to a booked invoice that appears on the open page by itself
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { openBrowser } from '../support/open-browser.ts'
import { expectAccessible } from '../support/open-signed-in.ts'

let world: TestApp
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  world = await createTestApp({ isFirstRun: true, work: true, sandbox: { seed: 1 } })
  browser = await openBrowser()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => problems.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('the first run makes the administrator and the business, then leads to Teamleader', async () => {
  await page.goto(world.publicUrl)
  await page.getByLabel('Your name').fill('Ann Peeters')
  await page.getByLabel('Your e-mail').fill('ann@example.com')
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByLabel('Business name').fill('Atelier Demeyer')
  await expectAccessible(page, 'first run')
  await page.getByRole('button', { name: 'Create and go on' }).click()
  await page.getByRole('button', { name: 'Connect Teamleader' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByRole('switch', { name: 'Import invoices automatically' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings/integrations')
})

test('with the switch on, what Teamleader has of the last weeks comes in', async () => {
  // It is on once the server says so, a moment after the press.
  await page.getByRole('switch', { name: 'Import invoices automatically' }).click({ force: true })
  await page.getByRole('switch', { name: 'Import invoices automatically', checked: true }).waitFor()
  await expectAccessible(page, 'integrations')
  await page.goto(`${world.publicUrl}/invoices`)
  await page
    .getByRole('link', { name: /^2026|^20\d\d \// })
    .first()
    .waitFor()
  await expectAccessible(page, 'invoices')
})

test('an invoice that is booked in Teamleader appears on the open page without a reload', async () => {
  await page.evaluate('globalThis.isSamePage = true')
  const teamleader = await page.context().newPage()
  await teamleader.goto(world.teamleader.url)
  const form = teamleader.getByRole('form', { name: 'New invoice' })
  await form.getByLabel('Amount incl. VAT').fill('4321.09')
  await form.getByRole('button', { name: 'Add invoice' }).click()
  const row = page.getByRole('row', { name: /4,321\.09/ })
  await row.waitFor()
  expect(await page.evaluate('globalThis.isSamePage')).toBe(true)
  await expect.poll(() => row.count()).toBe(1)
  await teamleader.close()
})

test('its page tells what happened and why it has its profile', async () => {
  await page
    .getByRole('row', { name: /4,321\.09/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByText('Imported from Teamleader: €4,321.09').waitFor()
  await page.getByText('Profile Standard chosen').waitFor()
  await page.getByText('Default profile', { exact: true }).waitFor()
  await expectAccessible(page, 'invoice')
})

test('the ledger says why others stayed out, and every page is free of what axe finds', async () => {
  await page.goto(`${world.publicUrl}/import?outcome=skipped`)
  await page
    .getByRole('row', { name: /Already paid/ })
    .first()
    .waitFor()
  await expectAccessible(page, 'import')
  await page.goto(`${world.publicUrl}/activity`)
  await page.getByText('stays out').first().waitFor()
  await expectAccessible(page, 'activity')
})

test('New, the search and the palette work by keyboard', async () => {
  await page.goto(`${world.publicUrl}/invoices`)
  await page
    .getByRole('link', { name: /^20\d\d \// })
    .first()
    .waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('4321')
  await page.keyboard.press('Escape')
  await page.locator('body').click({ position: { x: 700, y: 5 } })
  await page.keyboard.press('n')
  await page.getByRole('menuitem', { name: 'Invoice import' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A page, an action, an invoice number or a customer…').waitFor()
  await page.keyboard.press('Escape')
})

test('nothing failed in the browser on the way', () => {
  expect(problems).toEqual([])
})
