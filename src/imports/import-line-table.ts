import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import { newId } from '../values/index.ts'
import { type ImportLine, importLineColumns } from './import-line.ts'

/** What a decision writes into the ledger. Facts that are not known now (null) keep what the line said before. */
export type LineToWrite = Pick<
  ImportLine,
  'externalId' | 'outcome' | 'cause' | 'causeDetail' | 'warning' | 'invoiceId'
> &
  Pick<ImportLine, 'number' | 'customerName' | 'totalCents' | 'currency' | 'webUrl' | 'nextTryAt'> & {
    externalUpdatedAt: Date | null
  }

export type LineLock = {
  fetchTicket: number
  outcome: ImportLine['outcome']
  cause: string | null
  attempts: number
  /** It failed in an import that a person wanted without invitations. */
  withoutInvitations: boolean
}

/**
 * A number drawn before the CRM is asked. Of two looks at the same invoice the one with the higher number was
 * started later, so its answer is at least as new: order is told by this counter, never by a clock.
 */
export async function drawFetchTicket(tx: Tx): Promise<number> {
  const drawn = await sql<{ ticket: number }>`select nextval('fetch_tickets') as ticket`.execute(tx.db)
  return Number(drawn.rows[0]?.ticket)
}

/** How often in a row the line has failed for this cause, with the failure that is to be written now. */
export function attemptsAfter(line: LineLock | undefined, cause: string): number {
  return line?.outcome === 'failed' && line.cause === cause ? line.attempts + 1 : 1
}

/** Serialises the writers of one connection's ledger for the rest of the transaction, then reads the lines. */
export async function lockLines(
  tx: Tx,
  input: { connectionId: string; externalIds: readonly string[] },
): Promise<Map<string, LineLock>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger:${input.connectionId}`}, 0))`.execute(
    tx.db,
  )
  if (input.externalIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('importLines')
    .select(['externalId', 'fetchTicket', 'outcome', 'cause', 'attempts', 'withoutInvitations'])
    .where('connectionId', '=', input.connectionId)
    .where('externalId', 'in', [...input.externalIds])
    .execute()
  return new Map(rows.map((row) => [row.externalId, row as LineLock & { externalId: string }]))
}

type WriteLines = {
  connectionId: string
  ticket: number
  runId: string | null
  lines: readonly LineToWrite[]
  /** What a person chose; one that failed keeps it until it comes in. Absent: the line keeps what it had. */
  withoutInvitations?: boolean | undefined
}

/**
 * Writes the lines of one page with one statement; answers their ids by external id. A line that rests on a newer look
 * stays as it is, and is absent from the answer.
 */
