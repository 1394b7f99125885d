import { randomUUID } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { DocumentKind, InvoiceDocument } from './invoice-document.ts'

/** A document that this process fetches now, and nobody else. */
export type ClaimedDocument = Pick<
  InvoiceDocument,
  | 'id'
  | 'connectionId'
  | 'invoiceId'
  | 'kind'
  | 'state'
  | 'versionWanted'
  | 'attempts'
  | 'lastError'
  | 'storageKey'
  | 'sha256'
> & {
  claimId: string
  externalId: string
  number: string | null
  isArchived: boolean
}

/** Longer than a fetch with all its waiting takes. After that the fetcher counts as killed, and another one may. */
const claimMs = 5 * 60_000

/** Begins the claims of the schedule. */
export const scheduleMark = 'schedule'

/**
 * Claims the documents of a connection that are due, longest due first. Only one run a connection does this at a time, in
 * all processes together (the job sees to it): what the schedule has claimed already was claimed by a run that is dead.
 */
export function claimDue(
  ctx: Context,
  input: { connectionId: string; limit: number },
): Promise<ClaimedDocument[]> {
  return inTransaction(ctx, (tx) =>
    claim(tx, {
      wanted: sql<SqlBool>`connection_id = ${input.connectionId} and next_try_at <= ${tx.now()}`,
      limit: input.limit,
      claimant: scheduleMark,
    }),
  )
}

/** Claims one kind of document of these invoices, whether due or not. Those that somebody else is fetching are absent. */
export function claimOfInvoices(
  ctx: Context,
  input: { invoiceIds: readonly string[]; kind: DocumentKind },
): Promise<ClaimedDocument[]> {
  return inTransaction(ctx, (tx) =>
    claim(tx, {
      wanted: sql<SqlBool>`invoice_id = any(${[...input.invoiceIds]}) and kind = ${input.kind}`,
      limit: input.invoiceIds.length,
      claimant: 'hand',
    }),
  )
}

type Claim = { wanted: RawBuilder<SqlBool>; limit: number; claimant: 'schedule' | 'hand' }

async function claim(tx: Tx, { wanted, limit, claimant }: Claim): Promise<ClaimedDocument[]> {
  const until = new Date(tx.now().getTime() + claimMs)
  const isDead = claimant === scheduleMark ? sql`or claim_id like ${`${scheduleMark}:%`}` : sql``
  const found = await sql<ClaimedDocument>`
    with free as (
      select id from invoice_documents
      where ${wanted} and (claimed_until is null or claimed_until <= ${tx.now()} ${isDead})
      order by next_try_at, id limit ${limit} for update skip locked
    ), claimed as (
      update invoice_documents as d set claim_id = ${`${claimant}:${randomUUID()}`}, claimed_until = ${until}
      from free where d.id = free.id
      returning d.*
    )
    select c.id, c.connection_id, c.invoice_id, c.kind, c.state, c.version_wanted, c.attempts, c.last_error, c.storage_key,
      c.sha256, c.claim_id, i.external_id, i.number, i.state = 'archived' as is_archived
    from claimed c join invoices i on i.id = c.invoice_id
    order by c.next_try_at, c.id`.execute(tx.db)
  return found.rows
}
