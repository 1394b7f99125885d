// Promise B16, B15, A2: a credit note reaches its invoice by itself, also when Teamleader tells of the credit note only
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceFor } from '../../src/connections/index.ts'
import { inTransaction } from '../../src/context.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import {
  causeOf,
  historyOf,
  invoiceCount,
  invoiceOf,
  lineOf,
  type SeenInvoice,
} from '../support/read-ledger.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
  // What stands here is seen by the credit notes alone: no event of the invoice helps.
  world.teamleader.control.answers({ creditAlsoUpdates: false })
})
afterAll(() => world.stop())

test('booked, changed and deleted: what is open follows, and the credit shows in the history once', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  const note = control.creditInvoice(seen.externalId, 2_500)
  await world.drain()
  expect(await openOf(seen)).toBe(7_500)
  expect(await creditsOf(seen)).toEqual([note.number])
  const rest = control.creditInvoice(seen.externalId, 7_500)
  await world.drain()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ state: 'paid', paymentState: 'credited' })
  // A list calls it paid: credited it stays.
  control.webhooks.announce('invoice.updated', seen.externalId)
  await world.advance(61_000)
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({ state: 'paid', paymentState: 'credited' })
  control.deleteCreditNote(rest.id)
  await world.drain()
  expect(await invoiceOf(world, seen.externalId)).toMatchObject({
    state: 'booked',
    open: { amountCents: 7_500 },
  })
  expect(await creditsOf(seen)).toEqual([note.number])
  // Told again, and told of what did not happen: Teamleader is asked, and nothing changes.
  const before = await historyOf(world, seen.id)
  control.webhooks.announce('creditNote.deleted', rest.id)
  control.webhooks.announce('creditNote.deleted', note.id)
  await world.advance(61_000)
  expect(await openOf(seen)).toBe(7_500)
  expect(await historyOf(world, seen.id)).toEqual(before)
})

test('a credit note that moves to another invoice changes both', async () => {
  const { control } = world.teamleader
  const [one, other] = [await imported(10_000), await imported(10_000)]
  const note = control.creditInvoice(one.externalId, 4_000)
  await world.drain()
  control.editCreditNote(note.id, { invoiceId: other.externalId })
  await world.advance(61_000)
  expect([await openOf(one), await openOf(other)]).toEqual([10_000, 6_000])
  control.editCreditNote(note.id, { invoiceId: null })
  await world.advance(61_000)
  expect([await openOf(one), await openOf(other)]).toEqual([10_000, 10_000])
})

test('of no invoice, or known to nobody: the event says so, and nothing else comes of it', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  const note = control.creditInvoice(seen.externalId, 1_000)
  control.editCreditNote(note.id, { invoiceId: null })
  await world.drain()
  const strangers = ['2a3f6f6e-0000-4000-8000-00000000abcd', 'no id at all']
  for (const id of strangers) control.webhooks.announce('creditNote.booked', id)
  await world.drain()
  expect(await becameOf(note.id)).toEqual([
    ['creditNote.booked', 'ignored', 'credit_note_without_invoice'],
    ['creditNote.updated', 'ignored', 'credit_note_without_invoice'],
  ])
  for (const id of strangers)
    expect(await becameOf(id)).toEqual([['creditNote.booked', 'ignored', 'credit_note_not_found']])
  expect(await openOf(seen)).toBe(10_000)
})

test('of an invoice that is not in: it is looked at, and one that was credited whole says so for good', async () => {
  const { control } = world.teamleader
  const before = await invoiceCount(world)
  const invoice = control.addInvoice({ total: 10_000, silent: true })
  const note = control.creditInvoice(invoice.id)
  await world.drain()
  expect(await causeOf(world, invoice.id)).toBe('credited')
  const paid = control.addInvoice({ status: 'matched', total: 10_000 })
  // The list calls both paid: what the record told stands.
  control.webhooks.announce('invoice.updated', invoice.id)
  await world.advance(61_000)
  expect([await causeOf(world, invoice.id), await causeOf(world, paid.id)]).toEqual(['credited', 'paid'])
  expect(await invoiceCount(world)).toBe(before)
  control.deleteCreditNote(note.id)
  await world.drain()
  expect(await lineOf(world, invoice.id)).toMatchObject({ outcome: 'imported', cause: null })
})

