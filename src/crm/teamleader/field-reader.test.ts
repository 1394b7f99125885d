import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestSource, type TestSource } from '../../../test/support/open-test-source.ts'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../../sandbox/index.ts'

let sandbox: TeamleaderSandbox
let opened: TestSource

beforeAll(async () => {
  sandbox = await startTeamleaderSandbox({ seed: 1, rateLimitPerMinute: null })
  opened = openTestSource(sandbox)
})
afterAll(() => sandbox.stop())

test('definitions are asked for once a source, however many values are read', async () => {
  const { source } = openTestSource(sandbox)
  const [first, second] = await Promise.all([source.listFields('invoice'), source.listFields('invoice')])
  expect(first).toEqual(second)
  expect(first?.length).toBeGreaterThan(0)
  const asked = sandbox.journal.requests({ operation: 'customFieldDefinitions.list' })
  const pages = asked.map(({ body }) => (body as { page: { number: number } }).page.number)
  expect(new Set(pages).size).toBe(pages.length)
})

test('a definition that could not be read is asked for again', async () => {
  const { source } = openTestSource(sandbox)
  sandbox.control.replyOnce('customFieldDefinitions.list', { kind: 'status', status: 503 })
  await expect(source.listFields('invoice')).rejects.toMatchObject({ code: 'server_error' })
  expect(await source.listFields('invoice')).not.toEqual([])
})

test('an invoice that is gone has no values', async () => {
  expect(await opened.source.invoiceFields('11111111-1111-4111-8111-111111111111')).toEqual([])
})

test('the fields of every subscription that made an invoice are read', async () => {
  const [field] = await opened.source.listFields('subscription')
  if (!field) throw new Error('The sandbox has a custom field on subscriptions')
  const { id: companyId } = sandbox.control.addCompany()
  const customer = { type: 'company' as const, id: companyId }
  const values = field.options.length > 0 ? field.options.slice(0, 2).map((option) => option.id) : ['A', 'B']
  const subscriptionIds = values.map(
    (value) => sandbox.control.addSubscription({ customer, customFields: [{ id: field.id, value }] }).id,
  )
  const invoice = sandbox.control.addInvoice({ status: 'outstanding', total: 100, customer, subscriptionIds })
  const { items } = await opened.source.listInvoices({ externalIds: [invoice.id] })
  expect(items[0]?.subscriptionExternalId).toBe(subscriptionIds[0])
  const read = await opened.source.subscriptionFields({
    externalId: invoice.id,
    subscriptionExternalId: null,
  })
  expect(read.map((value) => value.optionId ?? value.value).sort()).toEqual([...values].sort())
  const plain = sandbox.control.addInvoice({ status: 'outstanding', total: 100 })
  expect(
    await opened.source.subscriptionFields({ externalId: plain.id, subscriptionExternalId: null }),
  ).toEqual([])
  sandbox.control.ignoreFilters(true)
  for (let index = 0; index < 25; index += 1) sandbox.control.addSubscription({ customer })
  const ignored = opened.source.subscriptionFields({ externalId: plain.id, subscriptionExternalId: null })
  await expect(ignored).rejects.toMatchObject({ code: 'filter_ignored' })
})
