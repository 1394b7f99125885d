// Promise B9: the same invoice never comes in twice, whatever is doubled or raced
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { historyOf, invoiceCount, invoiceOf, lineOf } from '../support/read-ledger.ts'

let world: TestApp
let second: App
beforeAll(async () => {
  world = await createTestApp()
  second = await world.startSecond()
})
afterAll(() => world.stop())

test('one event twenty times at once is one invoice, one line, one look', async () => {
  const { control, journal } = world.teamleader
  const invoice = control.addInvoice({ silent: true })
  journal.clear()
  await Promise.all(Array.from({ length: 20 }, () => announce(invoice.id)))
  await world.drain()
  expect(await invoiceCount(world)).toBe(1)
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported' })
  expect(journal.requests({ operation: 'invoices.list' })).toHaveLength(1)
})

test('two processes that work off the same events at once make one invoice each', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  const { invoiceIds } = control.addMany({ invoices: 60, customers: 7 })
  for (const id of invoiceIds) await announce(id)
  await Promise.all([world.app.jobs.drain(), second.jobs.drain(), world.app.jobs.drain()])
  await world.drain()
  expect(await invoiceCount(world)).toBe(before + 60)
  const id = invoiceIds[0] ?? ''
  const { invoiceId } = await lineOf(world, id)
  expect(
    (await historyOf(world, invoiceId ?? '')).filter((kind) => kind === 'invoice.imported'),
  ).toHaveLength(1)
})

test('the reconcile racing the webhook, in two processes, makes no double and no second customer', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  const { invoiceIds, companyIds } = control.addMany({ invoices: 40, customers: 3 })
  await Promise.all(invoiceIds.map(announce))
  await world.app.jobs.runSchedule('nightly')
  await Promise.all([second.jobs.drain(), world.drain()])
  await world.drain()
  expect(await invoiceCount(world)).toBe(before + 40)
  const customers = await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.selectFrom('customers').select('externalId').where('externalId', 'in', companyIds).execute(),
  )
  expect(customers).toHaveLength(3)
})

test('equal numbers in two departments are two invoices', async () => {
  const { control } = world.teamleader
  const [one, other] = control.departments()
  const first = control.addInvoice({ departmentId: one?.id ?? '', invoiceDate: '2031-01-05' })
  const twin = control.addInvoice({ departmentId: other?.id ?? '', invoiceDate: '2031-01-05' })
  await world.drain()
  const [a, b] = [await invoiceOf(world, first.id), await invoiceOf(world, twin.id)]
  expect(a.number).toBe(b.number)
  expect(a.id).not.toBe(b.id)
})

test('an update that overtakes the booking, and a deletion that overtakes both, end like Teamleader', async () => {
  const { control } = world.teamleader
  control.webhooks.mode('manual')
  control.webhooks.next({ reorder: 2 })
  const invoice = control.addInvoice({ total: 1_000 })
  control.setInvoiceTotal(invoice.id, 2_000)
  await control.webhooks.deliver()
  await world.drain()
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ total: { amountCents: 2_000 } })
  control.webhooks.next({ reorder: 1 })
  control.payInvoice(invoice.id)
  control.deleteInvoice(invoice.id)
  await control.webhooks.deliver()
  control.webhooks.mode('auto')
  await world.advance(61_000)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({
    state: 'archived',
    stateCause: 'deleted_in_crm',
  })
})

test('a hint that comes while its invoice is being looked at leads to another look', async () => {
  const { control } = world.teamleader
  const company = control.addCompany({ silent: true })
  const customer = { type: 'company', id: company.id } as const
  const invoice = control.addInvoice({ total: 5_000, silent: true, customer })
  control.replyOnce('invoices.list', {
    kind: 'transform',
    transform(answer) {
      // The answer that is on its way still says open.
      control.payInvoice(invoice.id)
      return answer
    },
  })
  // The look lasts long enough for the hint to be stored before it ends.
  control.replyOnce('companies.list', { kind: 'slow', ms: 400 })
  await announce(invoice.id)
  await world.app.jobs.drain()
  await world.drain()
  await world.advance(61_000)
  expect(await invoiceOf(world, invoice.id)).toMatchObject({ state: 'paid' })
})

test('what Vorder checks about its own data holds after all of this', async () => {
  const { findBrokenPromises } = await import('../../src/imports/index.ts')
  const broken = (await findBrokenPromises(world.app.ctx)).filter(({ count }) => count > 0)
  expect(broken).toEqual([])
})

/** Teamleader's own words about an invoice, posted to our address. */
async function announce(invoiceId: string): Promise<void> {
  const [hook] = world.teamleader.control.webhooks.registered()
  const response = await fetch(hook?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'invoice.booked',
      subject: { type: 'invoice', id: invoiceId },
      account: { type: 'account', id: world.teamleader.account.id },
    }),
  })
  expect(response.status).toBe(204)
}
