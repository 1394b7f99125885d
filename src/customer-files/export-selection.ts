import { listConnections } from '../connections/index.ts'
import type { Context } from '../context.ts'
import {
  type CustomerPlace,
  type CustomerSelection,
  type PagedCustomer,
  pageCustomers,
} from '../customer-lists/index.ts'
import { defineJob } from '../jobs/index.ts'
import { type LongRun, type LongRunEnd, moveLongRun, workOnLongRun } from '../long-runs/index.ts'
import { listProfiles } from '../profiles/index.ts'
import { createSharedFile } from '../shared-files/index.ts'
import { csvBytes, csvContentType } from './csv-bytes.ts'
import { customerCells, headerCells } from './customer-row.ts'

export const exportSelectionJob = defineJob<{ creditorId: string; runId: string }>(
  'export-selection',
  'stately',
)

const rowsAtOnce = 1_000
/** On a busy machine every round trip to the database waits for its turn: progress is told now and then. */
const toldEvery = 5_000

/**
 * Writes customers of ours to a shared file, in the columns that an import reads back. Memory does not grow with their
 * number. A stop begins the file anew: it takes seconds.
 */
export async function exportSelection(ctx: Context, input: { runId: string }): Promise<void> {
  await workOnLongRun(ctx, input.runId, async (run): Promise<LongRunEnd> => {
    try {
      const file = await createSharedFile(ctx, {
        name: String(run.input.name),
        contentType: csvContentType,
        purpose: 'customer_selection_export',
        runId: run.id,
        owner: { id: run.startedById, name: run.startedByName },
        bytes: () => csvBytes(cellPages(ctx, run)),
      })
      return { state: 'finished', result: { sharedFileId: file.id } }
    } catch (error) {
      if (error instanceof Cancelled) return { state: 'cancelled' }
      throw error
    }
  })
}

/** Ends the writing of the file from within; what was written of it goes away. */
class Cancelled extends Error {}

async function* cellPages(ctx: Context, run: LongRun): AsyncGenerator<string[][]> {
  yield [[...headerCells]]
  const names = await namesOf(ctx)
  let doneCount = 0
  for await (const customers of readAhead(ctx, run)) {
    yield customers.map((customer) => cellsOf(customer, names))
    doneCount += customers.length
    if (doneCount % toldEvery === 0) await tell(ctx, run, { doneCount })
  }
  // The selection may hold more or fewer than when it was counted.
  await tell(ctx, run, { doneCount, totalCount: doneCount })
}

async function tell(
  ctx: Context,
  run: LongRun,
  progress: { doneCount: number; totalCount?: number },
): Promise<void> {
  if (!(await moveLongRun(ctx, run.id, progress))) throw new Cancelled('The export was cancelled')
}

/** Reads the next page while one is written. */
async function* readAhead(ctx: Context, run: LongRun): AsyncGenerator<PagedCustomer[]> {
  const selection = run.input.selection as CustomerSelection
  const read = (after: CustomerPlace | undefined) =>
    pageCustomers(ctx, { selection, after, limit: rowsAtOnce })
  let next: Promise<PagedCustomer[]> | undefined = read(undefined)
  while (next) {
    const page: PagedCustomer[] = await next
    next = page.length < rowsAtOnce ? undefined : read(page.at(-1))
    // It is awaited above; until then nobody hears that it failed.
    next?.catch(() => {})
    yield page
  }
}

type Names = {
  profiles: ReadonlyMap<string, string>
  accounts: ReadonlyMap<string, { source: string; account: string }>
}

async function namesOf(ctx: Context): Promise<Names> {
  const profiles = await listProfiles(ctx)
  const connections = await listConnections(ctx)
  return {
    profiles: new Map(profiles.map(({ id, name }) => [id, name])),
    accounts: new Map(
      connections.map(({ id, source, accountExternalId }) => [id, { source, account: accountExternalId }]),
    ),
  }
}

function cellsOf(customer: PagedCustomer, { profiles, accounts }: Names): string[] {
  const { connectionId, externalType, externalId, goneCause, profileId } = customer
  const account = connectionId === null ? undefined : accounts.get(connectionId)
  const isLinked = account && externalType !== null && externalId !== null
  return customerCells({
    facts: customer,
    number: customer.number,
    profile: profileId === null ? null : (profiles.get(profileId) ?? null),
    crm: isLinked ? { ...account, type: externalType, id: externalId, status: goneCause ?? 'active' } : null,
  })
}
