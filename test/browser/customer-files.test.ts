// Promise A12, A13: customers leave Teamleader in a file and come in elsewhere linked; a messy file is mended and undone
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/access/index.ts'
import { forAllCreditors, inTransaction } from '../../src/context.ts'
import { createProfile } from '../../src/profiles/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { openBrowser } from '../support/open-browser.ts'
import { expectAccessible } from '../support/open-signed-in.ts'
import { addTestCreditor } from '../support/test-context.ts'

const ann = { email: 'ann@example.com', password: 'a long enough password' }

let world: TestApp
let browser: Browser
let page: Page
let exported: { name: string; bytes: Buffer }
const problems: string[] = []

beforeAll(async () => {
  world = await createTestApp({ work: true, isFirstRun: true })
  const { control } = world.teamleader
  control.addCompany({ name: 'Bakkerij Peeters', invoicingEmails: ['boekhouding@peeters.example'] })
  control.addCompany({ name: '=Cmd & Zonen', email: null })
  for (let each = 0; each < 8; each++) control.addContact()
  await world.send('POST', '/api/v1/first-run', {
    ...ann,
    name: 'Ann Peeters',
    language: 'en',
    business: { name: 'Atelier Demeyer', iban: null, senderEmail: null },
  })
  browser = await openBrowser()
  page = await openPage(await openContext())
  await signIn(page)
  await connect(page)
})

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('all customers of Teamleader are exported where the account is, and found under Shared files', async () => {
  await page.goto(`${world.publicUrl}/settings/integrations`)
  await page.getByRole('button', { name: 'Export all CRM customers' }).click()
  await page.getByText('10 customers', { exact: true }).waitFor()
  await expectAccessible(page, 'export dialog')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByText('The file is ready.').waitFor()
  await page.getByRole('link', { name: 'To the shared files' }).click()
  const row = page.getByRole('row', { name: /teamleader-customers-.*\.csv/ })
  await row.getByText('Ann Peeters').waitFor()
  await expectAccessible(page, 'shared files')
  exported = await download(page, row.getByRole('link', { name: /^Download/ }))
  expect(exported.name).toMatch(/^teamleader-customers-\d{4}-\d\d-\d\d\.csv$/)
  // The list counts the download without a reload.
  await row.getByRole('cell', { name: '1', exact: true }).waitFor()
})

test('long work is found again afterwards', async () => {
  await page.goto(`${world.publicUrl}/runs`)
  await page.getByRole('row', { name: /Export of all Teamleader customers.*Finished/ }).waitFor()
  await expectAccessible(page, 'background work')
})

test('the same file comes into a second business unedited, and each row is linked', async () => {
  const { context, creditorId } = await openSecondBusiness()
  const other = await openPage(context)
  await connect(other)
  await upload(other, exported.name, exported.bytes)
  await other.getByText('26 of 26 columns are used.').waitFor()
  await expectAccessible(other, 'columns')
  await check(other)
  await other.getByText('The import adds 10 customers.').waitFor()
  await expectAccessible(other, 'check')
  await other.getByRole('button', { name: 'Import 10 rows' }).click()
  await other.getByRole('heading', { name: 'Added 10 customers.' }).waitFor()
  await expectAccessible(other, 'result')
  expect(await linkedCount(other, creditorId)).toBe(10)

  await upload(other, exported.name, exported.bytes)
  await check(other)
  await other.getByText('There is nothing to import: no row would change anything.').waitFor()
  await context.close()
})

const messy = [
  'Ref;Wie;Naam;Post;Waar;Opmerking',
  'K-1;Bakkerij Demeyer;;info@demeyer.example;Kerkstraat 1, 9000 Gent;betaalt traag',
  'K-2;;Renée Dewulf;renee@dewulf.example;Markt 5, 8000 Brugge;',
  'K-3;Foute Mail NV;;geen adres;Laan 4, 2000 Antwerpen;',
  'K-4;;;niemand@example.com;;',
]

