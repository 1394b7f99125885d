import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import type { CrmInvoice, Unreadable } from '../crm/index.ts'
import { type ImportCause, type ImportCounts, type LineToWrite, noCounts } from '../imports/index.ts'
import type { Expectation } from '../invitations/index.ts'

/** What a list showed, word for word as far as we read it. */
export type Found = { invoice: CrmInvoice } | { unreadable: Unreadable }
export type Candidate = { externalId: string; ticket: number; found: Found }

/** What became of an invoice in a run by hand. */
export type DecidedLine = Pick<
  LineToWrite,
  'externalId' | 'outcome' | 'cause' | 'causeDetail' | 'warning'
> & {
  /** What becomes of the invitation of one that comes in, and whose it is. */
  invitation: Expectation | null
  customerKey: string | null
}

/** As the ledger has it. */
export type WrittenLine = Omit<DecidedLine, 'invitation' | 'customerKey'> & Pick<LineToWrite, 'invoiceId'>

/**
 * Notes what a page of a list showed; answers how many of them the run had not seen. Of two looks at one invoice the
 * later one stays.
 */
export async function addCandidates(
  tx: Tx,
  input: { runId: string; ticket: number; found: readonly Found[] },
): Promise<number> {
  if (input.found.length === 0) return 0
  const rows = new Map(input.found.map((found) => [idOfFound(found), rowOf(found)]))
  const { rows: written } = await sql<{ isNew: boolean }>`
    insert into manual_import_lines (creditor_id, run_id, external_id, ticket, found, number, customer_name, invoice_date,
      total_cents, currency, web_url)
    select ${creditorOf(tx)}, ${input.runId}, r.external_id, ${input.ticket}::bigint, r.found, r.number, r.customer_name,
      r.invoice_date, r.total_cents, r.currency, r.web_url
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as r(external_id text, found text, number text,
      customer_name text, invoice_date text, total_cents bigint, currency text, web_url text)
    on conflict (run_id, external_id) do update set ticket = excluded.ticket, found = excluded.found, number = excluded.number,
      customer_name = excluded.customer_name, invoice_date = excluded.invoice_date, total_cents = excluded.total_cents,
      currency = excluded.currency, web_url = excluded.web_url
      where manual_import_lines.outcome is null and manual_import_lines.ticket < excluded.ticket
    returning xmax = 0 as is_new`.execute(tx.db)
  return written.filter((row) => row.isNew).length
}

/** A row without an id cannot be asked for again; it is told apart by what it says. */
function idOfFound(found: Found): string {
  if ('invoice' in found) return found.invoice.externalId
  const { externalId, raw } = found.unreadable
  return externalId ?? `unreadable-${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`
}

function rowOf(found: Found) {
  const said = { external_id: storable(idOfFound(found)), found: JSON.stringify(found) }
  if ('unreadable' in found) return said
  const { invoice } = found
  return {
    ...said,
    number: invoice.number && storable(invoice.number),
    customer_name: storable(invoice.customerName),
    invoice_date: invoice.invoiceDate,
    total_cents: invoice.total.amountCents,
    currency: invoice.total.currency,
    web_url: invoice.webUrl && storable(invoice.webUrl),
  }
}

// PostgreSQL holds neither U+0000 nor half a surrogate pair. What was found is kept as JSON, where both are escaped.
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** The next lines without an outcome, in the order in which they were found. */
export async function listUndecided(
  tx: Tx,
  input: { runId: string; externalIds?: readonly string[]; limit: number },
): Promise<Candidate[]> {
  let query = tx.db
    .selectFrom('manualImportLines')
    .select(['externalId', 'ticket', 'found'])
    .where('runId', '=', input.runId)
    .where('outcome', 'is', null)
    .orderBy('id')
    .limit(input.limit)
  if (input.externalIds) query = query.where('externalId', 'in', [...input.externalIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    externalId: row.externalId,
    ticket: Number(row.ticket),
    found: JSON.parse(row.found ?? '{}', reviveInstant) as Found,
  }))
}

const instantFields = ['paidAt', 'createdAt', 'updatedAt']

