// Promise B4, B12: filters in the address, saved views, columns, sums, work on a selection and on all that a filter shows
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'

const day = '2026-03-10'

let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']

beforeAll(async () => {
  world = await createTestApp()
  const { control } = world.teamleader
  const [profile] = (await world.get('/profiles')).items
  const sending = { sendOnBooking: true, waitForDocument: false }
  await world.send('PATCH', `/api/v1/profiles/${String(profile?.id)}`, sending)
  const [first, second] = control.departments()
  const bakery = control.addCompany({ name: 'Bakkerij Peeters BV' })
  const garage = control.addCompany({ name: 'Garage Moens' })
  const ofBakery = { type: 'company' as const, id: bakery.id }
  control.addInvoice({ total: 12_100, customer: ofBakery, invoiceDate: day, departmentId: first?.id })
  control.addInvoice({ total: 7_900, customer: ofBakery, invoiceDate: '2026-04-01', departmentId: first?.id })
  control.addInvoice({
    total: 5_000,
    customer: { type: 'company', id: garage.id },
    invoiceDate: day,
    departmentId: second?.id,
  })
  await world.drain()
  signedIn = await openSignedIn(world)
  page = signedIn.page
  // Without fading: halfway through it the words are too pale for axe.
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

test('each filter stands in the address and as a chip; the sums follow; a chip takes it away, Clear all takes all', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all`)
  await sums('€250.00').waitFor()
  await page.getByRole('button', { name: /^Filters/ }).click()
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByLabel('From').fill(day)
  await panel.getByLabel('Up to and including').fill(day)
  await panel.getByLabel('PDF').selectOption('PDF not here yet')
  await panel.getByRole('button', { name: 'Show 2 invoices' }).waitFor()
  await expectAccessible(page, 'the filters')
  await panel.getByRole('button', { name: 'Show 2 invoices' }).click()
  await sums('€171.00').waitFor()
  await expect.poll(() => rows().count()).toBe(2)
  expect(new URL(page.url()).searchParams.get('dateFrom')).toBe(day)
  await page.reload()
  await page.getByRole('button', { name: 'PDF not here yet: take this filter away' }).click()
  await page.getByRole('button', { name: /^Invoice date: 10 Mar/ }).waitFor()
  await settled().waitFor()
  await expectAccessible(page, 'a filtered list')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await sums('€250.00').waitFor()
  expect(new URL(page.url()).searchParams.toString()).toBe('state=all')
})

test('a period moves with the calendar of the business: it stands in the address by its name', async () => {
  await page.getByRole('button', { name: /^Filters/ }).click()
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByLabel('Day that counts').selectOption('Due date')
  await panel.getByRole('button', { name: 'This quarter' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Due date: This quarter/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('period')).toBe('thisQuarter')
  expect(new URL(page.url()).searchParams.get('dateOf')).toBe('dueDate')
})

test('nothing for this filter says so and leads back; what is odd in an address is ignored', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=paid&currency=CHF&chosenBy=nobody`)
  await page.getByRole('heading', { name: 'No invoice matches' }).waitFor()
  await expectAccessible(page, 'no match')
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  await rows().first().waitFor()
  await expect.poll(() => rows().count()).toBe(3)
})

test('the invitation is a filter, a chip and a column; an odd value in an address of any list is no question', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all&invitation=held`)
  await page.getByRole('button', { name: 'Invitation: Held back: take this filter away' }).waitFor()
  await rows().first().getByText('Held back').waitFor()
  await expect.poll(() => rows().count()).toBe(3)
  await page.getByRole('button', { name: /^Filters/ }).click()
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByLabel('Invitation').selectOption('Sent')
  await page.getByRole('heading', { name: 'No invoice matches' }).waitFor()
  const refused: string[] = []
  const note = (answer: { status(): number; url(): string }) => {
    if (answer.status() >= 400) refused.push(answer.url())
  }
  page.on('response', note)
  const odd = ['customers?kind=robot&sort=shoe', 'import?outcome=eaten&cause=odd', 'activity?about=weather']
  for (const address of odd) {
    await page.goto(`${world.publicUrl}/${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.locator('.rows tbody tr, .timeline li').first().waitFor()
  }
  page.off('response', note)
  expect(refused).toEqual([])
  await page.goto(`${world.publicUrl}/invoices?state=all`)
})

