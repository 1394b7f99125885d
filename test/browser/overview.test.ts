// Promise N5: the overview and the list of what waits for a person, by the browser: every figure leads to what it counts, a task is worked off by its one button
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, inviteByHand, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

let world: MailWorld
let signedIn: SignedIn
let page: SignedIn['page']
let late: string

beforeAll(async () => {
  world = await createMailWorld({
    resting: ['retrieve-documents'],
    profile: { sendOnBooking: false, waitForDocument: false },
  })
  const { control } = world.teamleader
  const { id } = control.addInvoice({ total: 20_000, invoiceDate: dayFromNow(-80), dueOn: dayFromNow(-50) })
  control.addInvoice({ total: 9_000, dueOn: dayFromNow(20) })
  control.addInvoice({ total: 5_500, currency: 'USD', exchangeRate: 0.9, dueOn: dayFromNow(9) })
  await world.drain()
  late = id
  signedIn = await openSignedIn(world)
  page = signedIn.page
})
afterAll(async () => {
  await signedIn?.browser.close()
  if (world) await stopMailWorld(world)
})

test('nothing to do says so, and no number stands beside the page', async () => {
  await page.getByRole('link', { name: 'To do' }).click()
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
  await expect.poll(() => page.locator('.task-count').count()).toBe(0)
  await expectAccessible(page, 'nothing to do')
})

test('the overview shows what is open by age and expected by week; an age leads to its invoices', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  await page.getByText(/^All that Teamleader has is here/).waitFor()
  const row = page.getByRole('table', { name: 'Open by age' }).getByRole('row', { name: /31–60 days/ })
  await expect.poll(() => row.textContent()).toContain('€200.00')
  await page.getByRole('table', { name: 'Expected' }).getByText('€90.00').waitFor()
  // One week of eight and eight has something: 90 euros, as one bar.
  const chart = page.getByRole('img', { name: /^Bars of what was paid and what is expected/ })
  await expect.poll(() => chart.locator('.recharts-bar-rectangle path').count()).toBe(1)
  await expectAccessible(page, 'the overview')
  await page.getByRole('button', { name: /^USD/ }).click()
  await page.getByRole('table', { name: 'Expected' }).getByText('US$55.00').waitFor()
  await page.getByRole('button', { name: /^EUR/ }).click()
  await row.getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor()
  const number = (await invoiceOf(world, late)).number ?? ''
  await page.getByRole('link', { name: number }).waitFor()
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
})

test('what waits appears while the page is open, is counted beside its name, and is worked off', async () => {
  await page.goto(`${world.publicUrl}/tasks`)
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  await inviteByHand(world, late)
  await world.drain()
  await page.getByText('Nobody knows whether it arrived').waitFor()
  await page.getByRole('link', { name: 'To do 1 thing waits for a person' }).waitFor()
  await expectAccessible(page, 'something to do')
  await page.getByRole('button', { name: 'It did arrive' }).click()
  await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
})

test('on a phone the overview and the list fit, and the number stands at the overview', async () => {
  world.mailbox.refuseNext({ code: 550, message: 'no such person' })
  const { id } = world.teamleader.control.addInvoice({ total: 30_000 })
  await world.drain()
  await inviteByHand(world, id)
  await world.drain()
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of ['overview', 'tasks']) {
    await page.goto(`${world.publicUrl}/${address}`)
    await page.getByRole('link', { name: 'Overview 1 thing waits for a person' }).waitFor()
    await page.locator('.bars, .task').first().waitFor()
    await expectAccessible(page, `${address} on a phone`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  }
  await page.getByRole('link', { name: 'To the invoice' }).click()
  await page.waitForURL(/\/invoices\//)
})

test('nothing failed in the browser on the way', () => {
  expect(signedIn.problems).toEqual([])
})

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
