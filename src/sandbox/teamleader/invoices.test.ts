import { expect, test } from 'vitest'
import type { TestSandbox } from './testing/open-test-sandbox.ts'
import { openTestSandbox } from './testing/open-test-sandbox.ts'

const payment = (amount: number) => ({
  payment: { amount, currency: 'EUR' },
  paid_at: '2026-11-21T10:00:00+00:00',
})

async function dueOf(sandbox: TestSandbox, id: string): Promise<unknown> {
  const info = (await sandbox.info('invoices.info', id)) as { total: { due: { amount: number } } }
  return info.total.due.amount
}

test('drafts have no number; booking numbers them per department and fiscal year', async () => {
  const sandbox = await openTestSandbox({ now: () => new Date('2026-11-21T12:00:00Z') })
  const [first, second] = sandbox.control.departments()
  const book = async (departmentId: string | undefined, on: string) => {
    const draft = sandbox.control.addInvoice({ status: 'draft', ...(departmentId && { departmentId }) })
    expect(await sandbox.info('invoices.info', draft.id)).toMatchObject({
      invoice_number: null,
      status: 'draft',
      file: null,
    })
    expect((await sandbox.call('invoices.book', { id: draft.id, on })).status).toBe(204)
    return (await sandbox.info('invoices.info', draft.id)).invoice_number
  }
  expect(await book(first?.id, '2026-11-20')).toBe('2026 / 1')
  expect(await book(first?.id, '2026-11-21')).toBe('2026 / 2')
  expect(await book(second?.id, '2026-11-01')).toBe('2026 / 1')
  expect(await book(first?.id, '2027-01-01')).toBe('2027 / 1')
})

test('booking may not go back before the last number, nor happen twice', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ invoiceDate: '2026-11-20' })
  expect((await sandbox.call('invoices.book', { id, on: '2026-11-21' })).status).toBe(400)
  const draft = sandbox.control.addInvoice({ status: 'draft' })
  expect((await sandbox.call('invoices.book', { id: draft.id, on: '2026-11-19' })).status).toBe(400)
  expect((await sandbox.call('invoices.book', { id: draft.id, on: '2026-11-20' })).status).toBe(204)
})

test('a payment reference is a right structured communication', async () => {
  const sandbox = await openTestSandbox()
  for (let at = 0; at < 50; at += 1) {
    const digits = sandbox.control.addInvoice().paymentReference?.replaceAll(/\D/g, '') ?? ''
    expect(digits).toHaveLength(12)
    expect(Number(digits.slice(0, 10)) % 97 || 97).toBe(Number(digits.slice(10)))
  }
})

test('custom fields, payments and e-mail are in info only; subscription and web_url in the list only', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice()
  const [item] = await sandbox.list('invoices.list')
  const info = await sandbox.info('invoices.info', id)
  for (const key of ['custom_fields', 'payments', 'on_hold_since']) {
    expect(info).toHaveProperty(key)
    expect(item).not.toHaveProperty(key)
  }
  expect(item).not.toHaveProperty('invoicee.email')
  for (const key of ['subscription', 'web_url']) {
    expect(item).toHaveProperty(key)
    expect(info).not.toHaveProperty(key)
  }
})

test('part and full payments lower what is due; removing payments takes all away and makes the file anew', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ total: 10_000 })
  const before = await sandbox.info('invoices.info', id)
  await sandbox.call('invoices.registerPayment', { id, ...payment(40) })
  expect(await sandbox.info('invoices.info', id)).toMatchObject({
    paid: false,
    status: 'outstanding',
    total: { due: { amount: 60 } },
  })
  await sandbox.call('invoices.registerPayment', { id, ...payment(60) })
  expect(await sandbox.info('invoices.info', id)).toMatchObject({
    paid: true,
    status: 'matched',
    total: { due: { amount: 0 } },
  })
  expect((await sandbox.call('invoices.removePayments', { id })).status).toBe(204)
  const after = await sandbox.info('invoices.info', id)
  expect(after).toMatchObject({ paid: false, paid_at: null, status: 'outstanding', payments: [] })
  expect(after.file).not.toEqual(before.file)
})

