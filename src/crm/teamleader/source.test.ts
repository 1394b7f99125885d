import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestSource, type TestSource } from '../../../test/support/open-test-source.ts'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../../sandbox/index.ts'

let sandbox: TeamleaderSandbox
let opened: TestSource

beforeAll(async () => {
  sandbox = await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null })
  opened = openTestSource(sandbox)
})
afterEach(() => {
  sandbox.control.clearFaults()
  sandbox.control.ignoreFilters(false)
  sandbox.journal.clear()
})
afterAll(() => sandbox.stop())

test('an invoice comes in our words', async () => {
  const company = sandbox.control.addCompany({ name: 'Bakkerij Peeters' })
  const booked = sandbox.control.addInvoice({
    status: 'outstanding',
    total: 12150,
    customer: { type: 'company', id: company.id },
  })
  const { items, unreadable, isLast } = await opened.source.listInvoices({ externalIds: [booked.id] })
  expect(unreadable).toEqual([])
  expect(isLast).toBe(true)
  expect(items).toMatchObject([
    {
      externalId: booked.id,
      number: booked.number,
      state: 'booked',
      isPaid: false,
      isCredited: false,
      total: { amountCents: 12150, currency: 'EUR' },
      open: { amountCents: 12150, currency: 'EUR' },
      customer: { type: 'company', externalId: company.id },
      customerName: 'Bakkerij Peeters',
      remittance: booked.paymentReference,
    },
  ])
  expect(items[0]?.updatedAt).toBeInstanceOf(Date)
})

test('the version header goes with every call', async () => {
  await opened.source.listDepartments()
  expect(sandbox.journal.requests().at(-1)?.headers['x-api-version']).toBe('2023-09-26')
})

test('paid, part-paid, credited and draft are told apart', async () => {
  const paid = sandbox.control.addInvoice({ status: 'matched', total: 5000 })
  const partPaid = sandbox.control.addInvoice({ status: 'outstanding', total: 5000 })
  sandbox.control.partPay(partPaid.id, 2000)
  const draft = sandbox.control.addInvoice({ status: 'draft', total: 5000 })
  const zero = sandbox.control.addInvoice({ status: 'outstanding', total: 0 })
  const externalIds = [paid.id, partPaid.id, draft.id, zero.id]
  const { items } = await opened.source.listInvoices({ externalIds })
  const byId = Object.fromEntries(items.map((item) => [item.externalId, item]))
  expect(byId[paid.id]).toMatchObject({ state: 'booked', isPaid: true, open: { amountCents: 0 } })
  expect(byId[partPaid.id]).toMatchObject({ isPaid: false, open: { amountCents: 3000 } })
  expect(byId[draft.id]).toMatchObject({ state: 'draft', number: null, isPaid: false })
  expect(byId[zero.id]).toMatchObject({ state: 'booked', isPaid: false, total: { amountCents: 0 } })
})

test('ids that do not exist, or cannot, are absent and do not spoil the others', async () => {
  const booked = sandbox.control.addInvoice({ status: 'outstanding', total: 100 })
  const externalIds = [booked.id, '11111111-1111-4111-8111-111111111111', '../../etc/passwd', booked.id]
  const { items } = await opened.source.listInvoices({ externalIds })
  expect(items.map((item) => item.externalId)).toEqual([booked.id])
  expect(await opened.source.findInvoice('11111111-1111-4111-8111-111111111111')).toBeUndefined()
  const before = opened.calls
  expect(await opened.source.findInvoice('not an id')).toBeUndefined()
  expect((await opened.source.listInvoices({ externalIds: ['nonsense'] })).items).toEqual([])
  expect(opened.calls).toBe(before)
})

test('changes come a page at a time, and the last page says so', async () => {
  const since = new Date(sandbox.control.clock.now().getTime() - 60_000)
  sandbox.control.clock.advance(600_000)
  const updatedSince = new Date(since.getTime() + 300_000)
  for (let index = 0; index < 101; index += 1) {
    sandbox.control.addInvoice({ status: 'outstanding', total: 100 + index, silent: true })
  }
  const first = await opened.source.listInvoices({ updatedSince, page: 1 })
  const second = await opened.source.listInvoices({ updatedSince, page: 2 })
  expect([first.items.length, first.isLast]).toEqual([100, false])
  expect([second.items.length, second.isLast]).toEqual([1, true])
  const ids = new Set([...first.items, ...second.items].map((item) => item.externalId))
  expect(ids.size).toBe(101)
})

