// Promise B15: on the screen, each cause for which an invoice stays out is named, explained and given its remedy
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type VerdictCode, verdictWords } from '../../src/diagnosis/index.ts'
import { failCauses, skipCauses } from '../../src/imports/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { expectAccessible, openSignedIn, type SignedIn } from '../support/open-signed-in.ts'

let world: TestApp
let signedIn: SignedIn
beforeAll(async () => {
  world = await createTestApp()
  signedIn = await openSignedIn(world)
})
afterEach(async () => {
  world.teamleader.control.clearFaults()
  world.teamleader.control.webhooks.next({ lose: 0 })
  await settings({ importInvoicesAutomatically: true, departmentExternalIds: null })
  await world.drain()
})
afterAll(async () => {
  await signedIn?.browser.close()
  await world?.stop()
})

const minute = 60_000
const seen = new Set<string>()
/** What a diagnosis may offer to press. */
const remedies =
  /^(Try again now|Import this invoice|Open in Teamleader|Open the settings|Connect again|Open the invoice)$/

test('what Teamleader itself says of it: a draft, paid, credited, no amount, a negative one', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  const paid = control.addInvoice({ status: 'matched' })
  const [zero, negative] = [control.addInvoice({ total: 0 }), control.addInvoice({ total: -700 })]
  const credited = control.addInvoice({ status: 'draft', total: 5_000 })
  await world.drain()
  control.webhooks.next({ lose: 9 })
  control.bookInvoice(credited.id)
  control.creditInvoice(credited.id)
  control.webhooks.next({ lose: 0 })
  await world.drain()
  await reads(draft.id, 'draft', 'Open in Teamleader')
  await reads(paid.id, 'paid', 'Open in Teamleader')
  await reads(zero.id, 'zero_amount', 'Open in Teamleader')
  await reads(negative.id, 'negative_amount', 'Open in Teamleader')
  await reads(credited.id, 'credited', 'Open in Teamleader')
  await expectAccessible(signedIn.page, 'a diagnosis')
})

test('a department that is not chosen leads to the settings; a cause that is gone, to another try', async () => {
  const { control } = world.teamleader
  const [first, second] = control.departments()
  await settings({ departmentExternalIds: [first?.id ?? ''] })
  const elsewhere = control.addInvoice({ departmentId: second?.id ?? '' })
  const raised = control.addInvoice({ total: 0, departmentId: first?.id ?? '' })
  await world.drain()
  await reads(elsewhere.id, 'department_not_chosen', 'Open the settings')
  control.webhooks.next({ lose: 1 })
  control.setInvoiceTotal(raised.id, 4_200)
  await world.drain()
  await reads(raised.id, 'changed_since', 'Try again now')
})

test('deleted, not visible yet, and at last not to be found', async () => {
  const { control } = world.teamleader
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  control.deleteInvoice(draft.id)
  const hidden = '7f1d2c3b-4a5e-4f60-8a7b-9c0d1e2f3a4b'
  control.webhooks.announce('invoice.booked', hidden)
  await world.drain()
  await reads(draft.id, 'deleted_in_crm', null)
  await reads(hidden, 'not_visible_yet', 'Try again now')
  for (let look = 0; look < 5; look += 1) {
    await world.advance(61 * minute)
    await world.app.jobs.runSchedule('tick-imports')
    await world.drain()
  }
  await reads(hidden, 'not_found_in_crm')
})

test('what cannot be read or stored', async () => {
  const { control } = world.teamleader
  for (const operation of ['invoices.list', 'invoices.info'])
    control.replyAlways(operation, { kind: 'patch', patch: { 'data.*.total': null, 'data.total': null } })
  const unreadable = control.addInvoice()
  await world.drain()
  await reads(unreadable.id, 'unreadable_invoice', 'Try again now')
  control.clearFaults()
  const poison = control.addInvoice({ purchaseOrderNumber: 'PO \u0000 7' })
  await world.drain()
  await reads(poison.id, 'cannot_be_stored', 'Try again now')
  control.replyAlways('companies.list', { kind: 'patch', patch: { 'data.*.updated_at': 'never' } })
  const company = control.addCompany()
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  await reads(invoice.id, 'unreadable_customer', 'Try again now')
})

test('Teamleader down, refusing, or closed to us; and the same invoice once it answers', async () => {
  const { control } = world.teamleader
  control.replyAlways('*', { kind: 'status', status: 503 })
  const waiting = control.addInvoice()
  await world.drain()
  await reads(waiting.id, 'crm_unavailable', 'Try again now')
  control.clearFaults()
  control.replyAlways('*', { kind: 'status', status: 403 })
  await reads(waiting.id, 'crm_refused')
  control.clearFaults()
  await world.advance(10 * minute)
  await reads(waiting.id, 'already_here', 'Open the invoice')
  await reads('2050/1', 'unknown_number', null)
})

test('switched off, and never told: each offers to import just this one', async () => {
  const { control } = world.teamleader
  control.webhooks.next({ lose: 2 })
  const untold = control.addInvoice()
  await world.drain()
  await reads(untold.id, 'never_told', 'Import this invoice')
  await settings({ importInvoicesAutomatically: false })
  await world.drain()
  const off = control.addInvoice()
  await world.drain()
  await reads(off.id, 'switched_off', 'Import this invoice')
})

test('refused for good, then disconnected: both lead to connecting again', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  control.revokeTokens()
  await world.drain()
  await reads(invoice.id, 'reconnect_needed', 'Connect again')
  await world.send('POST', `/api/v1/connections/${world.connectionId}/disconnect`)
  await world.drain()
  await reads(invoice.id, 'connection_off', 'Connect again')
  await world.visitor.connectTeamleader()
})

test('every cause of the ledger has been read on the screen, and nothing failed in it', () => {
  expect([...skipCauses, ...failCauses].filter((cause) => !seen.has(cause))).toEqual([])
  expect(signedIn.problems).toEqual([])
})

/** Opens the diagnosis by its address: it says this verdict in words, and offers this one press (`null`: none). */
async function reads(question: string, code: VerdictCode, remedy?: string | null): Promise<void> {
  const { page } = signedIn
  await page.goto(`${world.publicUrl}/import?view=why&q=${encodeURIComponent(question)}`)
  const words = verdictWords(code, 'en')
  await page.locator('p.verdict').getByText(words.title, { exact: true }).waitFor()
  await page.getByText(words.explanation, { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Copy diagnostic' }).waitFor()
  const offered = page.getByRole('main').locator('a, button').filter({ hasText: remedies })
  if (remedy !== undefined) await expect.poll(() => offered.allInnerTexts()).toEqual(remedy ? [remedy] : [])
  seen.add(code)
}

function settings(change: Record<string, unknown>): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, change)
}