test('columns are chosen and moved, and stay so', async () => {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Department' }).check()
  await page.getByRole('checkbox', { name: 'Profile' }).uncheck()
  await page.getByRole('button', { name: 'Amount due: one place earlier' }).click()
  await expectAccessible(page, 'the columns')
  await page.keyboard.press('Escape')
  await page.reload()
  await rows().first().waitFor()
  expect(await heads()).toEqual([
    'Invoice',
    'PDF',
    'Customer',
    'State',
    'Invitation',
    'Due date',
    'Invoice date',
    'Department',
    'Amount due',
    'Total',
  ])
})

test('a view is saved with filters, order and columns; a change shows, is saved or undone; a deleted one comes back', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all&q=peeters&sort=number&order=asc`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('De bakker')
  await page.getByLabel('Share with everyone of the business').check()
  await expectAccessible(page, 'a new view')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'De bakker' }).waitFor()
  await page.goto(`${world.publicUrl}/invoices`)
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: /^De bakker/ }).click()
  await page.getByRole('button', { name: 'De bakker', exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('peeters')
  expect(await heads()).toContain('Department')
  await page.getByRole('button', { name: /^Paid/ }).click()
  await page.getByRole('button', { name: /De bakker.*changed/ }).click()
  await page.getByRole('menuitem', { name: 'Save the changes to “De bakker”' }).click()
  await page.getByText('“De bakker” is saved').waitFor()
  await page.getByRole('button', { name: 'De bakker', exact: true }).click()
  await expectAccessible(page, 'the views')
  await page.getByRole('menuitem', { name: 'Delete “De bakker”' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'De bakker', exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('state')).toBe('paid')
})

test('by keyboard: j, x and Enter; the bar says what the chosen ones come to', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all&sort=customer&order=asc`)
  await rows().first().getByRole('link').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Chosen invoices' }).or(page.getByLabel('Chosen invoices'))
  await bar.first().getByText('2 invoices chosen').waitFor()
  await page.getByText('€200.00 to be paid').waitFor()
  await expectAccessible(page, 'a choice')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Invoice / }).waitFor()
})

test('chosen invoices are looked at again in Teamleader', async () => {
  const [invoice] = world.teamleader.control.invoices()
  await page.goto(`${world.publicUrl}/invoices?state=all`)
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await page.getByText('3 invoices chosen').waitFor()
  world.teamleader.control.webhooks.next({ lose: 3 })
  world.teamleader.control.partPay(invoice?.id ?? '', 2_100)
  await page.getByRole('button', { name: 'Look again in Teamleader' }).click()
  await page.getByRole('dialog').getByText('Starts in a moment').waitFor()
  await world.drain()
  await page.getByText('Finished', { exact: true }).waitFor()
  await expectAccessible(page, 'the work')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('€229.00 of €250.00 to be paid').waitFor()
})

test('what the filter shows is exported to a file that holds it and nothing else', async () => {
  await page.goto(`${world.publicUrl}/invoices?state=all&q=peeters`)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV with semicolons' }).click()
  await page.getByRole('dialog').getByText('Starts in a moment').waitFor()
  await world.drain()
  const link = page.getByRole('dialog').getByRole('link', { name: 'Download the file' })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.match(/Bakkerij Peeters/g)).toHaveLength(2)
  expect(text).not.toContain('Garage Moens')
})

test('on a phone the filters are a drawer and the rows are cards', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${world.publicUrl}/invoices?state=all&q=peeters&period=thisYear`)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await page.getByRole('dialog', { name: 'Filters' }).getByRole('button', { name: /^Show/ }).waitFor()
  await expectAccessible(page, 'the filters on a phone')
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'the list on a phone')
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBe(390)
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})

/** What all that is shown comes to. */
function sums(amount: string) {
  return page.locator('.open-totals', { hasText: amount })
}

/** The list as it was asked for, not the one before. */
function settled() {
  return page.locator('.records[aria-busy="false"]')
}

function rows() {
  return page.getByRole('table', { name: 'Invoices that match the filters' }).locator('tbody tr')
}

async function heads(): Promise<string[]> {
  const found = await page.getByRole('columnheader').allTextContents()
  return found.filter((text) => text !== '')
}
