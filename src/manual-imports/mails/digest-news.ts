import { sql } from 'kysely'
import type { Tx } from '../../context.ts'
import type { ImportCause } from '../../imports/index.ts'

/** What a person has to look at. `key` tells whether they were told of this very thing already. */
export type DigestNews = {
  failed: {
    key: string
    externalId: string
    number: string | null
    customerName: string | null
    cause: ImportCause
    webUrl: string | null
  }[]
  warned: {
    key: string
    invoiceId: string
    number: string | null
    customerName: string
    value: string | null
  }[]
  accounts: { key: string; accountName: string }[]
}

/** More at once is more than a person works off; what is over comes with the next digests. */
const neededAtMost = 5_000
const listedAtMost = 200

/**
 * What the automatic imports met that needs a person (promise B8): lines that are no longer tried or that a right is
 * missing for, custom fields that name no profile, connections that nobody can use. An import by hand has its own mail.
 */
export async function listNeeds(tx: Tx): Promise<DigestNews> {
  const byItself = sql`not exists (select 1 from import_runs r where r.id = l.run_id and r.kind = 'by_hand')`
  const failed = await sql<DigestNews['failed'][number]>`
    select l.id || ':' || l.cause as key, l.external_id, l.number, l.customer_name, l.cause, l.web_url from import_lines l
    where l.outcome = 'failed' and (l.next_try_at is null or l.cause = 'crm_refused') and ${byItself}
    order by l.decided_at limit ${neededAtMost}`.execute(tx.db)
  const warned = await sql<DigestNews['warned'][number]>`
    select i.id || ':' || i.profile_warning || ':' || coalesce(i.profile_warning_value, '') as key, i.id as invoice_id,
      i.number, i.customer_name, i.profile_warning_value as value
    from invoices i join import_lines l on l.connection_id = i.connection_id and l.external_id = i.external_id
    where i.profile_warning is not null and i.state in ('booked', 'pending') and ${byItself}
    order by i.imported_at limit ${neededAtMost}`.execute(tx.db)
  const accounts = await sql<DigestNews['accounts'][number]>`
    select id || ':' || connected_at::text as key, account_name from connections
    where state = 'reconnect_needed' order by account_name`.execute(tx.db)
  return { failed: failed.rows, warned: warned.rows, accounts: accounts.rows }
}

/** The needs whose keys are among these, or are not. */
export function filterNeeds(needs: DigestNews, wanted: (key: string) => boolean): DigestNews {
  const isWanted = ({ key }: { key: string }) => wanted(key)
  return {
    failed: needs.failed.filter(isWanted).slice(0, listedAtMost),
    warned: needs.warned.filter(isWanted).slice(0, listedAtMost),
    accounts: needs.accounts.filter(isWanted).slice(0, listedAtMost),
  }
}

export function keysOf({ failed, warned, accounts }: DigestNews): string[] {
  return [...failed, ...warned, ...accounts].map(({ key }) => key)
}