test('open questions: paying too much, a draft, or a paid invoice', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ total: 1_000 })
  const draft = sandbox.control.addInvoice({ status: 'draft' })
  const pay = async (invoiceId: string, amount: number) =>
    (await sandbox.call('invoices.registerPayment', { id: invoiceId, ...payment(amount) })).status
  sandbox.control.answers({ overPayment: 'reject', paymentOnPaid: 'reject' })
  expect(await pay(draft.id, 1)).toBe(400)
  expect(await pay(id, 11)).toBe(400)
  expect(await pay(id, 10)).toBe(204)
  expect(await pay(id, 1)).toBe(400)
  sandbox.control.answers({ overPayment: 'accept', paymentOnPaid: 'accept', paymentOnDraft: 'accept' })
  expect(await pay(id, 1)).toBe(204)
  expect(await pay(draft.id, 1)).toBe(204)
})

test('open question: whether a partial credit lowers what is due; a whole credit always settles', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ total: 10_000 })
  sandbox.control.creditInvoice(id, 2_500)
  expect(await dueOf(sandbox, id)).toBe(75)
  sandbox.control.answers({ dueReflectsPartialCredit: false })
  expect(await dueOf(sandbox, id)).toBe(100)
  const whole = sandbox.control.addInvoice({ total: 5_000 })
  await sandbox.call('invoices.credit', { id: whole.id })
  expect(await sandbox.info('invoices.info', whole.id)).toMatchObject({ paid: true, status: 'matched' })
})

test('creditNotes.info answers a list of one, or (open question) the object', async () => {
  const sandbox = await openTestSandbox()
  const note = sandbox.control.creditInvoice(sandbox.control.addInvoice({ total: 10_000 }).id)
  const info = () => sandbox.call('creditNotes.info', { id: note.id })
  expect((await info()).body.data).toMatchObject([{ id: note.id, total: { payable: { amount: 100 } } }])
  sandbox.control.answers({ creditNoteInfoForm: 'object' })
  expect((await info()).body.data).toMatchObject({ id: note.id })
})

test('both invoice dates are inclusive; the end date of credit notes is not', async () => {
  const sandbox = await openTestSandbox({ now: () => new Date('2026-11-21T12:00:00Z') })
  for (const invoiceDate of ['2026-11-01', '2026-11-10', '2026-11-21'])
    sandbox.control.addInvoice({ invoiceDate })
  const count = async (filter: object) => (await sandbox.list('invoices.list', { filter })).length
  expect(await count({ invoice_date_after: '2026-11-10' })).toBe(2)
  expect(await count({ invoice_date_before: '2026-11-10' })).toBe(2)
  sandbox.control.creditInvoice(sandbox.control.invoices()[0]?.id ?? '')
  const notes = async (filter: object) => (await sandbox.list('creditNotes.list', { filter })).length
  expect(await notes({ credit_note_date_after: '2026-11-21' })).toBe(1)
  expect(await notes({ credit_note_date_before: '2026-11-21' })).toBe(0)
  expect(await notes({ credit_note_date_before: '2026-11-22' })).toBe(1)
})

test('invoices are found by ids, change, status, department, number, customer, subscription and term', async () => {
  const sandbox = await openTestSandbox({ now: () => new Date('2026-11-21T12:00:00Z') })
  const { control } = sandbox
  const customer = { type: 'company' as const, id: control.addCompany({ name: 'Chez Zoë' }).id }
  const subscription = control.addSubscription({ customer })
  const wanted = control.addInvoice({
    customer,
    subscriptionIds: [subscription.id],
    purchaseOrderNumber: 'PO-9',
  })
  control.clock.advance(60_000)
  const other = control.addInvoice({ status: 'draft', departmentId: control.departments()[1]?.id ?? '' })
  const found = async (filter: object) =>
    (await sandbox.list('invoices.list', { filter })).map(({ id }) => id)
  expect(await found({ ids: [wanted.id, '11111111-1111-4111-8111-111111111111'] })).toEqual([wanted.id])
  expect(await found({ updated_since: '2026-11-21T12:01:00+00:00' })).toEqual([other.id])
  for (const filter of [
    { status: ['outstanding'] },
    { department_id: wanted.departmentId },
    { invoice_number: '2026 / 1' },
    { subscription_id: subscription.id },
    { customer },
    { term: 'zoë' },
    { term: 'po-9' },
    { payment_reference: wanted.paymentReference },
  ]) {
    const only = await found({ ...filter, status: ['outstanding'] })
    expect(only).toContain(wanted.id)
    expect(only).not.toContain(other.id)
  }
  expect(
    (await sandbox.list('subscriptions.list', { filter: { invoice_id: wanted.id } })).map(({ id }) => id),
  ).toEqual([subscription.id])
})

