import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomer, CrmCustomerRef, CrmPage, CrmSource } from '../crm/index.ts'
import {
  drawReadTicket,
  type KnownCustomer,
  listKnownCustomers,
  recordUnread,
  type UpsertedCustomer,
} from '../customers/index.ts'
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
}

/** What came of it: those that could be read and stored, those that are gone, those that the CRM could not tell about. */
export type RefreshedCustomers = {
  upserted: UpsertedCustomer[]
  gone: KnownCustomer[]
  unread: KnownCustomer[]
}

/**
 * Brings customers to what the CRM says now, the whole record (promises A14, A15). Records that are no customers here
 * stay unknown: an edit in the CRM creates nobody. At most 100 references. One that the CRM no longer has stays a
 * customer and is marked (A17); one that cannot be read or stored says so in its history, and the others are refreshed.
 * Throws SourceUnavailableError when the CRM cannot be asked. Nothing is ever written to the CRM (A10).
 */
export async function refreshCustomers(
  ctx: Context,
  input: RefreshCustomersInput,
): Promise<RefreshedCustomers> {
  const { connectionId, source, refs, isHinted = false } = input
  const known = await listKnownCustomers(ctx, { connectionId, refs })
  if (known.length === 0) return { upserted: [], gone: [], unread: [] }
  const ticket = await inTransaction(ctx, drawReadTicket)
  const page = await (known.length > wholeAtMost ? readByLists(source, known) : readWhole(source, known))
  const gone = without(known, idsOf([...page.items, ...page.unreadable]))
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
  return { upserted, gone, unread: unread.flatMap(({ customers }) => customers) }
}

/** What a list leaves out may be there all the same: the record itself has the last word. */
async function readByLists(
  source: CrmSource,
  refs: readonly CrmCustomerRef[],
): Promise<CrmPage<CrmCustomer>> {
  const page = await source.listCustomers(refs)
  const absent = await readWhole(source, without(refs, idsOf([...page.items, ...page.unreadable])))
  return {
    items: [...page.items, ...absent.items],
    unreadable: [...page.unreadable, ...absent.unreadable],
    isLast: true,
  }
}

async function readWhole(source: CrmSource, refs: readonly CrmCustomerRef[]): Promise<CrmPage<CrmCustomer>> {
  const page: CrmPage<CrmCustomer> = { items: [], unreadable: [], isLast: true }
  for (const ref of refs) {
    const found = await source.findCustomer(ref)
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
