import { sql } from 'kysely'
import type { Tx } from '../../context.ts'
import type { ImportCause } from '../../imports/index.ts'

/** What a person has to look at, and has not been told of yet. */
export type DigestNews = {
  failed: {
    externalId: string
    number: string | null
    customerName: string | null
    cause: ImportCause
    webUrl: string | null
  }[]
  warned: { invoiceId: string; number: string | null; customerName: string; value: string | null }[]
  accounts: string[]
}

const listedAtMost = 200

/**
 * What the automatic imports met between two moments that needs a person (promise B8): lines that are no longer tried or
 * that a right is missing for, custom fields that name no profile, connections that need a person. It is read off the
 * history, which alone knows what is new: a line that fails again for the same cause is no news.
 */
export async function findDigestNews(tx: Tx, window: { since: Date; until: Date }): Promise<DigestNews> {
  const since = window.since.toISOString()
  const until = window.until.toISOString()
  const during = sql`a.at > ${since}::timestamptz and a.at <= ${until}::timestamptz and a.actor_kind <> 'user'`
  const failed = await sql<DigestNews['failed'][number]>`
    select l.external_id, l.number, l.customer_name, l.cause, l.web_url from import_lines l
    where l.outcome = 'failed' and (l.next_try_at is null or l.cause = 'crm_refused')
      and exists (select 1 from activities a where a.creditor_id = l.creditor_id and a.subject_kind = 'import_line'
        and a.subject_id = l.id and a.kind = 'invoice.failed' and ${during})
      and (l.next_try_at is null or not exists (select 1 from activities a where a.creditor_id = l.creditor_id
        and a.subject_kind = 'import_line' and a.subject_id = l.id and a.kind = 'invoice.failed' and a.cause = l.cause
        and a.at <= ${since}::timestamptz))
    order by l.decided_at limit ${listedAtMost}`.execute(tx.db)
  const warned = await sql<DigestNews['warned'][number]>`
    select i.id as invoice_id, i.number, i.customer_name, i.profile_warning_value as value from invoices i
    where i.profile_warning is not null and i.state <> 'archived'
      and exists (select 1 from activities a where a.creditor_id = i.creditor_id and a.subject_kind = 'invoice'
        and a.subject_id = i.id and a.kind = 'invoice.profileUnknown' and ${during})
    order by i.imported_at limit ${listedAtMost}`.execute(tx.db)
  const accounts = await sql<{ accountName: string }>`
    select c.account_name from connections c
    where c.state = 'reconnect_needed' and exists (select 1 from activities a where a.creditor_id = c.creditor_id
      and a.subject_kind = 'connection' and a.subject_id = c.id and a.kind = 'connection.reconnectNeeded' and ${during})
    order by c.account_name`.execute(tx.db)
  return {
    failed: failed.rows,
    warned: warned.rows,
    accounts: accounts.rows.map((row) => row.accountName),
  }
}

/** Nothing to write about. */
export function isQuiet(news: DigestNews): boolean {
  return news.failed.length + news.warned.length + news.accounts.length === 0
}
