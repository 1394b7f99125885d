import { type Context, inTransaction } from '../context.ts'
import type { CrmCustomerRef, CrmSource } from '../crm/index.ts'
import { customerName, invoiceOfEach, type KnownCustomer, markGone } from '../customers/index.ts'
import { SourceRejectedError } from '../errors.ts'

export type NoteGoneInput = {
  connectionId: string
  source: CrmSource
  /** Drawn before the CRM was asked. */
  ticket: number
  gone: readonly KnownCustomer[]
}

type Moved = { customer: KnownCustomer; to: CrmCustomerRef & { name: string } }

/**
 * Notes that the CRM no longer has the records of these customers (promise A17). Teamleader tells of no merge: the record
 * that lost is simply gone, but its invoices have moved, and they say where to.
 */
export async function noteGone(ctx: Context, input: NoteGoneInput): Promise<void> {
  const { gone, ticket } = input
  if (gone.length === 0) return
  const moved = await findMoved(ctx, input)
  const isMoved = new Set(moved.map(({ customer }) => customer.ownId))
  const lost = gone.filter(({ ownId }) => !isMoved.has(ownId))
  await inTransaction(ctx, async (tx) => {
    await markGone(tx, { customers: lost, ticket, cause: 'not_found_in_crm', goneTo: null })
    for (const { customer, to } of moved) {
      await markGone(tx, { customers: [customer], ticket, cause: 'merged_in_crm', goneTo: to })
    }
  })
}

/** Those that became part of another record, by the present customer of one of their invoices. */
async function findMoved(ctx: Context, { connectionId, source, gone }: NoteGoneInput): Promise<Moved[]> {
  const customerIds = gone.map(({ ownId }) => ownId)
  const invoiceOf = await inTransaction(ctx, (tx) => invoiceOfEach(tx, { connectionId, customerIds }))
  if (invoiceOf.size === 0) return []
  try {
    const { items } = await source.listInvoices({ externalIds: [...invoiceOf.values()] })
    const payers = new Map(items.map((invoice) => [invoice.externalId, invoice.customer]))
    const moved = gone.flatMap((customer) => {
      const to = payers.get(invoiceOf.get(customer.ownId) ?? '')
      return to && refOf(to) !== refOf(customer) ? [{ customer, to }] : []
    })
    return await withNames(source, moved)
  } catch (error) {
    // Without the right to see invoices nobody knows where it went.
    if (error instanceof SourceRejectedError) return []
    throw error
  }
}

/** An invoice keeps the name that was on it; the record that took over says its own. */
async function withNames(
  source: CrmSource,
  moved: readonly { customer: KnownCustomer; to: CrmCustomerRef }[],
): Promise<Moved[]> {
  if (moved.length === 0) return []
  const { items } = await source.listCustomers(moved.map(({ to }) => to))
  const names = new Map(items.map((record) => [refOf(record), customerName(record)]))
  return moved.flatMap(({ customer, to }) => {
    const name = names.get(refOf(to))
    return name === undefined ? [] : [{ customer, to: { ...to, name } }]
  })
}

function refOf({ type, externalId }: CrmCustomerRef): string {
  return `${type}:${externalId}`
}
