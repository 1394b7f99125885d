import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { Connection } from './connection.ts'

/** What a connection holds sealed, beside what everybody may see. */
export type SealedConnection = {
  id: string
  creditorId: string
  source: Connection['source']
  state: Connection['state']
  accessTokenSealed: Buffer | null
  refreshTokenSealed: Buffer | null
  accessTokenExpiresAt: Date | null
  tokenVersion: number
  hookSecretSealed: Buffer
}

const openColumns = sql.raw(
  [
    'id, creditor_id, source, state, state_reason, account_external_id, account_name, connected_user_name',
    'import_invoices_automatically, update_customers_automatically, default_profile_id',
    'invoice_profile_field_id, subscription_profile_field_id, department_external_ids, departments, fetch_ubl',
    'write_back, leave_notes',
    'hook_event_types, hook_problem, reconciled_until, last_reconciled_at, last_heard_at',
    'connected_at, disconnected_at',
  ].join(', '),
)

export async function selectConnections(db: Db): Promise<Connection[]> {
  const found = await sql<Connection>`
    select ${openColumns} from connections order by connected_at, id`.execute(db)
  return found.rows
}

export async function selectConnection(db: Db, connectionId: string): Promise<Connection | undefined> {
  const found = await sql<Connection>`
    select ${openColumns} from connections where id = ${connectionId}`.execute(db)
  return found.rows[0]
}

/** Waits for other writers of the row; does not hinder rows that refer to it. */
export async function lockConnection(db: Db, connectionId: string): Promise<Connection | undefined> {
  const found = await sql<Connection>`
    select ${openColumns} from connections where id = ${connectionId} for no key update`.execute(db)
  return found.rows[0]
}

export async function selectConnectionByHook(
  db: Db,
  hookSecretHash: Buffer,
): Promise<Connection | undefined> {
  const found = await sql<Connection>`
    select ${openColumns} from connections where hook_secret_hash = ${hookSecretHash}`.execute(db)
  return found.rows[0]
}

export async function selectConnectionByAccount(
  db: Db,
  account: { source: string; accountExternalId: string },
): Promise<Connection | undefined> {
  const found = await sql<Connection>`
    select ${openColumns} from connections
    where source = ${account.source} and account_external_id = ${account.accountExternalId}
    for no key update`.execute(db)
  return found.rows[0]
}

export async function selectSealed(db: Db, connectionId: string): Promise<SealedConnection | undefined> {
  const found = await sql<SealedConnection>`
    select id, creditor_id, source, state, access_token_sealed, refresh_token_sealed, access_token_expires_at,
      token_version, hook_secret_sealed
    from connections where id = ${connectionId}`.execute(db)
  return found.rows[0]
}

export type NewConnectionRow = {
  id: string
  creditorId: string
  source: string
  accountExternalId: string
  accountName: string
  userName: string
  hookSecretSealed: Buffer
  hookSecretHash: Buffer
  connectedAt: Date
}

/** False when the account is connected to this creditor already. */
export async function insertConnection(db: Db, row: NewConnectionRow): Promise<boolean> {
  const inserted = await sql`
    insert into connections (id, creditor_id, source, state, account_external_id, account_name, connected_user_name,
      hook_secret_sealed, hook_secret_hash, connected_at)
    values (${row.id}, ${row.creditorId}, ${row.source}, 'connected', ${row.accountExternalId}, ${row.accountName},
      ${row.userName}, ${row.hookSecretSealed}, ${row.hookSecretHash}, ${row.connectedAt})
    on conflict (creditor_id, source, account_external_id) do nothing
    returning id`.execute(db)
  return inserted.rows.length === 1
}

export type SealedTokens = { accessTokenSealed: Buffer; refreshTokenSealed: Buffer; expiresAt: Date }

/** A person connected (again): the row is whole once more. */
export async function updateConnected(
  db: Db,
  row: SealedTokens & { id: string; accountName: string; userName: string; connectedAt: Date },
): Promise<void> {
  await sql`
    update connections set state = 'connected', state_reason = null, disconnected_at = null,
      account_name = ${row.accountName}, connected_user_name = ${row.userName}, connected_at = ${row.connectedAt},
      access_token_sealed = ${row.accessTokenSealed}, refresh_token_sealed = ${row.refreshTokenSealed},
      access_token_expires_at = ${row.expiresAt}, token_version = token_version + 1
    where id = ${row.id}`.execute(db)
}