test('a server that ignores the filter is found out instead of importing everything', async () => {
  const [first] = [sandbox.control.addInvoice({ total: 100 }), sandbox.control.addInvoice({ total: 200 })]
  sandbox.control.clock.advance(60_000)
  sandbox.control.ignoreFilters(true)
  const byId = opened.source.listInvoices({ externalIds: [first?.id ?? ''] })
  await expect(byId).rejects.toMatchObject({ name: 'SourceRejectedError', code: 'filter_ignored' })
  const byChange = opened.source.listInvoices({ updatedSince: sandbox.control.clock.now(), page: 1 })
  await expect(byChange).rejects.toMatchObject({ code: 'filter_ignored' })
})

test('one bad row is isolated with what was sent, the others pass', async () => {
  const good = sandbox.control.addInvoice({ status: 'outstanding', total: 100 })
  const bad = sandbox.control.addInvoice({ status: 'outstanding', total: 200 })
  sandbox.control.replyOnce('invoices.list', {
    kind: 'transform',
    transform: (answer) => {
      const copy = structuredClone(answer) as { data: { id: string; total: unknown; extra?: string }[] }
      for (const row of copy.data)
        Object.assign(row, row.id === bad.id ? { total: null } : { extra: 'ignored' })
      return copy
    },
  })
  const page = await opened.source.listInvoices({ externalIds: [good.id, bad.id] })
  expect(page.items.map((item) => item.externalId)).toEqual([good.id])
  expect(page.unreadable).toMatchObject([{ externalId: bad.id, problem: 'total.payable is missing' }])
  expect(JSON.parse(page.unreadable[0]?.raw ?? '')).toMatchObject({ id: bad.id, total: null })
})

test('a company brings its invoicing e-mails as CC, a person first and last name', async () => {
  const company = sandbox.control.addCompany({
    name: 'Garage Dubois',
    email: 'info@dubois.example',
    invoicingEmails: ['a@dubois.example; b@dubois.example', 'A@dubois.example', 'c@dubois.example,'],
  })
  const person = sandbox.control.addContact({ firstName: 'Noémie', lastName: 'Van Œrs', email: null })
  sandbox.control.deactivate({ type: 'contact', id: person.id })
  const { items } = await opened.source.listCustomers([
    { type: 'company', externalId: company.id },
    { type: 'person', externalId: person.id },
    { type: 'person', externalId: company.id },
  ])
  expect(items).toMatchObject([
    {
      type: 'company',
      externalId: company.id,
      companyName: 'Garage Dubois',
      email: 'info@dubois.example',
      cc: ['a@dubois.example', 'b@dubois.example', 'c@dubois.example'],
      isDeactivated: false,
    },
    {
      type: 'person',
      companyName: null,
      firstName: 'Noémie',
      lastName: 'Van Œrs',
      email: null,
      cc: [],
      isDeactivated: true,
    },
  ])
})

test('identify names the account and the user', async () => {
  const account = await opened.source.identify()
  expect(account.accountExternalId).toBe(sandbox.account.id)
  expect(account.accountName).not.toBe('')
  expect(account.userName).not.toBe('')
})

test('webhooks are registered, listed and unregistered by address and type', async () => {
  const url = 'http://127.0.0.1:9/hooks/teamleader/abc'
  await opened.source.registerWebhook(url, ['invoice.booked', 'invoice.updated'])
  expect(await opened.source.listWebhooks()).toEqual([{ url, types: ['invoice.booked', 'invoice.updated'] }])
  await opened.source.unregisterWebhook(url, ['invoice.booked', 'invoice.updated'])
  expect((await opened.source.listWebhooks()).flatMap((webhook) => webhook.types)).toEqual([])
})

