import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { type UpsertedCustomer, upsertCustomers } from '../customers/index.ts'
import { AppError } from '../errors.ts'

type UpsertInput = Parameters<typeof upsertCustomers>[1]

/** What came of it; `unstorable` are those that our database does not take. */
export type StoredRecords = { upserted: UpsertedCustomer[]; unstorable: CrmCustomer[] }

/** Stores what was read, all at once; what cannot be stored is halved until the bad ones stand alone. */
export async function storeRecords(ctx: Context, input: UpsertInput): Promise<StoredRecords> {
  const { customers } = input
  try {
    return { upserted: await inTransaction(ctx, (tx) => upsertCustomers(tx, input)), unstorable: [] }
  } catch (error) {
    if (error instanceof AppError) throw error
    // A connection that breaks looks like a bad customer at first.
    await ctx.database.ping()
    if (customers.length > 1) return storeHalves(ctx, input)
    ctx.log.error({ err: error, externalId: customers[0]?.externalId }, 'customer cannot be stored')
    return { upserted: [], unstorable: [...customers] }
  }
}

async function storeHalves(ctx: Context, input: UpsertInput): Promise<StoredRecords> {
  const middle = Math.ceil(input.customers.length / 2)
  const first = await storeRecords(ctx, { ...input, customers: input.customers.slice(0, middle) })
  const second = await storeRecords(ctx, { ...input, customers: input.customers.slice(middle) })
  return {
    upserted: [...first.upserted, ...second.upserted],
    unstorable: [...first.unstorable, ...second.unstorable],
  }
}
