// Promise B7, B11, B12, B15: import by hand after a preview, the PDF icon, retrieval by hand, why an invoice is not here
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceCount, invoiceOf } from '../support/read-ledger.ts'

let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']

beforeAll(async () => {
  world = await createTestApp({
    resting: [],
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
  })
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

test('a preview says what would come in and what stays out, and writes nothing', async () => {
  const { control } = world.teamleader
  control.addInvoice({ total: 12_100 })
  control.addInvoice({ total: 7_900 })
  control.addInvoice({ total: 0 })
  control.addInvoice({ status: 'draft', total: 700 })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import from Teamleader' }).click()
  await page.getByRole('button', { name: 'Last 30 days', pressed: true }).waitFor()
  await expectAccessible(page, 'the question')
  await pressAndWork('Preview')
  await page.getByRole('heading', { name: '2 invoices would come in' }).waitFor()
  await page.getByText('Together €200.00').first().waitFor()
  expect(page.url()).toMatch(/\/invoices\/import\?run=/)
  await expect.poll(() => rows().count()).toBe(2)
  await expectAccessible(page, 'the preview')
  await page.getByRole('button', { name: /^Stay out/ }).click()
  await page.getByRole('row', { name: /Amount is zero/ }).waitFor()
  await page.getByRole('row', { name: /Still a draft/ }).waitFor()
  expect(await invoiceCount(world)).toBe(0)
})

test('the preview is found again at its address; the import does what it said', async () => {
  await page.reload()
  const before = page.url()
  await page.getByRole('button', { name: 'Import 2 invoices' }).click()
  await page.waitForURL((url) => url.href !== before && url.search.includes('run='))
  // It can be left and come back to before it has begun.
  await page.getByText('Starts in a moment').waitFor()
  await page.goto(`${world.publicUrl}/invoices/import`)
  await page.getByText('An import is under way.').waitFor()
  await page.getByRole('link', { name: 'Show it' }).click()
  await page.getByRole('button', { name: /^Cancel/ }).waitFor()
  await world.drain()
  await page.getByRole('heading', { name: '2 invoices came in' }).waitFor()
  await page.getByText('A summary goes to ann@example.com.').waitFor()
  expect(await invoiceCount(world)).toBe(2)
  await page.getByRole('button', { name: /^Stayed out\s*2/ }).click()
  await page.getByRole('row', { name: /Amount is zero/ }).waitFor()
  await expectAccessible(page, 'the result')
})

test('a number that Teamleader does not show is said, and nothing is offered for import', async () => {
  await page.goto(`${world.publicUrl}/invoices/import?numbers=1999/77`)
  await pressAndWork('Preview')
  await page.getByText('Teamleader does not show this one to the connected user: 1999/77').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0)
})

test('the PDF icon appears on the open page by itself, and shows the document', async () => {
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    importInvoicesAutomatically: true,
  })
  world.teamleader.control.breakPdfs({ kind: 'missing' })
  const { id } = world.teamleader.control.addInvoice({ total: 123_456 })
  // The Chromium of the tests has no PDF viewer; the page shall behave as in one that has.
  await page.addInitScript(
    'Object.defineProperty(Navigator.prototype, "pdfViewerEnabled", { get: () => true })',
  )
  await page.goto(`${world.publicUrl}/invoices`)
  await page.evaluate('globalThis.isSamePage = true')
  const row = page.getByRole('row', { name: /1,234\.56/ })
  await world.drain()
  await row.getByRole('img', { name: 'The PDF is not here yet' }).waitFor()
  world.teamleader.control.breakPdfs(null)
  const { id: invoiceId } = await invoiceOf(world, id)
  await world.send('POST', `/api/v1/invoices/${invoiceId}/documents/pdf/retrieve`)
  await row.getByRole('button', { name: 'PDF: show it' }).click()
  const dialog = page.getByRole('dialog', { name: /^PDF of invoice/ })
  await dialog.waitFor()
  const address = await dialog.getByRole('link', { name: 'Open in a new tab' }).getAttribute('href')
  const shown = await page.request.get(`${world.publicUrl}${address}`)
  expect(shown.headers()['content-type']).toBe('application/pdf')
  expect((await shown.body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await dialog.locator('iframe').getAttribute('src')).toBe(address)
  expect(await page.evaluate('globalThis.isSamePage')).toBe(true)
  await expectAccessible(page, 'the document')
})

test('on its page a document that waits says why and when it is tried again; a person retrieves it at once', async () => {
  world.teamleader.control.breakPdfs({ kind: 'missing' })
  const { id } = world.teamleader.control.addInvoice({ total: 5_500 })
  await world.drain()
  const { id: invoiceId } = await invoiceOf(world, id)
  await page.goto(`${world.publicUrl}/invoices/${invoiceId}`)
  const pdf = page.getByRole('region', { name: 'PDF', exact: true })
  await pdf.getByText('Teamleader has no document yet').waitFor()
  await pdf.getByText(/^Next try/).waitFor()
  await expectAccessible(page, 'an invoice whose document waits')
  world.teamleader.control.breakPdfs(null)
  await pdf.getByRole('button', { name: 'Retrieve now: PDF' }).click()
  await pdf.getByText(/^Retrieved/).waitFor()
  await pdf.getByRole('link', { name: 'Download the PDF' }).waitFor()
  await expectAccessible(page, 'an invoice with its document')
})