test('a messy file: its columns are chosen by hand, and what stays out is said before anything changes', async () => {
  await upload(page, 'oude klanten.csv', Buffer.from(messy.join('\r\n'), 'latin1'))
  await page.getByText('What the columns are').waitFor()
  await expect.poll(() => page.getByLabel('Between the columns').inputValue()).toBe(';')
  await expect.poll(() => page.getByLabel('Characters').inputValue()).toBe('windows-1252')
  await page.getByText('Renée Dewulf').waitFor()
  await choose('Ref', 'number')
  await choose('Wie', 'companyName')
  await choose('Naam', 'lastName')
  await choose('Post', 'email')
  await choose('Waar', 'addressLine')
  await check(page)
  await page.getByText('The import adds 2 customers.').waitFor()
  await page.getByRole('button', { name: /^Refused/ }).click()
  await page.getByRole('row', { name: /4 Foute Mail NV.*in column “Post”/ }).waitFor()
  await page.getByRole('row', { name: /5 .*No name/ }).waitFor()
  await expectAccessible(page, 'refused rows')
})

test('the page can be left and come back to; the import goes on from there', async () => {
  await page.goto(`${world.publicUrl}/customers/import`)
  await page.getByRole('row', { name: /oude klanten\.csv.*Ready to import/ }).waitFor()
  await expectAccessible(page, 'imports')
  await page.getByRole('link', { name: 'oude klanten.csv' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByRole('heading', { name: 'Added 2 customers.' }).waitFor()
})

test('the refused rows are a file to mend', async () => {
  const refused = await download(page, page.getByRole('link', { name: 'Download the refused rows' }))
  const text = refused.bytes.toString('utf8')
  expect(text).toContain('geen adres')
  expect(text).toContain('“geen adres” is not an e-mail address.')
  expect(text).not.toContain('Demeyer')
})

test('the whole import is undone, after one question', async () => {
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expectAccessible(page, 'question')
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click()
  await page.getByRole('heading', { name: 'The import is undone' }).waitFor()
  const { items } = await world.get<{ items: unknown[] }>('/customers?q=Demeyer')
  expect(items).toEqual([])
})

test('nothing failed in the browser on the way', () => {
  expect(problems).toEqual([])
})

function openContext(headers: Record<string, string> = {}): Promise<BrowserContext> {
  return browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    locale: 'nl-BE',
    extraHTTPHeaders: headers,
  })
}

async function openPage(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage()
  opened.setDefaultTimeout(20_000)
  opened.on('pageerror', (error) => problems.push(error.message))
  return opened
}

/** The pages are in the language of the account, whatever the browser prefers. */
async function signIn(on: Page): Promise<void> {
  const answer = await on.request.post(`${world.publicUrl}/api/v1/sign-in`, { data: ann })
  expect(answer.ok()).toBe(true)
}

/** A business of the same person; the header says that her browser works for it. */
async function openSecondBusiness() {
  const everywhere = forAllCreditors(world.app.ctx)
  const ctx = await addTestCreditor(everywhere, 'Tweede Zaak')
  const creditorId = ctx.scope.kind === 'creditor' ? ctx.scope.creditorId : ''
  const session = await world.get<{ user: { id: string } }>('/session')
  await inTransaction(ctx, async (tx) => {
    await addMembership(tx, { creditorId, userId: session.user.id, role: 'administrator' })
    await createProfile(tx, { name: 'Standard' })
  })
  const context = await openContext({ 'x-vorder-creditor': creditorId })
  await context.addCookies(await page.context().cookies())
  return { context, creditorId }
}

async function connect(on: Page): Promise<void> {
  await on.goto(`${world.publicUrl}/settings/integrations`)
  await on.getByRole('button', { name: 'Connect Teamleader' }).click()
  await on.getByRole('button', { name: 'Allow' }).click()
  await on.getByRole('switch', { name: 'Import invoices automatically' }).waitFor()
}

async function upload(on: Page, name: string, bytes: Buffer): Promise<void> {
  await on.goto(`${world.publicUrl}/customers/import`)
  await on.getByText('Drop a file here').waitFor()
  await on.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes })
  await on.waitForURL(/\/customers\/import\/cim_/)
}

async function check(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Check the file' }).click()
}

async function choose(column: string, target: string): Promise<void> {
  const select = page.getByLabel(`What the column ${column} becomes`)
  if ((await select.inputValue()) === target) return
  const changed = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await select.selectOption(target)
  await changed
}

async function linkedCount(on: Page, creditorId: string): Promise<number> {
  const response = await on.request.get(`${world.publicUrl}/api/v1/customers/summary?linked=true`, {
    headers: { 'x-vorder-creditor': creditorId },
  })
  const { counts } = (await response.json()) as { counts: { all: number } }
  return counts.all
}

async function download(on: Page, link: ReturnType<Page['getByRole']>) {
  const [file] = await Promise.all([on.waitForEvent('download'), link.first().click()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}
