import { recordActivities } from '../activities/index.ts'
import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { AppError } from '../errors.ts'
import { type KnownCustomer, listKnownCustomers } from './list-known-customers.ts'
import { upsertCustomers } from './upsert-customers.ts'

/**
 * Brings customers to what the CRM says now, the whole record (promises A14, A15). Records that are no customers here
 * stay unknown: an edit in the CRM creates nobody. At most 100 references. One that the CRM no longer has stays a
 * customer and is marked (A17); one that cannot be read or stored says so in its history, and the others are refreshed. Throws SourceUnavailableError when the CRM cannot be asked.
 */
export async function refreshCustomers(
  ctx: Context,
  input: { connectionId: string; source: CrmSource; refs: readonly CrmCustomerRef[] },
): Promise<void> {
  const { connectionId, source, refs } = input
  const known = await listKnownCustomers(ctx, { connectionId, refs })
  if (known.length === 0) return
  const page = await source.listCustomers(known)
  const answered = new Set([...page.items, ...page.unreadable].map((item) => item.externalId))
  const gone = known.filter((customer) => !answered.has(customer.externalId))
  const unstorable = await writeIsolated(ctx, connectionId, page.items)
  await recordFailed(ctx, known, { cause: 'unreadable_customer', failed: page.unreadable })
  await recordFailed(ctx, known, { cause: 'cannot_be_stored', failed: unstorable })
  await markGone(ctx, gone)
}

/** Writes all at once; what cannot be written is halved until the bad ones stand alone. Gives those. */
async function writeIsolated(
  ctx: Context,
  connectionId: string,
  customers: readonly CrmCustomer[],
): Promise<CrmCustomer[]> {
  try {
    await inTransaction(ctx, (tx) => upsertCustomers(tx, { connectionId, customers }))
    return []
  } catch (error) {
    if (error instanceof AppError) throw error
    if (customers.length > 1) {
      const middle = Math.ceil(customers.length / 2)
      const first = await writeIsolated(ctx, connectionId, customers.slice(0, middle))
      return [...first, ...(await writeIsolated(ctx, connectionId, customers.slice(middle)))]
    }
    // A connection that breaks looks like a bad customer at first.
    await ctx.database.ping()
    ctx.log.error({ err: error, externalId: customers[0]?.externalId }, 'customer cannot be stored')
    return [...customers]
  }
}

type Failed = {
  cause: 'unreadable_customer' | 'cannot_be_stored'
  failed: readonly { externalId: string | null }[]
}

async function recordFailed(
  ctx: Context,
  known: readonly KnownCustomer[],
  { cause, failed }: Failed,
): Promise<void> {
  const ids = new Set(failed.map((customer) => customer.externalId))
  const lines = known
    .filter((customer) => ids.has(customer.externalId))
    .map(
      ({ customerId, name }) =>
        ({
          subjectKind: 'customer',
          subjectId: customerId,
          kind: 'customer.refreshFailed',
          cause,
          data: { name },
        }) as const,
    )
  if (lines.length > 0) await inTransaction(ctx, (tx) => recordActivities(tx, lines))
}

async function markGone(ctx: Context, gone: readonly KnownCustomer[]): Promise<void> {
  if (gone.length === 0) return
  const nameById = new Map(gone.map(({ customerId, name }) => [customerId, name]))
  await inTransaction(ctx, async (tx) => {
    const marked = await tx.db
      .updateTable('customers')
      .set({ goneCause: 'not_found_in_crm', updatedAt: tx.now() })
      .where('id', 'in', [...nameById.keys()])
      .where('goneCause', 'is distinct from', 'not_found_in_crm')
      .returning('id')
      .execute()
    await recordActivities(
      tx,
      marked.map(
        ({ id }) =>
          ({
            subjectKind: 'customer',
            subjectId: id,
            kind: 'customer.goneInCrm',
            cause: 'not_found_in_crm',
            data: { name: nameById.get(id) },
          }) as const,
      ),
    )
  })
}
