import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import type { CustomerFacts } from '../customers/index.ts'

/** A customer that stands for a CRM record, with what was read of that record last. */
export type CrmLink = CrmCustomerRef & {
  /** Of the customer, or of the one that it was merged into. */
  number: string
  profileId: string | null
  crmFacts: CustomerFacts | null
  /** The CRM's own record was read, with what its lists lack. */
  isWhole: boolean
  /** When the CRM last changed the record, as it said when we read it (UTC instant). */
  crmUpdatedAt: Date | null
}

/** The customers that stand for these CRM records of a connection. Any number of references: one statement. */
export function listCrmLinks(
  ctx: Context | Tx,
  input: { connectionId: string; refs: readonly CrmCustomerRef[] },
): Promise<CrmLink[]> {
  const refs = input.refs.map(({ type, externalId }) => ({ type, external_id: externalId }))
  if (refs.length === 0) return Promise.resolve([])
  return inTransaction(ctx, async (tx) => {
    const found = await sql<CrmLink>`
      select c.external_type as type, c.external_id, coalesce(m.number, c.number) as number,
        coalesce(m.profile_id, c.profile_id) as profile_id, c.crm_facts, c.details_read_at is not null as is_whole,
        c.external_updated_at as crm_updated_at
      from jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(type text, external_id text)
      join customers c on c.connection_id = ${input.connectionId} and c.external_type = r.type and c.external_id = r.external_id
      left join customers m on m.creditor_id = c.creditor_id and m.id = c.merged_into`.execute(tx.db)
    return found.rows
  })
}

/** Where a customer's record is, and which version of it we hold. */
export type LinkOfCustomer = CrmCustomerRef & {
  customerId: string
  connectionId: string
  isWhole: boolean
  crmUpdatedAt: Date | null
}

/** The records that these customers stand for, in the order of the ids; customers without one are left out. */
export function listLinksOf(ctx: Context | Tx, customerIds: readonly string[]): Promise<LinkOfCustomer[]> {
  if (customerIds.length === 0) return Promise.resolve([])
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers')
      .select(['id', 'connectionId', 'externalType', 'externalId', 'detailsReadAt', 'externalUpdatedAt'])
      .where('id', 'in', customerIds)
      .where('externalId', 'is not', null)
      .where('anonymisedAt', 'is', null)
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      customerId: row.id,
      connectionId: String(row.connectionId),
      type: row.externalType as CrmCustomerRef['type'],
      externalId: String(row.externalId),
      isWhole: row.detailsReadAt !== null,
      crmUpdatedAt: row.externalUpdatedAt,
    }))
  })
}

/** The CRM records of a connection that are customers here and were not seen to go, page by page. */
export function pageCrmRefs(
  ctx: Context | Tx,
  input: { connectionId: string; after: string; limit: number },
): Promise<(CrmCustomerRef & { customerId: string })[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('customers')
      .select(['id', 'externalType', 'externalId'])
      .where('connectionId', '=', input.connectionId)
      .where('externalId', 'is not', null)
      .where((eb) => eb.or([eb('goneCause', 'is', null), eb('goneCause', '=', 'deactivated')]))
      .where('id', '>', input.after)
      .orderBy('id')
      .limit(input.limit)
      .execute()
    return rows.map((row) => ({
      customerId: row.id,
      type: row.externalType as CrmCustomerRef['type'],
      externalId: String(row.externalId),
    }))
  })
}
