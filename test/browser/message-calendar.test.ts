// Promise C2, C5, C8: the calendar says what goes out and what does not, an address that takes no mail is taken back in use
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { stop } from '../support/read-reminders.ts'

let world: MailWorld
let signedIn: SignedIn
let page: SignedIn['page']
let reminded: string
let day: string

const dayFromNow = (days: number) => Temporal.Now.plainDateISO('Europe/Brussels').add({ days }).toString()

beforeAll(async () => {
  world = await createMailWorld({
    resting: ['retrieve-documents'],
    profile: { waitForDocument: false, sendReminders: true },
  })
  world.mailbox.refuseAddress('gone@claes.example', { code: 550, message: 'no such mailbox' })
  reminded = addInvoice('Bakkerij Peeters', 'info@peeters.example')
  const held = addInvoice('Drukkerij Wouters', 'info@wouters.example')
  addInvoice('Claes bvba', 'gone@claes.example')
  addInvoice('Zonder Adres', null)
  await world.drain()
  await stop(world, held, 'hold', { reason: 'asked for a copy' })
  const { items } = await world.get<{ items: { day: string }[] }>(
    `/message-calendar?from=${dayFromNow(0)}&to=${dayFromNow(40)}`,
  )
  day = items[0]?.day ?? ''
  signedIn = await openSignedIn(world)
  page = signedIn.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await signedIn?.browser.close()
  if (world) await stopMailWorld(world)
})

function addInvoice(name: string, email: string | null): string {
  const { control } = world.teamleader
  const company = control.addCompany({ name, email })
  return control.addInvoice({
    total: 12_100,
    dueOn: dayFromNow(-5),
    customer: { type: 'company', id: company.id },
  }).id
}

const chosen = () => page.locator('.day[aria-pressed="true"]')

test('the calendar says what goes out on a day, to whom and why; arrows move the day, and the address has it', async () => {
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Calendar of messages' }).waitFor()
  await expect.poll(() => chosen().getAttribute('aria-current')).toBe('date')
  await page.goto(`${world.publicUrl}/calendar?day=${day}`)
  await expect.poll(() => chosen().getAttribute('aria-label')).toMatch(/: invitations 0, reminders 1$/)
  const list = page.getByRole('list', { name: 'What goes out' })
  const number = (await invoiceOf(world, reminded)).number ?? ''
  await list.getByRole('link', { name: number }).waitFor()
  await list.getByText('to info@peeters.example').waitFor()
  await list.getByText('€121.00').waitFor()
  await list.getByText(/^from \d\d:\d\d$/).waitFor()
  await expectAccessible(page, 'the calendar')
  await chosen().focus()
  await page.keyboard.press('ArrowRight')
  const after = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  await page.waitForURL((url) => url.searchParams.get('day') === after)
  await expect.poll(() => page.evaluate('document.activeElement.dataset.day')).toBe(after)
  await page.getByText('Nothing goes out').first().waitFor()
  await page.keyboard.press('PageDown')
  await expect.poll(() => chosen().getAttribute('data-day')).not.toBe(after)
  await page.getByRole('button', { name: 'Today' }).click()
  await page.waitForURL((url) => !url.searchParams.has('day'))
})

test('what does not go out stands below, by its reason, with the way to what mends it', async () => {
  await page.goto(`${world.publicUrl}/calendar?day=${day}`)
  const group = (title: string) => page.locator('.kept-group', { hasText: title })
  await group('No e-mail address').locator('summary').click()
  await group('No e-mail address').getByRole('link', { name: 'Zonder Adres' }).waitFor()
  await group('On hold').locator('summary').click()
  await group('On hold').getByRole('link', { name: 'Drukkerij Wouters' }).waitFor()
  await expectAccessible(page, 'what does not go out')
  await page.locator('.kept-group', { hasText: 'refused' }).locator('summary').click()
  await page.getByRole('link', { name: 'Addresses that take no mail' }).click()
  await page.getByRole('list', { name: 'Addresses that take no mail' }).waitFor()
})

test('an address that takes no mail says whose it is and in whose words; it is taken back in use', async () => {
  const row = page.getByRole('listitem').filter({ hasText: 'gone@claes.example' })
  await row.getByText(/no such mailbox/).waitFor()
  const { url } = await world.get<{ url: string }>('/bounce-address')
  await page.getByText(url).waitFor()
  await expectAccessible(page, 'addresses that take no mail')
  await row.getByRole('link', { name: 'Claes bvba' }).click()
  await page.getByText('This address takes no mail: gone@claes.example').waitFor()
  // Its chronology says how far the message came.
  const history = page.getByRole('region', { name: 'Messages and payments' })
  await history.getByText(/no such mailbox/).waitFor()
  await expectAccessible(page, 'a customer with its chronology')
  await page.getByRole('alert').getByRole('link', { name: 'Addresses that take no mail' }).click()
  await page.getByRole('button', { name: 'Take gone@claes.example back in use' }).click()
  await page.getByRole('heading', { name: 'Every address takes mail' }).waitFor()
  expect((await world.get('/undeliverable-addresses')).items).toEqual([])
})

test('on a phone, in the dark, the calendar fits and is reached from the overview', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.goto(`${world.publicUrl}/overview`)
  await page.getByRole('link', { name: 'Calendar of messages' }).click()
  await page.getByRole('heading', { level: 1, name: 'Calendar of messages' }).waitFor()
  await expect.poll(() => page.locator('.day').count()).toBeGreaterThan(27)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await expectAccessible(page, 'the calendar on a phone')
  expect(signedIn.problems).toEqual([])
})