function reviveInstant(key: string, value: unknown): unknown {
  return instantFields.includes(key) && typeof value === 'string' ? new Date(value) : value
}

/** Notes what was decided, once: a line that has an outcome keeps it. What the CRM had sent is no longer needed. */
export async function settleLines(
  tx: Tx,
  input: { runId: string; lines: readonly DecidedLine[] },
): Promise<void> {
  if (input.lines.length === 0) return
  const rows = input.lines.map((line) => ({
    external_id: line.externalId,
    outcome: line.outcome,
    cause: line.cause,
    cause_detail: line.causeDetail,
    warning: line.warning,
    invitation: line.invitation,
    customer_key: line.customerKey,
  }))
  await sql`
    update manual_import_lines set outcome = r.outcome, cause = r.cause, cause_detail = r.cause_detail, warning = r.warning,
      invitation = r.invitation, customer_key = r.customer_key, decided_at = ${tx.now().toISOString()}::timestamptz, found = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(external_id text, outcome text, cause text, cause_detail text,
      warning text, invitation text, customer_key text)
    where manual_import_lines.run_id = ${input.runId} and manual_import_lines.external_id = r.external_id
      and manual_import_lines.outcome is null`.execute(tx.db)
}

/** How many lines of a run ended how. */
export async function countLines(tx: Tx, runId: string): Promise<ImportCounts> {
  const rows = await tx.db
    .selectFrom('manualImportLines')
    .select(['outcome', sql<number>`count(*)`.as('count')])
    .where('runId', '=', runId)
    .where('outcome', 'is not', null)
    .groupBy('outcome')
    .execute()
  const counts = noCounts()
  for (const row of rows) counts[row.outcome as keyof ImportCounts] = Number(row.count)
  return counts
}

export type ManualLineSummary = {
  totals: { outcome: keyof ImportCounts; currency: string; count: number; amountCents: number }[]
  causes: { cause: ImportCause; count: number }[]
  /** Of those that come in: what becomes of their invitations, and how many customers that is about. */
  invitations: { invitation: Expectation; count: number; customers: number }[]
}

/** The lines of a run added up: by outcome and currency, and by cause. */
export async function summariseLines(tx: Tx, runId: string): Promise<ManualLineSummary> {
  const totals = await tx.db
    .selectFrom('manualImportLines')
    .select(['outcome', 'currency', sql<number>`count(*)`.as('count')])
    .select(sql<number>`coalesce(sum(total_cents), 0)`.as('amountCents'))
    .where('runId', '=', runId)
    .where('outcome', 'is not', null)
    .where('currency', 'is not', null)
    .groupBy(['outcome', 'currency'])
    .orderBy('currency')
    .orderBy('outcome')
    .execute()
  const causes = await tx.db
    .selectFrom('manualImportLines')
    .select(['cause', sql<number>`count(*)`.as('count')])
    .where('runId', '=', runId)
    .where('cause', 'is not', null)
    .groupBy('cause')
    .orderBy('count', 'desc')
    .orderBy('cause')
    .execute()
  const invitations = await tx.db
    .selectFrom('manualImportLines')
    .select(['invitation', sql<number>`count(*)`.as('count')])
    .select(sql<number>`count(distinct customer_key)`.as('customers'))
    .where('runId', '=', runId)
    .where('invitation', 'is not', null)
    .groupBy('invitation')
    .orderBy('invitation')
    .execute()
  return {
    totals: totals.map((row) => ({
      outcome: row.outcome as keyof ImportCounts,
      currency: String(row.currency),
      count: Number(row.count),
      amountCents: Number(row.amountCents),
    })),
    causes: causes.map((row) => ({ cause: row.cause as ImportCause, count: Number(row.count) })),
    invitations: invitations.map((row) => ({
      invitation: row.invitation as Expectation,
      count: Number(row.count),
      customers: Number(row.customers),
    })),
  }
}

/** How many came in although the CRM names a profile that does not exist. */
export async function countWarned(tx: Tx, runId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('manualImportLines')
    .select(sql<number>`count(*)`.as('count'))
    .where('runId', '=', runId)
    .where('warning', 'is not', null)
    .where('outcome', 'in', ['imported', 'updated'])
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