test('a person who looks again is told whether it was paid or credited', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice({ total: 10_000, silent: true })
  control.webhooks.next({ lose: 1 })
  control.creditInvoice(invoice.id)
  control.webhooks.announce('invoice.updated', invoice.id)
  await world.drain()
  const line = await lineOf(world, invoice.id)
  expect(line.cause?.code).toBe('paid')
  await world.send('POST', `/api/v1/import-lines/${line.id}/retry`, {})
  expect((await lineOf(world, invoice.id)).cause).toMatchObject({ code: 'credited', title: 'Fully credited' })
})

test('an outage of the credit notes keeps no invoice waiting, and loses no credit note', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  for (const operation of ['creditNotes.list', 'creditNotes.info'])
    control.replyAlways(operation, { kind: 'status', status: 503 })
  control.creditInvoice(seen.externalId, 2_500)
  const late = await imported(5_000)
  expect(late.open.amountCents).toBe(5_000)
  expect(await openOf(seen)).toBe(10_000)
  control.clearFaults()
  await world.advance(20 * 60_000)
  expect(await openOf(seen)).toBe(7_500)
})

test('who may not read credit notes still gets every invoice, and the event says that it was refused', async () => {
  const { control } = world.teamleader
  const seen = await imported(10_000)
  control.replyAlways('creditNotes.list', { kind: 'status', status: 403 })
  const note = control.creditInvoice(seen.externalId, 2_500)
  await world.drain()
  control.clearFaults()
  expect(await becameOf(note.id)).toEqual([['creditNote.booked', 'ignored', 'crm_refused']])
})

test('a connection from before hears of credit notes without anybody touching it; a switched-off one does not', async () => {
  const { control } = world.teamleader
  const isOfNote = (type: string) => type.startsWith('creditNote.')
  const types = () => control.webhooks.registered().flatMap((hook) => hook.types)
  const withoutNotes = types().filter((type) => !isOfNote(type))
  // As an earlier version left it.
  const source = await sourceFor(world.ctx, world.connectionId, 'person')
  for (const { url, types } of control.webhooks.registered())
    await source.unregisterWebhook(url, types.filter(isOfNote))
  await inTransaction(world.ctx, (tx) =>
    tx.db.updateTable('connections').set({ hookEventTypes: withoutNotes }).execute(),
  )
  await world.app.jobs.runSchedule('reconcile')
  await world.drain()
  expect(types().filter(isOfNote).sort()).toEqual([
    'creditNote.booked',
    'creditNote.deleted',
    'creditNote.updated',
  ])
  const path = `/api/v1/connections/${world.connectionId}`
  await world.send('PATCH', path, { importInvoicesAutomatically: false })
  await world.drain()
  expect(types().filter(isOfNote)).toEqual([])
})

async function imported(total: number): Promise<SeenInvoice> {
  const invoice = world.teamleader.control.addInvoice({ total })
  await world.drain()
  return invoiceOf(world, invoice.id)
}

async function openOf({ externalId }: SeenInvoice): Promise<number> {
  return (await invoiceOf(world, externalId)).open.amountCents
}

async function creditsOf({ id }: SeenInvoice): Promise<(string | null)[]> {
  const { statement } = await world.get<{ statement: { credits: { number: string | null }[] } }>(
    `/invoices/${id}/payments`,
  )
  return statement.credits.map(({ number }) => number)
}

/** What became of the events about a subject, oldest first. */
function becameOf(externalId: string): Promise<unknown[]> {
  return inTransaction(world.ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('webhookEvents')
      .select(['type', 'state', 'cause'])
      .where('subjectExternalId', '=', externalId)
      .orderBy('id')
      .execute()
    return rows.map(({ type, state, cause }) => [type, state, cause])
  })
}