test('a server that gives smaller pages than asked loses no row', async () => {
  sandbox.control.answers({ maxPageSize: 20, overMaxPageSize: 'clamp' })
  sandbox.control.clock.advance(60_000)
  const updatedSince = sandbox.control.clock.now()
  const ids = Array.from(
    { length: 45 },
    (_, index) => sandbox.control.addInvoice({ total: index + 1, silent: true }).id,
  )
  expect((await opened.source.listInvoices({ externalIds: ids })).items).toHaveLength(45)
  const read: string[] = []
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const answer = await opened.source.listInvoices({ updatedSince, page })
    read.push(...answer.items.map((item) => item.externalId))
    isLast = answer.isLast
  }
  sandbox.control.answers({ maxPageSize: 100, overMaxPageSize: 'reject' })
  expect(read.sort()).toEqual(ids.sort())
})

test('a server that gives the same page again and again is found out', async () => {
  const first = await opened.source.listInvoices({ updatedSince: new Date(0), page: 1 })
  expect(first.isLast).toBe(false)
  const answer = { data: first.items.map((item) => ({ ...wire, id: item.externalId })) }
  sandbox.control.replyAlways('invoices.list', { kind: 'transform', transform: () => answer })
  const { source } = openTestSource(sandbox)
  await source.listInvoices({ updatedSince: new Date(0), page: 1 })
  const second = source.listInvoices({ updatedSince: new Date(0), page: 2 })
  await expect(second).rejects.toMatchObject({ code: 'filter_ignored' })
})

const wire = {
  status: 'outstanding',
  invoicee: { customer: { type: 'company', id: 'x' } },
  total: { payable: { amount: 1, currency: 'EUR' }, due: { amount: 1, currency: 'EUR' } },
}

test('an invoice that was credited whole is told from a paid one by its record', async () => {
  const credited = sandbox.control.addInvoice({ status: 'outstanding', total: 5000 })
  const paid = sandbox.control.addInvoice({ status: 'matched', total: 5000 })
  sandbox.control.creditInvoice(credited.id)
  expect(await opened.source.findInvoice(credited.id)).toMatchObject({ isPaid: true, isCredited: true })
  expect(await opened.source.findInvoice(paid.id)).toMatchObject({ isPaid: true, isCredited: false })
})

test('customers come page by page, deactivated ones too, in the order in which they were added', async () => {
  const added = Array.from({ length: 103 }, (_, index) => {
    sandbox.control.clock.advance(1_000)
    return sandbox.control.addContact({ lastName: `Z${1_000 - index}`, silent: true }).id
  })
  sandbox.control.deactivate({ type: 'contact', id: added[5] ?? '' })
  const first = await opened.source.pageCustomers({ type: 'person', page: 1 })
  const second = await opened.source.pageCustomers({ type: 'person', page: 2 })
  expect([first.items.length, first.isLast, second.isLast]).toEqual([100, false, true])
  const ids = [...first.items, ...second.items].map(({ externalId }) => externalId)
  expect(ids.filter((id) => added.includes(id))).toEqual(added)
})

test('a page number that is ignored, and a row that cannot be read, are noticed', async () => {
  Array.from({ length: 101 }, () => sandbox.control.addCompany({ silent: true }))
  sandbox.control.replyOnce('companies.list', { kind: 'patch', patch: { 'data.0.name': { not: 'text' } } })
  const first = await opened.source.pageCustomers({ type: 'company', page: 1 })
  expect(first.unreadable).toHaveLength(1)
  expect(first.items).toHaveLength(99)
  const repeated = await opened.source.pageCustomers({ type: 'company', page: 1 })
  sandbox.control.replyOnce('companies.list', {
    kind: 'transform',
    transform: () => ({ data: repeated.items.map(({ externalId: id }) => ({ id })) }),
  })
  await expect(opened.source.pageCustomers({ type: 'company', page: 2 })).rejects.toMatchObject({
    code: 'filter_ignored',
  })
})

test('a call that nobody waits for any more ends, and the next one is not made', async () => {
  sandbox.control.replyOnce('companies.list', { kind: 'hang' })
  const leaving = new AbortController()
  const query = { type: 'company', by: 'term', term: 'bak' } as const
  const asked = opened.source.searchCustomers(query, { signal: leaving.signal })
  await expect.poll(() => sandbox.control.faults()).toEqual([])
  leaving.abort()
  await expect(asked).rejects.toMatchObject({ code: 'aborted' })
  const before = opened.calls
  await expect(opened.source.searchCustomers(query, { signal: leaving.signal })).rejects.toMatchObject({
    code: 'aborted',
  })
  expect(opened.calls).toBe(before)
})
