// Promise B16: two looks at one invoice that cross on their way end like Teamleader, whichever is written last
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/support/create-test-app.ts'
import { causeOf, invoiceOf, lineOf } from '../../test/support/read-ledger.ts'
import { sourceFor } from '../connections/index.ts'
import { inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { fetchInvoices } from './fetch-invoices.ts'
import { importInvoices } from './import-invoices.ts'
import { drawFetchTicket } from './import-line-table.ts'
import type { ImportPage } from './import-page.ts'
import { recordWaiting } from './record-failures.ts'

let world: TestApp
let source: CrmSource
beforeAll(async () => {
  world = await createTestApp({ switches: { importInvoicesAutomatically: false } })
  source = await sourceFor(world.ctx, world.connectionId, 'person')
})
afterEach(() => world.teamleader.control.clearFaults())
afterAll(() => world.stop())

test('an older look at a payment that was taken back meanwhile does not make the invoice paid', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  await write(await look(id))
  control.payInvoice(id)
  const older = await look(id)
  control.removePayments(id)
  await write(await look(id))
  await write(older)
  expect(await invoiceOf(world, id)).toMatchObject({ paymentState: 'open' })
})

test('an older look at an amount that went back to zero meanwhile does not bring the invoice in', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice({ total: 0 })
  await write(await look(id))
  control.setInvoiceTotal(id, 5_000)
  const older = await look(id)
  control.setInvoiceTotal(id, 0)
  await write(await look(id))
  await write(older)
  expect(await causeOf(world, id)).toBe('zero_amount')
})

test('an older look that could not be read does not spoil the line of a newer one', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  control.replyOnce('invoices.list', { kind: 'patch', patch: { 'data.*.total': null } })
  const older = await look(id)
  expect(older.unreadable).toHaveLength(1)
  await write(await look(id))
  await write(older)
  expect(await lineOf(world, id)).toMatchObject({ outcome: 'imported', cause: null })
})

test('an older look that failed does not take the place of a newer failure', async () => {
  const { connectionId, ctx } = world
  const { id } = world.teamleader.control.addInvoice()
  const older = await inTransaction(ctx, drawFetchTicket)
  const newer = await inTransaction(ctx, drawFetchTicket)
  const waiting = { connectionId, runId: null, externalIds: [id], detail: null, retryAt: null }
  await recordWaiting(ctx, { ...waiting, ticket: newer, cause: 'crm_refused' })
  await recordWaiting(ctx, { ...waiting, ticket: older, cause: 'crm_unavailable' })
  expect(await causeOf(world, id)).toBe('crm_refused')
})

test('an outage before it could be seen costs an invoice none of its looks', async () => {
  const { connectionId, ctx } = world
  const { id } = world.teamleader.control.addInvoice()
  const waiting = { connectionId, runId: null, externalIds: [id], detail: null, retryAt: null }
  for (let tries = 0; tries < 6; tries += 1) {
    const ticket = await inTransaction(ctx, drawFetchTicket)
    await recordWaiting(ctx, { ...waiting, ticket, cause: 'crm_unavailable' })
  }
  expect(await lineOf(world, id)).toMatchObject({ attempts: 6 })
  await write({ ...(await look(id)), invoices: [], absent: [{ externalId: id, isDeleted: false }] })
  expect(await lineOf(world, id)).toMatchObject({ cause: { code: 'not_visible_yet' }, attempts: 1 })
})

test('six looks at a new invoice that are written at the same moment are one invoice, and none of them fails', async () => {
  const { id } = world.teamleader.control.addInvoice()
  const looks = await Promise.all(Array.from({ length: 6 }, () => look(id)))
  const counts = await Promise.all(looks.map(write))
  expect(counts.filter(({ imported }) => imported === 1)).toHaveLength(1)
  expect(counts.filter(({ failed }) => failed > 0)).toEqual([])
  expect(await lineOf(world, id)).toMatchObject({ outcome: 'imported' })
})

test('two looks that wait for the same invoice are written in turn: the older one sees what the newer one wrote', async () => {
  const { control } = world.teamleader
  const { id } = control.addInvoice()
  await write(await look(id))
  const older = await look(id)
  control.payInvoice(id)
  const newer = await look(id)
  const blocker = new pg.Client({ connectionString: world.environment.DATABASE_URL })
  await blocker.connect()
  await blocker.query('begin')
  await blocker.query('select from invoices where external_id = $1 for update', [id])
  const waiting = async () => {
    const found = await blocker.query(
      'select 1 from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()',
    )
    return found.rows.length
  }
  const written = [write(newer)]
  await expect.poll(waiting).toBe(1)
  written.push(write(older))
  await expect.poll(waiting).toBe(2)
  await blocker.query('rollback')
  await blocker.end()
  await Promise.all(written)
  expect(await invoiceOf(world, id)).toMatchObject({ paymentState: 'paid' })
})

/** Asks Teamleader about an invoice, without writing the answer yet. */
async function look(id: string): Promise<ImportPage> {
  const { connectionId, ctx } = world
  const ticket = await inTransaction(ctx, drawFetchTicket)
  const { invoices, unreadable } = await fetchInvoices(source, [id])
  return { connectionId, ticket, runId: null, invoices, unreadable, absent: [] }
}

function write(page: ImportPage) {
  return importInvoices(world.ctx, source, page)
}
