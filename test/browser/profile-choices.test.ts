// Promise B10: custom fields are made and chosen in the settings; a page tells which invoice chose which profile and why
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'

let world: TestApp
let signedIn: SignedIn
let page: SignedIn['page']

beforeAll(async () => {
  world = await createTestApp()
  for (const name of ['Gold', 'Silver']) await world.send('POST', '/api/v1/profiles', { name })
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

test('a right that is missing leads to the steps by hand, with the choices to copy', async () => {
  world.teamleader.control.replyAlways('customFieldDefinitions.create', { kind: 'status', status: 403 })
  await page.goto(`${world.publicUrl}/settings/integrations`)
  await page.getByRole('button', { name: 'Create the two fields in Teamleader' }).click()
  const dialog = page.getByRole('dialog', { name: 'Custom fields for the profile' })
  await dialog.getByText('Teamleader does not let us make the fields').waitFor()
  expect(await dialog.getByRole('button', { name: /^Copy / }).allTextContents()).toHaveLength(4)
  await expectAccessible(page, 'the steps by hand')
  await page.keyboard.press('Escape')
  world.teamleader.control.clearFaults()
})

test('one press makes both fields and chooses them', async () => {
  await page.getByRole('button', { name: 'Create the two fields in Teamleader' }).click()
  await page.getByText('Teamleader has the fields now').waitFor()
  const field = page.getByLabel('Field on the invoice')
  await expect.poll(() => field.locator('option:checked').textContent()).toBe('Vorder profile')
  await expect.poll(() => page.getByText('Each choice names a profile').count()).toBe(2)
  await page.getByRole('button', { name: 'Create the two fields in Teamleader' }).waitFor({ state: 'hidden' })
  await expectAccessible(page, 'the fields of the connection')
})

test('the page tells what was read, counts by reason, and leads from a warning to Teamleader', async () => {
  const { control } = world.teamleader
  const { items } = await world.get<{ items: { id: string }[] }>(
    `/connections/${world.connectionId}/fields?context=invoice`,
  )
  const field = items.at(-1)?.id ?? ''
  control.addInvoice({ customFields: [{ id: field, value: 'Gold' }] })
  control.addInvoice({ customFields: [{ id: field, value: 'Platinum' }] })
  control.addInvoice({})
  await world.drain()
  await page.getByRole('link', { name: 'Which invoices chose which profile, and why' }).click()
  await page.getByRole('heading', { level: 1, name: 'Which profile, and why' }).waitFor()
  await page.getByText('“Gold”').waitFor()
  await expect.poll(() => page.getByRole('button', { name: 'Field on the invoice 1' }).count()).toBe(1)
  await expectAccessible(page, 'which profile and why')
  await page.getByRole('button', { name: 'With a warning 1' }).click()
  await page.getByText('Deleted choice “Platinum”').waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('warned')
  await expect.poll(() => page.getByRole('link', { name: 'Open in Teamleader' }).count()).toBe(1)
  await page.reload()
  await page.getByLabel('Warning').selectOption({ index: 1 })
  expect(new URL(page.url()).searchParams.get('warning')).toBe('deleted_option')
  await page.getByLabel('Profile', { exact: true }).selectOption('Gold')
  await page.getByText('No invoice matches').waitFor()
  await page.getByText('Clear the filters').click()
  await page.getByRole('table', { name: 'Which profile, and why' }).getByRole('link').first().click()
  await page.getByRole('link', { name: 'See what was read' }).click()
  await page.getByRole('heading', { level: 1, name: 'Which profile, and why' }).waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
})

test('a field that is deleted in Teamleader is said to be gone, where it is chosen', async () => {
  const { items } = await world.get<{ items: { id: string }[] }>(
    `/connections/${world.connectionId}/fields?context=subscription`,
  )
  for (const { id } of items) world.teamleader.control.removeCustomField(id)
  await page.goto(`${world.publicUrl}/settings/integrations`)
  await page.getByText('This field no longer exists in Teamleader').waitFor()
  await page.getByText('A custom field that should choose the profile no longer exists').waitFor()
  await expectAccessible(page, 'a field that is gone')
  expect(signedIn.problems).toEqual([])
})
