// Promise A7, A8, A9, A14, A16: New > Customer > Find in CRM > edit > Add; an edit in Teamleader shows by itself; a pin survives it
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn } from '../support/open-signed-in.ts'

let world: TestApp
let browser: Browser
let page: Page
let problems: string[]
let companyId = ''
let connectionId = ''

beforeAll(async () => {
  world = await createTestApp({ work: true, switches: false })
  connectionId = await connect()
  const { control } = world.teamleader
  companyId = control.addCompany({
    name: 'Bakkerij Peeters BV',
    email: 'info@peeters.example',
    invoicingEmails: ['facturen@peeters.example'],
    addresses: [
      {
        type: 'invoicing',
        address: { line1: 'Postbus 4', postalCode: '1000', city: 'Brussel', country: 'BE', addressee: null },
      },
    ],
  }).id
  control.addContact({ firstName: 'Bakim', lastName: 'Zoute', email: 'bakim@mail.example' })
  control.addCompany({ name: 'Bakkerij De Korst' })
  ;({ browser, page, problems } = await openSignedIn(world))
})

afterEach(() => world.teamleader.control.clearFaults())

afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

test('New > Customer > Find in CRM, by keyboard alone: a pick fills the form and stores nothing', async () => {
  await page.keyboard.press('n')
  await page.getByRole('menuitem', { name: 'Customer', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Find in CRM' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('combobox').fill('bak')
  await page.keyboard.press('Escape')
  await page.locator('button:focus', { hasText: 'Find in CRM' }).waitFor()
  await page.keyboard.press('Enter')
  await expectFound('bak', ['Bakim Zoute', 'Bakkerij De Korst', 'Bakkerij Peeters BV'])
  await expectAccessible(page, 'Find in CRM')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Filled from Teamleader: Bakkerij Peeters BV').waitFor()
  await page.locator('input:focus[data-path="companyName"]').waitFor()
  await expect.poll(() => page.getByLabel('Company name').inputValue()).toBe('Bakkerij Peeters BV')
  await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('info@peeters.example')
  await page.getByText('facturen@peeters.example').waitFor()
  const invoicing = page.getByRole('region', { name: 'Invoicing address' })
  await expect.poll(() => invoicing.getByLabel('Street and number').inputValue()).toBe('Postbus 4')
  expect(await customerCount()).toBe(0)
})

test('what is changed after the pick is marked, and asked for before it is lost', async () => {
  await page.getByLabel('Mobile').fill('+32 470 12 34 56')
  await page.getByText('Teamleader has nothing here').waitFor()
  await expect.poll(() => page.getByLabel('Keep mine when Teamleader changes (pin)').isChecked()).toBe(true)
  await page.getByRole('link', { name: 'Activity' }).first().click()
  await page.getByRole('dialog', { name: 'Leave without adding?' }).waitFor()
  await page.getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Find in CRM' }).click()
  await expectFound('korst', ['Bakkerij De Korst'])
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Replace what you typed?' })
  await question.getByRole('row', { name: /Mobile/ }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByLabel('Company name').inputValue()).toBe('Bakkerij Peeters BV')
  await expectAccessible(page, 'new customer')
})

test('pressed twice it is added once, and its page opens', async () => {
  await page.getByRole('button', { name: 'Add customer' }).dblclick()
  await page.getByRole('heading', { level: 1, name: 'Bakkerij Peeters BV' }).waitFor()
  expect(await customerCount()).toBe(1)
  await page.getByText('Teamleader has nothing here').waitFor()
  await page.getByRole('button', { name: 'Unpin Mobile' }).waitFor()
  await expectAccessible(page, 'customer')
})

test('an edit in Teamleader changes the open page by itself; a pinned field stays and shows it beside', async () => {
  await page.evaluate('globalThis.isSamePage = true')
  await page.getByRole('button', { name: 'Edit: How to reach them' }).click()
  await page.getByLabel('E-mail').fill('boekhouding@peeters.example')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Keep this when Teamleader changes?').waitFor()
  await page.getByRole('button', { name: 'Pin', exact: true }).click()
  await page.getByText('Teamleader says: info@peeters.example').waitFor()
  world.teamleader.control.editCompany(companyId, {
    name: 'Bakkerij Peeters & Zonen',
    emails: [{ type: 'primary', email: 'nieuw@peeters.example' }],
  })
  await page.getByRole('heading', { level: 1, name: 'Bakkerij Peeters & Zonen' }).waitFor()
  await page.getByText('Teamleader says: nieuw@peeters.example').waitFor()
  await page.getByText('boekhouding@peeters.example', { exact: true }).first().waitFor()
  expect(await page.evaluate('globalThis.isSamePage')).toBe(true)
})

test('a field that is not pinned comes back with Refresh from Teamleader, before and after side by side', async () => {
  await page.getByRole('button', { name: 'Edit: Who' }).click()
  await page.getByLabel('Company name').fill('Bij de bakker')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Let it follow' }).click()
  await page.getByRole('button', { name: 'Refresh from Teamleader' }).click()
  const result = page.getByRole('dialog', { name: 'Refreshed from Teamleader' })
  await result.getByRole('row', { name: 'Company name Bij de bakker Bakkerij Peeters & Zonen' }).waitFor()
  await result
    .getByRole('row', { name: 'E-mail boekhouding@peeters.example nieuw@peeters.example' })
    .waitFor()
  await expectAccessible(page, 'refreshed')
  await page.keyboard.press('Escape')
})

test('who is a customer already is opened instead, and a number in use leads to its owner', async () => {
  await page.goto(`${world.publicUrl}/customers/new`)
  await page.getByRole('button', { name: 'Find in CRM' }).click()
  await expectFound('zonen', ['Bakkerij Peeters & Zonen'])
  await page.getByRole('option', { name: /Already a customer/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Bakkerij Peeters & Zonen' }).waitFor()
  const number = (await page.getByText(/^No\. /).textContent())?.replace('No. ', '') ?? ''
  await page.goto(`${world.publicUrl}/customers/new`)
  await page.getByLabel('Company name').fill('Een ander')
  await page.getByLabel('Customer number').fill(number)
  await page.keyboard.press('Control+Enter')
  await page.getByText('This number is in use.').first().waitFor()
  await expectAccessible(page, 'number in use')
  await page.getByRole('link', { name: 'Open the customer that has it' }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bakkerij Peeters & Zonen' }).waitFor()
  expect(await customerCount()).toBe(1)
})

test('Teamleader away: the search says so, and a customer is added by hand all the same', async () => {
  for (const list of ['companies.list', 'contacts.list'])
    world.teamleader.control.replyAlways(list, { kind: 'status', status: 503 })
  await page.goto(`${world.publicUrl}/customers/new`)
  await page.getByRole('button', { name: 'Find in CRM' }).click()
  await page.keyboard.type('niemand')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await page.getByRole('button', { name: 'Fill in by hand' }).click()
  await page.getByLabel('First name').fill('Noor')
  await page.getByLabel('Last name').fill('De Smet')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Noor De Smet' }).waitFor()
  await page.getByText('Not linked to Teamleader').waitFor()
})

test('the list searches, and changes many at once', async () => {
  await page.goto(`${world.publicUrl}/customers?q=noor`)
  await page.getByRole('link', { name: 'Noor De Smet' }).waitFor()
  await expect.poll(() => page.getByRole('link', { name: 'Bakkerij Peeters & Zonen' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await page.getByRole('link', { name: 'Bakkerij Peeters & Zonen' }).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByText('2 selected').waitFor()
  await expectAccessible(page, 'customers')
  await page.getByRole('button', { name: 'Language', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Language').selectOption('fr')
  await page.getByRole('button', { name: 'Change 2 customers' }).click()
  await page.getByText('2 customers changed').waitFor()
  const { items } = await world.get('/customers?language=fr')
  expect(items).toHaveLength(2)
})

test('two that are one are merged field by field, and are two again', async () => {
  await page.getByRole('link', { name: 'Noor De Smet' }).click()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Merge with another customer…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Find the other customer').fill('zonen')
  await dialog.getByRole('option', { name: /Bakkerij Peeters & Zonen/ }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('First name: Noor').check()
  await expectAccessible(page, 'merge')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Bakkerij Peeters & Zonen' }).waitFor()
  expect(await customerCount()).toBe(1)
  await page.getByRole('button', { name: 'Undo the merge' }).click()
  await page.getByText('Undone: Noor De Smet stands by itself again').waitFor()
  expect(await customerCount()).toBe(2)
})

test('without a connection there is no Find in CRM', async () => {
  await world.send('POST', `/api/v1/connections/${connectionId}/disconnect`)
  await page.goto(`${world.publicUrl}/customers/new`)
  await page.getByRole('button', { name: 'Add customer' }).waitFor()
  await page.getByText('Nothing is stored before').waitFor()
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.getByRole('button', { name: 'Find in CRM' }).count()).toBe(0)
})

test('nothing failed in the browser on the way', () => {
  expect(problems).toEqual([])
})

/** Connects with both switches on, and waits until Teamleader knows where to tell what changed. */
async function connect(): Promise<string> {
  const back = new URL(await world.visitor.connectTeamleader(), 'http://localhost')
  const id = back.searchParams.get('connected') ?? ''
  const on = { importInvoicesAutomatically: true, updateCustomersAutomatically: true }
  await world.send('PATCH', `/api/v1/connections/${id}`, on)
  const { webhooks } = world.teamleader.control
  const isHeard = () => webhooks.registered().some(({ types }) => types.includes('company.updated'))
  await vi.waitUntil(isHeard, { timeout: 15_000 })
  return id
}

/** Types into the open search; the results are those, in this order. */
async function expectFound(typed: string, names: string[]): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Search companies and persons in Teamleader').fill(typed)
  await dialog.getByText(`${names.length} found`).waitFor()
  const options = await dialog.getByRole('option').locator('.strong').allInnerTexts()
  expect(options).toEqual(names)
}

async function customerCount(): Promise<number> {
  const { counts } = await world.get<{ counts: { all: number } }>('/customers/summary')
  return counts.all
}
