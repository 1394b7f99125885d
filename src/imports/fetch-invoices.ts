import type { CrmInvoice, CrmSource, Unreadable } from '../crm/index.ts'

/** The CRM's present truth about some invoices: read, unreadable, and the ids that it does not have. */
export type FetchedInvoices = { invoices: CrmInvoice[]; unreadable: Unreadable[]; absent: string[] }

/** How many ids one list call carries; the largest page that Teamleader's clients use. */
export const idsPerCall = 100

/**
 * Asks the CRM for up to 100 invoices by id: one list call, and one look at the record itself for each that the list
 * left out, because a record that was just made can be missing from lists.
 */
export async function fetchInvoices(
  source: CrmSource,
  externalIds: readonly string[],
): Promise<FetchedInvoices> {
  const page = await source.listInvoices({ externalIds })
  const fetched: FetchedInvoices = { invoices: page.items, unreadable: page.unreadable, absent: [] }
  const answered = new Set([...page.items, ...page.unreadable].map((item) => item.externalId))
  for (const externalId of externalIds) {
    if (answered.has(externalId)) continue
    const found = await source.findInvoice(externalId)
    if (!found) fetched.absent.push(externalId)
    else if ('raw' in found) fetched.unreadable.push({ ...found, externalId })
    else fetched.invoices.push(found)
  }
  return fetched
}
