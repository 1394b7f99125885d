// Promise C1, C2, C6, C8, C10: on the page of an invoice: hold, dispute and promise, the payment link, a question, sending to somebody else
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { fetchPage, sendQuestion, stampOf } from '../support/read-payment-page.ts'

let world: MailWorld
let signedIn: SignedIn
let page: SignedIn['page']
let invoiceId: string

beforeAll(async () => {
  world = await createMailWorld({
    profile: { waitForDocument: false, sendReminders: true },
    resting: ['retrieve-documents'],
  })
  await world.send('PATCH', '/api/v1/creditor', { senderEmail: 'facturen@demeyer.example' })
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email: 'info@peeters.example' })
  const { id } = control.addInvoice({
    customer: { type: 'company', id: company.id },
    total: 123_450,
    dueOn: Temporal.Now.plainDateISO().subtract({ days: 2 }).toString(),
  })
  await world.drain()
  invoiceId = (await invoiceOf(world, id)).id
  signedIn = await openSignedIn(world)
  page = signedIn.page
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await signedIn?.browser.close()
  if (world) await stopMailWorld(world)
})

const asking = () => page.getByRole('region', { name: 'Asking for payment' })
const toast = (words: string | RegExp) => page.getByRole('alert').filter({ hasText: words })

test('put on hold with one press: the next message and the calendar say so; undone from its notice, and ended on its line', async () => {
  await page.goto(`${world.publicUrl}/invoices/${invoiceId}`)
  await asking()
    .getByText(/^Reminder 1 leaves/)
    .waitFor()
  await asking().getByRole('button', { name: 'Put on hold' }).click()
  await asking().getByText('No reminder leaves: On hold').waitFor()
  expect(await keptCauses()).toContain('on_hold')
  await toast('nothing goes to the customer').getByRole('button', { name: 'Undo' }).click()
  await asking()
    .getByText(/^Reminder 1 leaves/)
    .waitFor()
  await asking().getByRole('button', { name: 'Put on hold' }).click()
  await asking().getByRole('button', { name: 'Say why' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hold' })
  await dialog.getByLabel('Why it is on hold').fill('We credit a part of it')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await asking().getByText('We credit a part of it').waitFor()
  await asking().getByText('by Ann Peeters').waitFor()
  await asking().getByRole('button', { name: 'End the hold' }).click()
  await asking()
    .getByText(/^Reminder 1 leaves/)
    .waitFor()
  expect(await keptCauses()).not.toContain('on_hold')
  await page.getByText('No longer on hold').first().waitFor()
})

test('a part is promised: said before, waited for, and told to the customer on the page', async () => {
  await asking().getByRole('button', { name: 'Note a promise' }).click()
  const dialog = page.getByRole('dialog', { name: 'Note a promise' })
  const day = Temporal.Now.plainDateISO().add({ days: 5 })
  await dialog.getByLabel('Pays by').fill(day.toString())
  await dialog.getByText(/^Reminders wait until the day after \d/).waitFor()
  await dialog.getByLabel(/^How much/).fill('5000')
  await dialog.getByText('Give an amount up to €1,234.50').waitFor()
  await dialog.getByLabel(/^How much/).fill('500')
  await expectAccessible(page, 'a promise to pay')
  await dialog.getByRole('button', { name: 'Note a promise' }).click()
  await asking().getByText('€500.00 of it').waitFor()
  await asking()
    .getByText(/^Reminder \d leaves/)
    .waitFor()
  const link = page.getByRole('textbox', { name: 'Payment link' })
  const { text } = await fetchPage(`${await link.inputValue()}?lang=en`)
  expect(text).toContain('You promised to pay €500.00 by')
})

test('a question that was asked there is shown; the link is renewed, and the old one is dead', async () => {
  const link = page.getByRole('textbox', { name: 'Payment link' })
  const before = await link.inputValue()
  const stamp = await stampOf(before)
  // Nobody fills in a form in no time.
  await world.advance(10_000)
  const asked = { name: 'Els Peeters', email: 'els@peeters.example', text: 'Is the discount in it?' }
  await sendQuestion(before, asked, { stamp })
  await world.drain()
  const questions = page.getByRole('region', { name: 'Questions of the customer' })
  await questions.getByText('Is the discount in it?').waitFor()
  await questions.getByText('Mailed to you').waitFor()
  const card = page.getByRole('region', { name: 'Payment page' })
  await card.getByRole('button', { name: 'Renew' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a new link?' })
  await dialog.getByText('Every earlier link of this invoice stops at once').waitFor()
  await dialog.getByRole('button', { name: 'Renew' }).click()
  await expect.poll(() => link.inputValue()).not.toBe(before)
  expect((await fetchPage(before)).status).toBe(404)
  expect((await fetchPage(await link.inputValue())).status).toBe(200)
  await card.getByRole('button', { name: 'Set an end' }).click()
  const end = page.getByRole('dialog', { name: 'Until when the page opens' })
  await end.getByLabel('Last day').fill(Temporal.Now.plainDateISO().add({ days: 90 }).toString())
  await end.getByRole('button', { name: 'Save' }).click()
  await card.getByText(/^Works until/).waitFor()
})

test('the invitation goes to somebody else too, once, and not to who has it', async () => {
  world.mailbox.clear()
  const messages = page.getByRole('region', { name: 'Messages' })
  const dialog = page.getByRole('dialog', { name: 'Send it to somebody else too' })
  await messages.getByRole('button', { name: 'Send to somebody else too' }).click()
  await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('INFO@peeters.example')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.getByText('INFO@peeters.example has it already').waitFor()
  await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('boekhouder@example.com')
  await dialog.getByRole('button', { name: 'As plain text' }).click()
  await expectAccessible(page, 'a message for somebody else')
  await dialog.getByRole('button', { name: 'Send', exact: true }).dblclick()
  await dialog.waitFor({ state: 'detached' })
  await world.drain()
  expect(world.mailbox.mails().map(({ to }) => to)).toEqual([['boekhouder@example.com']])
  await messages.getByText('Invitation, for somebody else').waitFor()
})

test('once nothing is promised any more, the next reminder leaves by a press', async () => {
  world.mailbox.clear()
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.getByText(/^Payment was promised/).waitFor()
  await asking().getByRole('button', { name: 'End the promise' }).click()
  await messages.getByText('Goes to info@peeters.example').waitFor()
  await messages.getByRole('button', { name: 'Send reminder 1 now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send reminder 1 now' })
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await world.drain()
  expect(world.mailbox.mails().map(({ to }) => to)).toEqual([['info@peeters.example']])
  await messages.getByText('Reminder 1', { exact: true }).waitFor()
})

test('it can be read by everybody, in light and dark, and on a phone nothing lies beside the page', async () => {
  await asking().getByRole('button', { name: 'Note a dispute' }).click()
  await page
    .getByRole('dialog', { name: 'Note a dispute' })
    .getByRole('button', { name: 'Note a dispute' })
    .click()
  await asking().getByText('Disputed', { exact: true }).waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page, `the page of an invoice, ${colorScheme}`)
  }
  await page.setViewportSize({ width: 390, height: 844 })
  const beside = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  await expect.poll(beside).toBe(0)
})

test('in the list it is marked and found by a filter; what was chosen is put on hold together, and undone', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${world.publicUrl}/invoices?stop=dispute`)
  const table = page.getByRole('table')
  await table.getByText('Disputed').waitFor()
  await page.getByText('Hold, dispute, promise: Dispute').waitFor()
  await table.getByRole('checkbox').last().click()
  await page.getByRole('button', { name: 'Hold', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Put on hold' }).click()
  const notice = toast('1 invoice is on hold now')
  await notice.waitFor()
  const stops = async () =>
    (await world.get<{ stops: { isOnHold: boolean } }>(`/invoices/${invoiceId}`)).stops.isOnHold
  expect(await stops()).toBe(true)
  await notice.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stops).toBe(false)
  expect(signedIn.problems).toEqual([])
})

async function keptCauses(): Promise<string[]> {
  const { kept } = await world.get<{ kept: { why: { code: string } }[] }>(
    `/message-calendar?from=${Temporal.Now.plainDateISO()}&to=${Temporal.Now.plainDateISO().add({ days: 20 })}`,
  )
  return kept.map(({ why }) => why.code)
}
