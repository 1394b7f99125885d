import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmCustomerRef } from '../crm/index.ts'
import { customerName } from './customer.ts'

/** A customer that stands for a CRM record: the survivor, where the record's own customer was merged into another one. */
export type KnownCustomer = CrmCustomerRef & {
  customerId: string
  name: string
  profileId: string | null
  /** The row that carries the link; another one than `customerId` once it was merged. */
  ownId: string
}

/** Which of these CRM records already are customers of this connection (promise A1: found by CRM id first). */
export function listKnownCustomers(
  ctx: Context | Tx,
  input: { connectionId: string; refs: readonly CrmCustomerRef[] },
): Promise<KnownCustomer[]> {
  const refs = input.refs.map(({ type, externalId }) => ({ type, external_id: externalId }))
  if (refs.length === 0) return Promise.resolve([])
  return inTransaction(ctx, async (tx) => {
    // One look into the unique index a record, whatever the planner knows of a table that has just been filled. Merges
    // make no chains: whatever a customer was merged into stands for itself.
    const { rows } = await sql<Row>`
      select own.id as own_id, wanted.type, wanted.external_id, coalesce(survivor.id, own.id) as customer_id, ${shown}
      from (select distinct * from jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(type text, external_id text)) as wanted
      cross join lateral (
        select * from customers
        where connection_id = ${input.connectionId} and external_type = wanted.type and external_id = wanted.external_id
        limit 1) as own
      left join customers as survivor on survivor.id = own.merged_into`.execute(tx.db)
    return rows.map(({ companyName, firstName, lastName, ...known }) => ({
      ...known,
      name: customerName({ companyName, firstName, lastName }),
    }))
  })
}

const shown = sql.raw(
  ['profile_id', 'company_name', 'first_name', 'last_name']
    .map(
      (column) => `case when survivor.id is null then own.${column} else survivor.${column} end as ${column}`,
    )
    .join(', '),
)

type Row = Omit<KnownCustomer, 'name'> & Parameters<typeof customerName>[0]
