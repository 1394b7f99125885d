import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmPage, CrmSource } from '../crm/index.ts'
import {
  drawReadTicket,
  type KnownCustomer,
  listKnownCustomers,
  recordUnread,
  type UpsertedCustomer,
} from '../customers/index.ts'
import type { SourceUnavailableError } from '../errors.ts'
import { isFailureOfRecord } from './failing-records.ts'
import { noteGone } from './note-gone.ts'
import { storeRecords } from './store-records.ts'

/** So many records are read one by one, whole; more come by lists, and what lists leave out follows in the background. */
const wholeAtMost = 10

export type RefreshCustomersInput = {
  connectionId: string
  source: CrmSource
  refs: readonly CrmCustomerRef[]
  /** Whether the CRM said that something changed in them: then a list alone is not enough. */
  isHinted?: boolean
  /** A record at which the CRM fails is told in `failed` and does not stop the others; without it the failure is thrown. */
  isPatient?: boolean
}

export type FailedRead = { ref: CrmCustomerRef; error: SourceUnavailableError }

/** What came of it: those that could be read and stored, those that are gone, those that the CRM could not tell about. */
export type RefreshedCustomers = {
  upserted: UpsertedCustomer[]
  gone: KnownCustomer[]
  unread: KnownCustomer[]
  /** Those at which the CRM failed: nothing is known of them, and nothing was stored. */
  failed: { customer: KnownCustomer; error: SourceUnavailableError }[]
}

/**
 * Brings customers to what the CRM says now, the whole record (promises A14, A15). Records that are no customers here
 * stay unknown: an edit in the CRM creates nobody. At most 100 references. One that the CRM no longer has stays a
 * customer and is marked (A17); one that cannot be read or stored says so in its history, and the others are refreshed.
 * Throws SourceUnavailableError when the CRM cannot be asked, if `isPatient` only when it is about all of them. Nothing is ever written to the CRM (A10).
 */
export async function refreshCustomers(
  ctx: Context,
  input: RefreshCustomersInput,
): Promise<RefreshedCustomers> {
  const { connectionId, source, refs, isHinted = false, isPatient = false } = input
  const known = await listKnownCustomers(ctx, { connectionId, refs })
  if (known.length === 0) return { upserted: [], gone: [], unread: [], failed: [] }
  const ticket = await inTransaction(ctx, drawReadTicket)
  const failed: FailedRead[] = []
  const hear = isPatient ? (one: FailedRead) => void failed.push(one) : undefined
  const page = await (known.length > wholeAtMost
    ? readByLists(source, known, hear)
    : readWhole(source, known, hear))
  const failedIds = idsOf(failed.map(({ ref }) => ref))
  const gone = without(without(known, idsOf([...page.items, ...page.unreadable])), failedIds)
  const look = { connectionId, ticket, mode: 'refresh', isHinted } as const
  const { upserted, unstorable } = await storeRecords(ctx, { ...look, customers: page.items })
  const unread = [
    { cause: 'unreadable_customer', customers: among(known, idsOf(page.unreadable)) },
    { cause: 'cannot_be_stored', customers: among(known, idsOf(unstorable)) },
  ] as const
  await inTransaction(ctx, async (tx) => {
    for (const some of unread) await recordUnread(tx, some)
  })
  await noteGone(ctx, { connectionId, source, ticket, gone })
  return {
    upserted,
    gone,
    unread: unread.flatMap(({ customers }) => customers),
    failed: failed.flatMap(({ ref, error }) =>
      among(known, idsOf([ref])).map((customer) => ({ customer, error })),
    ),
  }
}

type HearFailure = ((failure: FailedRead) => void) | undefined

/** What a list leaves out may be there all the same: the record itself has the last word. */
async function readByLists(
  source: CrmSource,
  refs: readonly CrmCustomerRef[],
  hearFailure: HearFailure,
): Promise<CrmPage<CrmCustomer>> {
  const page = await source.listCustomers(refs)
  const left = without(refs, idsOf([...page.items, ...page.unreadable]))
  const absent = await readWhole(source, left, hearFailure)
  return {
    items: [...page.items, ...absent.items],
    unreadable: [...page.unreadable, ...absent.unreadable],
    isLast: true,
  }
}

async function readWhole(
  source: CrmSource,
  refs: readonly CrmCustomerRef[],
  hearFailure: HearFailure,
): Promise<CrmPage<CrmCustomer>> {
  const page: CrmPage<CrmCustomer> = { items: [], unreadable: [], isLast: true }
  for (const ref of refs) {
    const found = await source.findCustomer(ref).catch((error: unknown) => {
      if (!hearFailure || !isFailureOfRecord(error)) throw error
      hearFailure({ ref, error })
      return undefined
    })
    if (found && 'raw' in found) page.unreadable.push(found)
    else if (found) page.items.push(found)
  }
  return page
}

function idsOf(records: readonly { externalId: string | null }[]): Set<string | null> {
  return new Set(records.map(({ externalId }) => externalId))
}

function among<T extends CrmCustomerRef>(refs: readonly T[], ids: ReadonlySet<string | null>): T[] {
  return refs.filter(({ externalId }) => ids.has(externalId))
}

function without<T extends CrmCustomerRef>(refs: readonly T[], ids: ReadonlySet<string | null>): T[] {
  return refs.filter(({ externalId }) => !ids.has(externalId))
}
