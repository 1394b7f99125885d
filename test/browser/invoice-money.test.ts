// Promise B14, B17, C10: on the page of an invoice: what goes out next, mark as paid in full or in part, take back; the switches of both
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceOf } from '../support/read-ledger.ts'

let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']
let address: string

beforeAll(async () => {
  world = await createTestApp()
  const { id } = world.teamleader.control.addInvoice({ total: 123_450 })
  await world.drain()
  address = `${world.publicUrl}/invoices/${(await invoiceOf(world, id)).id}`
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

test('a part is marked as paid: the amount due goes down at once, and the press is undone from its own notice', async () => {
  await page.goto(address)
  const card = page.getByRole('region', { name: 'Payments' })
  await card.getByText('Nothing was paid yet.').waitFor()
  await card.getByRole('button', { name: 'Mark as paid' }).click()
  const dialog = page.getByRole('dialog', { name: /^Mark invoice/ })
  await dialog.getByRole('textbox', { name: /^Amount/ }).fill('no idea')
  await dialog.getByText('Give an amount, such as 12.50').waitFor()
  await dialog.getByRole('textbox', { name: /^Amount/ }).fill('234,50')
  await dialog.getByText('€1,000.00 is left to be paid then').waitFor()
  await dialog.getByText('Teamleader is not told').waitFor()
  await expectAccessible(page, 'the question how much')
  await dialog.getByRole('button', { name: 'Mark €234.50 as paid' }).dblclick()
  await due('€1,000.00')
  await expect.poll(() => card.getByRole('listitem').count()).toBe(1)
  await expectAccessible(page, 'a part paid invoice')
  await page.getByRole('button', { name: 'Undo' }).click()
  await due('€1,234.50')
  await card.getByText('Taken back by Ann Peeters').waitFor()
})

test('all that is open is offered; afterwards the payment is taken back on its line', async () => {
  const card = page.getByRole('region', { name: 'Payments' })
  await card.getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByRole('button', { name: 'Mark €1,234.50 as paid' }).click()
  await due('€0.00')
  await page.getByText('Paid, as told here').waitFor()
  await card.getByRole('button', { name: 'Take back' }).click()
  await due('€1,234.50')
})

test('what goes to the customer next, or that nothing does; and what it would say', async () => {
  const card = page.getByRole('region', { name: 'Messages' })
  await card.getByRole('button', { name: 'Preview' }).click()
  const dialog = page.getByRole('dialog', { name: 'As it would be sent now' })
  await dialog.getByText('Subject').waitFor()
  await dialog.getByRole('button', { name: 'As plain text' }).click()
  await expectAccessible(page, 'the preview of a message')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('the invitation is looked at and sent to somebody else, for this one message; nothing in its frame can act', async () => {
  const card = page.getByRole('region', { name: 'Messages' })
  const [profile] = (await world.get('/profiles')).items
  const sending = { sendOnBooking: false, waitForDocument: false }
  await world.send('PATCH', `/api/v1/profiles/${String(profile?.id)}`, sending)
  await page.reload()
  await card.getByRole('button', { name: 'Send the invitation now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send the invitation' })
  const frame = dialog.locator('iframe')
  expect(await frame.getAttribute('sandbox')).toBe('')
  expect(await frame.getAttribute('srcdoc')).toContain('1.234,50')
  // No script runs in the frame, not even axe: it looks at all the rest.
  await dialog.getByRole('button', { name: 'As plain text' }).click()
  await expectAccessible(page, 'an invitation to send')
  await dialog.locator('pre', { hasText: '1.234,50' }).waitFor()
  await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('elsewhere@example.com')
  await dialog.getByRole('textbox', { name: 'Copy to' }).fill('not an address')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByText('This is no e-mail address').waitFor()
  await dialog.getByRole('textbox', { name: 'Copy to' }).fill('one@example.com, two@example.com')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Planned. It leaves after one more look at Teamleader.').waitFor()
  const id = address.split('/').at(-1)
  const { items } = await world.get<{ items: { state: string }[] }>(`/invoices/${id}/messages`)
  expect(items).toHaveLength(1)
  const preview = await world.get<{ recipients: unknown }>(`/invoices/${id}/invitation/preview`)
  expect(preview.recipients).toEqual({
    to: 'elsewhere@example.com',
    cc: ['one@example.com', 'two@example.com'],
  })
})

test('the profile says when it sends; the connection whether it sends at all and what Teamleader is told', async () => {
  await page.goto(`${world.publicUrl}/settings/profiles`)
  await page
    .getByRole('link', { name: /^Settings of/ })
    .first()
    .click()
  const wait = page.getByRole('switch', { name: 'Wait for the PDF' })
  const before = await wait.isChecked()
  await wait.click()
  await expect.poll(() => wait.isChecked()).toBe(!before)
  await expectAccessible(page, 'the switches of a profile')
  await page.goto(`${world.publicUrl}/settings/integrations`)
  await page.getByRole('switch', { name: 'Register payments in Teamleader' }).click()
  await page.getByRole('switch', { name: 'Register payments in Teamleader', checked: true }).waitFor()
  await page.getByRole('button', { name: 'Go live' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Go live/ })
    .last()
    .click()
  await page.getByRole('button', { name: 'Stop sending' }).waitFor()
  await expectAccessible(page, 'the switches of a connection')
  await page.goto(address)
  await page.getByRole('button', { name: 'Mark as paid' }).click()
  await page.getByRole('button', { name: 'Mark €1,234.50 as paid' }).click()
  await due('€0.00')
  await world.drain()
  const payments = page.getByRole('region', { name: 'Payments' })
  await payments.locator('.write-back .mark-good').waitFor()
  // Two that were taken back above, and this one: that Teamleader has it too makes no second line of the same money.
  await expect.poll(() => payments.getByRole('listitem').count()).toBe(3)
})

test('a text is written, seen before it is used, refused with the name of what is wrong, kept, and given up again', async () => {
  await page.goto(`${world.publicUrl}/settings/profiles`)
  await page
    .getByRole('button', { name: /^Texts of/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /^Texts of/ })
  await dialog.getByLabel('Message').selectOption('Reminder 2')
  await dialog.getByRole('button', { name: 'English' }).click()
  await dialog.getByLabel('Subject').fill('Invoice {nummer}')
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Dear {customer},')
  await dialog.getByText(/\{nummer\} is no placeholder/).waitFor()
  await dialog.getByLabel('Subject').fill('Still open: {number}')
  await dialog.getByRole('button', { name: 'Amount due' }).click()
  await dialog.getByRole('button', { name: 'As plain text' }).click()
  await dialog.locator('pre', { hasText: /^Dear (?!\{)/ }).waitFor()
  await expectAccessible(page, 'the texts of a profile')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('button', { name: /^English own/ }).waitFor()
  const [kept] = (await world.get<{ items: { reminders: { texts: object }[] }[] }>('/profiles')).items
  expect(kept?.reminders[1]?.texts).toEqual({
    en: { subject: 'Still open: {number}', body: 'Dear {customer},{amount}' },
  })
  await dialog.getByRole('button', { name: 'Use Vorder’s own text' }).click()
  await dialog.getByText('Empty: the text that comes with Vorder').waitFor()
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})

async function due(amount: string): Promise<void> {
  await page.locator('.big-amount', { hasText: amount }).waitFor()
}
