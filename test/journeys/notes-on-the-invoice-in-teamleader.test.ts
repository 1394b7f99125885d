// Promise B18: Vorder leaves a note on the Teamleader invoice (imported, not imported and why, paid), one an event, and none while it is switched off
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { leaveNote } from '../../src/crm-notes/index.ts'
import type { SandboxFault } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { causeOf, invoiceOf } from '../support/read-ledger.ts'
import { pay } from '../support/read-payments.ts'

let world: TestApp
beforeAll(async () => {
  world = await createTestApp()
})
afterAll(() => world.stop())

test('switched off: not a word; switched on: the new one gets its note, in the language of the business', async () => {
  const { control } = world.teamleader
  const before = control.addInvoice()
  await world.drain()
  await setNotes(true)
  await world.send('PATCH', '/api/v1/creditor', { language: 'nl' })
  const after = control.addInvoice()
  await world.drain()
  expect(notesOn(before.id)).toEqual([])
  expect(notesOn(after.id)).toEqual([
    expect.stringMatching(/^Vorder volgt de betaling van deze factuur op\. \[V-[0-9a-f]{10}\]$/),
  ])
  await world.send('PATCH', '/api/v1/creditor', { language: 'en' })
})

test('one note an event: changes, refreshes and reconciles add none', async () => {
  const { control } = world.teamleader
  const invoice = control.addInvoice()
  await world.drain()
  const { id } = await invoiceOf(world, invoice.id)
  control.editInvoice(invoice.id, { dueOn: '2031-12-24' })
  await world.send('POST', `/api/v1/invoices/${id}/refresh`)
  await world.send('POST', `/api/v1/connections/${world.connectionId}/reconcile`)
  await world.advance(61_000)
  expect(notesOn(invoice.id)).toHaveLength(1)
})

test('left out for good: the note says why, once, and another one when it comes in after all', async () => {
  const { control } = world.teamleader
  const zero = control.addInvoice({ total: 0 })
  const draft = control.addInvoice({ status: 'draft' })
  await world.drain()
  expect(await causeOf(world, zero.id)).toBe('zero_amount')
  control.editInvoice(zero.id, { dueOn: '2031-12-24' })
  await world.advance(61_000)
  expect(notesOn(zero.id)).toEqual([
    expect.stringContaining('Vorder does not follow up this invoice: Amount is zero.'),
  ])
  expect(notesOn(draft.id)).toEqual([])
  control.setInvoiceTotal(zero.id, 5_000)
  await world.advance(61_000)
  expect(notesOn(zero.id)).toEqual([
    expect.stringContaining('Amount is zero'),
    expect.stringContaining('Vorder follows up the payment of this invoice'),
  ])
})

test('a payment told here is told there, each one', async () => {
  const invoice = world.teamleader.control.addInvoice({ total: 10_000 })
  await world.drain()
  const { id } = await invoiceOf(world, invoice.id)
  const { paidOn } = await pay(world, id, { amountCents: 1_250 })
  await pay(world, id, { amountCents: 2_000 })
  await world.drain()
  const notes = notesOn(invoice.id)
  expect(notes).toHaveLength(3)
  expect(notes[1]).toContain(`Vorder was told of a payment: €12.50, ${paidOn}`)
})

test.each<[string, string, SandboxFault]>([
  ['the answer is lost after the effect', 'notes.create', { kind: 'reset', afterWork: true }],
  ['the answer is lost before it', 'notes.create', { kind: 'reset' }],
  ['a web page comes in place of the answer', 'notes.create', { kind: 'html', afterWork: true }],
  ['500 after the effect', 'notes.create', { kind: 'status', status: 500, afterWork: true }],
  ['the notes cannot be read', 'notes.list', { kind: 'status', status: 503 }],
])('%s: exactly one note', async (_name, endpoint, fault) => {
  const { control } = world.teamleader
  control.replyOnce(endpoint, fault)
  const invoice = control.addInvoice()
  await world.drain()
  await world.advance(60_000)
  await world.advance(5 * 60_000)
  expect(notesOn(invoice.id)).toHaveLength(1)
})

test('two processes at once, and a ledger that forgot: still one note', async () => {
  const { control } = world.teamleader
  const invoices = [control.addInvoice(), control.addInvoice(), control.addInvoice()]
  await world.teamleader.settled()
  const other = await world.startSecond()
  await Promise.all([world.app.jobs.drain(), other.jobs.drain()])
  await world.drain()
  // As after a backup that is older than the notes.
  await inTransaction(world.ctx, (tx) => tx.db.deleteFrom('crmNotes').execute())
  await inTransaction(world.ctx, async (tx) => {
    for (const { id } of invoices)
      await leaveNote(tx, { connectionId: world.connectionId, invoiceExternalId: id, event: 'imported' })
  })
  await world.drain()
  for (const { id } of invoices) expect(notesOn(id)).toHaveLength(1)
})

test('a reminder of each level has its own note; the same one told again has none', async () => {
  const invoice = world.teamleader.control.addInvoice()
  await world.drain()
  const tell = (eventKey: string) =>
    inTransaction(world.ctx, (tx) =>
      leaveNote(tx, {
        connectionId: world.connectionId,
        invoiceExternalId: invoice.id,
        event: 'reminded',
        eventKey,
        detail: () => 'info@klant.example',
      }),
    )
  for (const level of ['1', '2', '2', '1']) await tell(level)
  await world.drain()
  const notes = notesOn(invoice.id)
  expect(
    notes.filter((note) => note.startsWith('Vorder sent a reminder to info@klant.example.')),
  ).toHaveLength(2)
})

test('without the right to it: refused, told once in the history, and the import goes on', async () => {
  const { control } = world.teamleader
  control.replyAlways('notes.create', { kind: 'status', status: 403 })
  const invoices = [control.addInvoice(), control.addInvoice()]
  await world.advance(10 * 60_000)
  for (const { id } of invoices) expect(await invoiceOf(world, id)).toMatchObject({ state: 'booked' })
  const { items } = await world.get(`/activities?subjectKind=connection&subjectId=${world.connectionId}`)
  expect(items.filter(({ kind }) => kind === 'crmNote.refused')).toHaveLength(1)
  control.clearFaults()
  await setNotes(false)
  const quiet = control.addInvoice()
  await world.advance(10 * 60_000)
  expect(notesOn(quiet.id)).toEqual([])
})

function setNotes(leaveNotes: boolean): Promise<unknown> {
  return world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { leaveNotes })
}

/** What stands on the invoice in Teamleader itself, oldest first. */
function notesOn(invoiceId: string): string[] {
  return world.teamleader.control.notesOn(invoiceId)
}