test('invoices sort by number as a number and by date, both ways', async () => {
  const sandbox = await openTestSandbox()
  for (let at = 0; at < 11; at += 1) sandbox.control.addInvoice()
  const numbers = async (order: string) =>
    (await sandbox.list('invoices.list', { sort: [{ field: 'invoice_number', order }] })).map(
      (row) => row.invoice_number,
    )
  const ascending = await numbers('asc')
  expect(ascending.at(-1)).toMatch(/ 11$/)
  expect(await numbers('desc')).toEqual(ascending.reverse())
})

test('in strict mode booked invoices cannot be edited or deleted; else only the last can be deleted', async () => {
  const sandbox = await openTestSandbox()
  const first = sandbox.control.addInvoice()
  const last = sandbox.control.addInvoice()
  const status = async (operation: string, id: string) =>
    (await sandbox.call(operation, { id, note: 'x' })).status
  expect(await status('invoices.delete', first.id)).toBe(400)
  sandbox.control.answers({ strictMode: true })
  expect(await status('invoices.updateBooked', first.id)).toBe(400)
  expect(await status('invoices.delete', last.id)).toBe(400)
  sandbox.control.answers({ strictMode: false })
  expect(await status('invoices.updateBooked', first.id)).toBe(204)
  expect(await status('invoices.delete', last.id)).toBe(204)
  expect((await sandbox.call('invoices.info', { id: last.id })).status).toBe(404)
})

test('a zero invoice can be raised later', async () => {
  const sandbox = await openTestSandbox()
  const { id } = sandbox.control.addInvoice({ total: 0 })
  expect(await sandbox.info('invoices.info', id)).toMatchObject({
    paid: false,
    total: { payable: { amount: 0 } },
  })
  sandbox.control.setInvoiceTotal(id, 4_840)
  expect(await sandbox.info('invoices.info', id)).toMatchObject({
    total: { payable: { amount: 48.4 }, tax_exclusive: { amount: 40 }, due: { amount: 48.4 } },
  })
})

test('open question: select fields hold the text or the id of the option', async () => {
  const sandbox = await openTestSandbox()
  const field = sandbox.control.addCustomField({
    label: 'Profile',
    type: 'single_select',
    context: 'invoice',
    options: ['Gentle', 'Strict'],
  })
  const { id } = sandbox.control.addInvoice({ customFields: [{ id: field.id, value: 'Strict' }] })
  const value = async () =>
    ((await sandbox.info('invoices.info', id)) as { custom_fields: Array<{ value: string }> })
      .custom_fields[0]?.value
  expect(await value()).toBe('Strict')
  sandbox.control.answers({ selectValueForm: 'id' })
  expect(await value()).toBe(field.options[1]?.id)
})

test('the invoice keeps the customer as it was when it was made', async () => {
  const sandbox = await openTestSandbox()
  const company = sandbox.control.addCompany({ name: 'Before' })
  const { id } = sandbox.control.addInvoice({ customer: { type: 'company', id: company.id } })
  sandbox.control.editCompany(company.id, { name: 'After' })
  expect(await sandbox.info('invoices.info', id)).toMatchObject({ invoicee: { name: 'Before' } })
  expect(await sandbox.info('companies.info', company.id)).toMatchObject({ name: 'After' })
})