export async function writeLines(tx: Tx, input: WriteLines): Promise<Map<string, string>> {
  if (input.lines.length === 0) return new Map()
  const isWithout = input.withoutInvitations ?? null
  const rows = input.lines.map((line) => ({
    id: newId('lin'),
    external_id: line.externalId,
    number: line.number,
    customer_name: line.customerName,
    total_cents: line.totalCents,
    currency: line.currency,
    outcome: line.outcome,
    cause: line.cause,
    cause_detail: line.causeDetail,
    warning: line.warning,
    invoice_id: line.invoiceId,
    next_try_at: line.nextTryAt?.toISOString() ?? null,
    external_updated_at: line.externalUpdatedAt?.toISOString() ?? null,
    web_url: line.webUrl,
  }))
  const now = tx.now().toISOString()
  const written = await sql<{ id: string; externalId: string }>`
    insert into import_lines (id, creditor_id, connection_id, external_id, number, customer_name, total_cents, currency, outcome,
      cause, cause_detail, warning, invoice_id, run_id, decided_at, first_heard_at, attempts, next_try_at, external_updated_at,
      web_url, fetch_ticket, without_invitations)
    select r.id, ${creditorOf(tx)}, ${input.connectionId}, r.external_id, r.number, r.customer_name, r.total_cents, r.currency,
      r.outcome, r.cause, r.cause_detail, r.warning, r.invoice_id, ${input.runId}::text, ${now}::timestamptz, ${now}::timestamptz,
      1, r.next_try_at, r.external_updated_at, r.web_url, ${input.ticket}::bigint,
      r.outcome = 'failed' and coalesce(${isWithout}::boolean, false)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, external_id text, number text, customer_name text,
      total_cents bigint, currency text, outcome text, cause text, cause_detail text, warning text, invoice_id text,
      next_try_at timestamptz, external_updated_at timestamptz, web_url text)
    on conflict (connection_id, external_id) do update set
      number = coalesce(excluded.number, import_lines.number),
      customer_name = coalesce(excluded.customer_name, import_lines.customer_name),
      total_cents = coalesce(excluded.total_cents, import_lines.total_cents),
      currency = coalesce(excluded.currency, import_lines.currency),
      outcome = excluded.outcome, cause = excluded.cause, cause_detail = excluded.cause_detail, warning = excluded.warning,
      invoice_id = coalesce(excluded.invoice_id, import_lines.invoice_id),
      run_id = excluded.run_id, decided_at = excluded.decided_at,
      attempts = case when excluded.outcome = 'failed' and import_lines.outcome = 'failed' and excluded.cause = import_lines.cause then import_lines.attempts + 1 else 1 end,
      next_try_at = excluded.next_try_at,
      external_updated_at = coalesce(excluded.external_updated_at, import_lines.external_updated_at),
      web_url = coalesce(excluded.web_url, import_lines.web_url), fetch_ticket = excluded.fetch_ticket,
      without_invitations = excluded.outcome = 'failed' and coalesce(${isWithout}::boolean, import_lines.without_invitations)
    where import_lines.fetch_ticket <= excluded.fetch_ticket
    returning id, external_id`.execute(tx.db)
  return new Map(written.rows.map((row) => [row.externalId, row.id]))
}

/** Notes that a look found nothing new in these lines, so that an older look that arrives later changes nothing either. */
export async function raiseTickets(
  tx: Tx,
  input: { connectionId: string; ticket: number; externalIds: readonly string[] },
): Promise<void> {
  if (input.externalIds.length === 0) return
  await tx.db
    .updateTable('importLines')
    .set({ fetchTicket: input.ticket })
    .where('connectionId', '=', input.connectionId)
    .where('externalId', 'in', [...input.externalIds])
    .where('fetchTicket', '<', input.ticket)
    .execute()
}

/** A line by our id, or undefined. */
export async function findLine(tx: Tx, lineId: string): Promise<ImportLine | undefined> {
  const row = await tx.db
    .selectFrom('importLines')
    .select([...importLineColumns])
    .where('id', '=', lineId)
    .executeTakeFirst()
  return row as ImportLine | undefined
}

/** A line by connection and CRM id, or undefined. */
export async function findLineOf(
  tx: Tx,
  connectionId: string,
  externalId: string,
): Promise<ImportLine | undefined> {
  const row = await tx.db
    .selectFrom('importLines')
    .select([...importLineColumns])
    .where('connectionId', '=', connectionId)
    .where('externalId', '=', externalId)
    .executeTakeFirst()
  return row as ImportLine | undefined
}

/** Keeps what the CRM sent, word for word, when it could not be read or stored. */
export async function keepRawCopies(
  tx: Tx,
  input: { connectionId: string; copies: readonly { externalId: string; problem: string; body: string }[] },
): Promise<void> {
  if (input.copies.length === 0) return
  await tx.db
    .insertInto('rawCopies')
    .values(
      input.copies.map((copy) => ({
        creditorId: creditorOf(tx),
        connectionId: input.connectionId,
        externalId: copy.externalId,
        storedAt: tx.now(),
        problem: withoutNul(copy.problem).slice(0, 1_000),
        body: withoutNul(copy.body).slice(0, 100_000),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['connectionId', 'externalId']).doUpdateSet((eb) => ({
        storedAt: eb.ref('excluded.storedAt'),
        problem: eb.ref('excluded.problem'),
        body: eb.ref('excluded.body'),
      })),
    )
    .execute()
}

// NOTE: PostgreSQL cannot hold the character U+0000 in text; the copy shows it as an escape instead.
function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '\\u0000')
}