/** False when somebody else changed the pair or ended the connection meanwhile: then nothing is stored. */
export async function updateTokens(
  db: Db,
  row: SealedTokens & { id: string; tokenVersion: number },
): Promise<boolean> {
  const updated = await sql`
    update connections set access_token_sealed = ${row.accessTokenSealed},
      refresh_token_sealed = ${row.refreshTokenSealed}, access_token_expires_at = ${row.expiresAt},
      token_version = token_version + 1
    where id = ${row.id} and token_version = ${row.tokenVersion} and state = 'connected'
    returning id`.execute(db)
  return updated.rows.length === 1
}

/** True for the one who made the change; `tokenVersion` limits it to the pair that was refused. */
export async function updateReconnectNeeded(
  db: Db,
  row: { id: string; reason: string; tokenVersion?: number | undefined },
): Promise<boolean> {
  const updated = await sql`
    update connections set state = 'reconnect_needed', state_reason = ${row.reason}
    where id = ${row.id} and state = 'connected'
      and (${row.tokenVersion ?? null}::bigint is null or token_version = ${row.tokenVersion ?? null}::bigint)
    returning id`.execute(db)
  return updated.rows.length === 1
}

export async function updateDisconnected(
  db: Db,
  row: { id: string; at: Date; hookProblem: string | null },
): Promise<boolean> {
  const updated = await sql`
    update connections set state = 'disconnected', state_reason = 'by_hand', disconnected_at = ${row.at},
      access_token_sealed = null, refresh_token_sealed = null, access_token_expires_at = null,
      token_version = token_version + 1, hook_event_types = '{}', hook_problem = ${row.hookProblem}
    where id = ${row.id} and state <> 'disconnected'
    returning id`.execute(db)
  return updated.rows.length === 1
}

export async function updateOptions(db: Db, row: Connection): Promise<void> {
  await sql`
    update connections set import_invoices_automatically = ${row.importInvoicesAutomatically},
      update_customers_automatically = ${row.updateCustomersAutomatically},
      default_profile_id = ${row.defaultProfileId}, invoice_profile_field_id = ${row.invoiceProfileFieldId},
      subscription_profile_field_id = ${row.subscriptionProfileFieldId},
      department_external_ids = ${row.departmentExternalIds}, fetch_ubl = ${row.fetchUbl},
      write_back = ${row.writeBack}, leave_notes = ${row.leaveNotes}
    where id = ${row.id}`.execute(db)
}

export async function updateHooks(
  db: Db,
  row: { id: string; eventTypes: readonly string[]; problem: string | null },
): Promise<void> {
  await sql`
    update connections set hook_event_types = ${[...row.eventTypes]}, hook_problem = ${row.problem}
    where id = ${row.id}`.execute(db)
}

/** Never moves backwards. */
export async function updateReconciled(
  db: Db,
  row: { id: string; until: Date | null; at: Date },
): Promise<void> {
  await sql`
    update connections set reconciled_until = greatest(reconciled_until, ${row.until}::timestamptz),
      last_reconciled_at = ${row.at}
    where id = ${row.id}`.execute(db)
}

/** At most one write in five seconds, whatever comes in. */
export async function updateHeard(db: Db, row: { id: string; at: Date }): Promise<void> {
  await sql`
    update connections set last_heard_at = ${row.at}
    where id = ${row.id}
      and (last_heard_at is null or last_heard_at < ${row.at}::timestamptz - interval '5 seconds')`.execute(
    db,
  )
}

export async function profileExists(
  db: Db,
  profile: { creditorId: string; profileId: string },
): Promise<boolean> {
  const found = await sql`
    select id from profiles where creditor_id = ${profile.creditorId} and id = ${profile.profileId}
      and archived_at is null`.execute(db)
  return found.rows.length === 1
}

export async function updateDepartments(
  db: Db,
  row: { id: string; departments: Connection['departments'] },
): Promise<void> {
  await sql`
    update connections set departments = ${JSON.stringify(row.departments)}::jsonb where id = ${row.id}`.execute(
    db,
  )
}
