// Promise N5: what is open by age, expected and paid, and everything that waits for a person, each with its words and what moves it on
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, inviteByHand, type MailWorld, stopMailWorld } from '../support/read-messages.ts'
import { pay } from '../support/read-payments.ts'

type SeenTask = {
  id: string
  kind: string
  subjectId: string
  code: string
  title: string
  explanation: string
  action: string
  invoice: { id: string | null; number: string | null; amount: { amountCents: number } | null } | null
}
type Summary = { counts: Record<string, number>; total: number; isCapped: boolean }
type Sums = { count: number; amountCents: number }
type Overview = {
  currencies: {
    currency: string
    open: Sums
    overdue: Sums
    ages: (Sums & { age: string })[]
    expected: Sums[]
    paid: Sums[]
  }[]
  waitingForDocument: number
  provenCompleteAt: string | null
}

let world: MailWorld
const minutes = (count: number) => count * 60_000

beforeAll(async () => {
  world = await createMailWorld({
    resting: ['retrieve-documents'],
    profile: { sendOnBooking: false, waitForDocument: false },
  })
})
afterAll(() => stopMailWorld(world))

test('while all goes by itself nothing waits for a person', async () => {
  await added({ total: 10_000 })
  expect(await tasks()).toEqual([])
  expect(await world.get<Summary>('/tasks/summary')).toMatchObject({ total: 0, isCapped: false })
})

test('an unknown message, a refused message, a refused payment and a failed import stand in one list', async () => {
  const { control } = world.teamleader
  const seen = await added({ total: 20_000 })
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  await inviteByHand(world, seen)
  await world.drain()

  const refused = await added({ total: 30_000 })
  world.mailbox.refuseNext({ code: 550, message: 'no such person' })
  await inviteByHand(world, refused)
  await world.drain()

  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { writeBack: true })
  control.replyAlways('invoices.registerPayment', { kind: 'status', status: 403 })
  const paid = await added({ total: 40_000 })
  const payment = await pay(world, (await invoiceOf(world, paid)).id, { amountCents: 1_000 })
  await world.advance(minutes(30))

  control.replyAlways('invoices.list', { kind: 'status', status: 403 })
  control.replyAlways('invoices.info', { kind: 'status', status: 403 })
  const failing = control.addInvoice({ total: 50_000 })
  await world.drain()
  control.clearFaults()

  const seenTasks = await tasks()
  expect(seenTasks.map(({ kind, action }) => [kind, action])).toEqual(
    expect.arrayContaining([
      ['message', 'settle_message'],
      ['message', 'open_invoice'],
      ['payment', 'retry_write_back'],
      ['import', 'retry_import'],
    ]),
  )
  expect(new Set(seenTasks.map(({ id }) => id)).size).toBe(seenTasks.length)
  expect(seenTasks.find(({ kind }) => kind === 'payment')).toMatchObject({
    subjectId: payment.id,
    code: 'not_permitted',
    invoice: { amount: { amountCents: 1_000 } },
  })
  for (const { title, explanation } of seenTasks) expect([title, explanation]).not.toContain('')
  expect(seenTasks.find(({ kind }) => kind === 'import')?.subjectId).toBe(
    (await world.get<{ items: { id: string }[] }>(`/import-lines?q=${failing.id}`)).items[0]?.id,
  )
  const { counts, total } = await world.get<Summary>('/tasks/summary')
  expect(total).toBe(seenTasks.length)
  expect(counts).toMatchObject({ message: 2, payment: 1, import: 1, connection: 0 })
  expect((await tasks('?kind=payment')).map(({ kind }) => kind)).toEqual(['payment'])
  const page = await world.get<{ hasMore: string[]; items: SeenTask[] }>('/tasks?kind=message&limit=1')
  expect([page.items.length, page.hasMore]).toEqual([1, ['message']])
})

test('what was moved on, or settled otherwise, waits for nobody', async () => {
  for (const { kind, subjectId, action } of await tasks()) {
    if (action === 'settle_message')
      await world.send('POST', `/api/v1/messages/${subjectId}/settle`, { as: 'arrived' })
    if (kind === 'payment') await world.send('POST', `/api/v1/payments/${subjectId}/retry-write-back`)
    if (kind === 'import') await world.send('POST', `/api/v1/import-lines/${subjectId}/retry`)
  }
  await world.advance(minutes(20))
  const left = await tasks()
  expect(left.map(({ action }) => action)).toEqual(['open_invoice'])
  world.teamleader.control.payInvoice(
    world.teamleader.control.invoices().find(({ number }) => number === left[0]?.invoice?.number)?.id ?? '',
  )
  await world.drain()
  expect(await tasks()).toEqual([])
})

test('a PDF that was given up waits for a person; all messages that wait for the mail settings are one task', async () => {
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db
      .updateTable('invoiceDocuments')
      .set({ state: 'given_up', nextTryAt: null, lastError: 'not_there_yet' })
      .where('state', '=', 'waiting')
      .execute(),
  )
  const [first] = await tasks()
  expect(first).toMatchObject({ kind: 'document', action: 'retrieve_document', code: 'not_there_yet' })
  expect(first?.explanation).not.toContain('Nothing to do')
  await world.ctx.database.transaction(world.ctx.scope, (db) =>
    db.updateTable('messages').set({ state: 'held', cause: 'mail_sign_in_refused' }).execute(),
  )
  const mails = await tasks('?kind=mail')
  expect(mails).toMatchObject([{ code: 'mail_sign_in_refused', action: 'open_settings', count: 2 }])
})

test('the overview adds up what is open by age, expects it by week, and says since when it is proven', async () => {
  const today = new Date()
  await added({ total: 7_000, invoiceDate: dayFrom(today, -60), dueOn: dayFrom(today, -45) })
  await added({ total: 9_000, dueOn: dayFrom(today, 400) })
  const { currencies, provenCompleteAt } = await world.get<Overview>('/overview')
  const { openTotals } = await world.get<{ openTotals: { amountCents: number }[] }>('/invoices/summary')
  const [euro] = currencies
  expect(euro?.open.amountCents).toBe(openTotals[0]?.amountCents)
  expect(euro?.ages.find(({ age }) => age === 'days_31_60')).toMatchObject({ count: 1, amountCents: 7_000 })
  expect(euro?.overdue).toEqual({ count: 1, amountCents: 7_000 })
  expect(euro?.paid.at(-1)).toMatchObject({ count: 1, amountCents: 30_000 })
  expect(euro?.ages.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(euro?.open.amountCents)
  expect(provenCompleteAt).not.toBeNull()
})

async function added(input: Parameters<typeof world.teamleader.control.addInvoice>[0]): Promise<string> {
  const { id } = world.teamleader.control.addInvoice(input)
  await world.drain()
  return id
}

async function tasks(query = ''): Promise<SeenTask[]> {
  return (await world.get<{ items: SeenTask[] }>(`/tasks${query}`)).items
}

function dayFrom(day: Date, days: number): string {
  return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}