test('the electronic invoice is fetched when a person asks for it', async () => {
  const ubl = page.getByRole('region', { name: 'Electronic invoice (UBL)' })
  await ubl.getByText('Not asked for.').waitFor()
  await ubl.getByRole('button', { name: /^Retrieve/ }).click()
  const address = await ubl.getByRole('link', { name: /^Download/ }).getAttribute('href')
  const saved = await page.request.get(`${world.publicUrl}${address}`)
  expect(await saved.text()).toContain('urn:oasis:names:specification:ubl:schema:xsd:Invoice-2')
})

test('the documents of a selection are retrieved, and packed into one file', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByRole('button', { name: 'Retrieve documents' }).click()
  await page.getByRole('dialog').getByText('Starts in a moment').waitFor()
  await world.drain()
  await page.getByText(/were here already/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Download as ZIP' }).click()
  await page.getByRole('dialog').getByText('Starts in a moment').waitFor()
  await world.drain()
  await page.getByText('4 documents are in the file').waitFor()
  await expectAccessible(page, 'the work on a selection')
  const link = page.getByRole('dialog').getByRole('link', { name: 'Download the file' })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(/^invoices-.*\.zip$/)
})

test('why an invoice is not here: in words, with what is so, what happened, and the one thing that helps', async () => {
  const zero = world.teamleader.control.invoices().find(({ totalCents }) => totalCents === 0)
  await page.goto(`${world.publicUrl}/import`)
  await page.getByText('Why not here?').click()
  await page.getByLabel('Number, link or id').fill(zero?.number ?? '')
  await page.getByRole('button', { name: 'Find out' }).click()
  await page.getByText('Amount is zero', { exact: true }).waitFor()
  await page.getByText(/^In Teamleader now:/).waitFor()
  await page.getByRole('link', { name: /Open in Teamleader/ }).waitFor()
  await expectAccessible(page, 'the diagnosis')
})

test('one that was never announced is imported by the button of its diagnosis', async () => {
  const { control } = world.teamleader
  control.webhooks.next({ lose: 3 })
  const lost = control.addInvoice({ total: 4_400 })
  await page.goto(`${world.publicUrl}/import?view=why&q=${lost.id}`)
  await page.getByText('Teamleader never announced it').waitFor()
  await pressAndWork('Import this invoice')
  await page.getByRole('heading', { name: '1 invoice came in' }).waitFor()
  await page.goto(`${world.publicUrl}/import?view=why&q=${lost.id}`)
  await page.getByText('It is here', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Open the invoice' }).click()
  await page.getByText('Imported from Teamleader: €44.00').waitFor()
})

test('nobody knows a number that does not exist; the palette asks it too', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Open the command palette' }).fill('2031/999')
  await page.getByText('Why is “2031/999” not here?').click()
  await page.getByText('Nobody knows this number').waitFor()
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})

function rows() {
  return page.locator('tbody tr')
}

/** Presses the button that starts long work, and does that work once its address stands. */
test('what an import sends is chosen before it: the preview counts the mails, and without them nobody is asked', async () => {
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, {
    importInvoicesAutomatically: false,
  })
  await world.send('PATCH', '/api/v1/creditor', { iban: 'BE71096123456769' })
  const [profile] = (await world.get('/profiles')).items
  await world.send('PATCH', `/api/v1/profiles/${profile?.id}`, {
    sendOnBooking: true,
    waitForDocument: false,
  })
  await world.send('POST', `/api/v1/connections/${world.connectionId}/go-live`, { held: 'drop' })
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Garage Maes', email: 'info@maes.example' })
  const { id } = control.addInvoice({ total: 9_900, customer: { type: 'company', id: company.id } })
  await page.goto(`${world.publicUrl}/invoices/import?from=2020-01-01`)
  await page.getByRole('radio', { name: 'No mail', checked: true }).waitFor()
  await pressAndWork('Preview')
  await page.getByText('1 mail leaves at once. Customers who get one: 1.').waitFor()
  await expectAccessible(page, 'the choice of mails')
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await page.getByText('Starts in a moment').waitFor()
  await world.drain()
  await page.getByText(/^Nobody was asked to pay/).waitFor()
  const { id: invoiceId } = await invoiceOf(world, id)
  await page.goto(`${world.publicUrl}/invoices/${invoiceId}`)
  await page.getByText('Came in by hand, without an invitation').first().waitFor()
})

async function pressAndWork(name: string) {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(/\/invoices\/import\?run=/)
  await world.drain()
}
