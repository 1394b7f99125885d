import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { noteInvoices } from '../invitations/index.ts'
import { countInvoices, type InvoiceSelection, pageInvoices } from '../invoice-lists/index.ts'
import { type Invoice, markStops } from '../invoices/index.ts'
import { newId } from '../values/index.ts'

/** So many are done while the person waits. */
const atMost = 5_000
const pageSize = 500

type HoldManyInput = { selection: InvoiceSelection; reason?: string | null | undefined }

/**
 * Puts all open invoices of a selection on hold (promise C10); answers those that were not before. Each page of them is done
 * whole or not at all, and asking again goes on where it stopped. Throws ConflictError `too_many_chosen`.
 */
export function holdMany(ctx: Context, { selection, reason }: HoldManyInput): Promise<string[]> {
  const said = reason?.trim() || null
  return page(ctx, selection, async (tx, invoices) => {
    const open = invoices.filter(({ state }) => state === 'booked' || state === 'pending')
    const rows = open.map(({ id }) => ({ id: newId('stp'), invoice_id: id }))
    const set = await sql<{ invoiceId: string }>`
      insert into collection_stops (id, creditor_id, invoice_id, kind, reason, set_by, set_at)
      select r.id, ${creditorOf(tx)}, i.id, 'hold', ${said}::text, ${actorName(tx)}::text, ${tx.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, invoice_id text)
        join invoices i on i.id = r.invoice_id
      where i.state in ('booked', 'pending')
      on conflict (invoice_id, kind) where ended_at is null do nothing
      returning invoice_id`.execute(tx.db)
    const changed = new Set(set.rows.map(({ invoiceId }) => invoiceId))
    return note(
      tx,
      open.filter(({ id }) => changed.has(id)),
      { isOnHold: true, reason: said },
    )
  })
}

/** Ends the hold of all invoices of a selection; answers those that had one. Throws ConflictError `too_many_chosen`. */
export function endHolds(ctx: Context, { selection }: { selection: InvoiceSelection }): Promise<string[]> {
  return page(ctx, selection, async (tx, invoices) => {
    const ended = await sql<{ invoiceId: string }>`
      update collection_stops set ended_at = ${tx.now()}, ended_by = ${actorName(tx)}::text
      where kind = 'hold' and ended_at is null and invoice_id = any(${invoices.map(({ id }) => id)}::text[])
      returning invoice_id`.execute(tx.db)
    const changed = new Set(ended.rows.map(({ invoiceId }) => invoiceId))
    return note(
      tx,
      invoices.filter(({ id }) => changed.has(id)),
      { isOnHold: false, reason: null },
    )
  })
}

async function page(
  ctx: Context,
  selection: InvoiceSelection,
  work: (tx: Tx, invoices: readonly Invoice[]) => Promise<string[]>,
): Promise<string[]> {
  if ((await countInvoices(ctx, selection)) > atMost)
    throw new ConflictError(`At most ${atMost} invoices are put on hold at once`, 'too_many_chosen')
  const changed: string[] = []
  let after = ''
  for (;;) {
    const ids = await inTransaction(ctx, async (tx) => {
      const invoices = await pageInvoices(tx, { selection, after, limit: pageSize })
      if (invoices.length > 0) changed.push(...(await work(tx, await lock(tx, invoices))))
      return invoices.map(({ id }) => id)
    })
    if (ids.length < pageSize) return changed
    after = ids.at(-1) ?? after
  }
}

/** In the order of their ids, so that two who do the same wait for each other. */
async function lock(tx: Tx, invoices: readonly Invoice[]): Promise<readonly Invoice[]> {
  await sql`select id from invoices where id = any(${invoices.map(({ id }) => id)}::text[])
    order by id for update`.execute(tx.db)
  return invoices
}

async function note(
  tx: Tx,
  invoices: readonly Invoice[],
  { isOnHold, reason }: { isOnHold: boolean; reason: string | null },
): Promise<string[]> {
  if (invoices.length === 0) return []
  const invoiceIds = invoices.map(({ id }) => id)
  await markStops(tx, { invoiceIds, stops: { isOnHold } })
  await recordActivities(
    tx,
    invoices.map(({ id, number }) => ({
      subjectKind: 'invoice',
      subjectId: id,
      kind: isOnHold ? 'invoice.putOnHold' : 'invoice.holdEnded',
      data: { number, ...(isOnHold && { reason: reason ?? '' }) },
    })),
  )
  await noteInvoices(tx, { invoiceIds })
  return invoiceIds
}

function actorName(tx: Tx): string | null {
  return 'name' in tx.actor ? (tx.actor.name ?? null) : null
}
