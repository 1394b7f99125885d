import { answer, api } from './api.ts'
import type {
  BulkAction,
  BulkAnswer,
  CrmDraft,
  CrmSearch,
  Customer,
  CustomerChanges,
  CustomerFilters,
  CustomerItem,
  CustomerLink,
  CustomerRefresh,
  CustomerSelection,
  CustomerSort,
  CustomerSummary,
  MergeChoice,
  MergeSide,
  NewCustomer,
} from './customer-contract.ts'

/** Every question about customers that the pages put to the API. */

type Options = {
  params?: { query?: object; path?: Record<string, string>; header?: Record<string, string> }
  body?: unknown
  signal?: AbortSignal | undefined
}
type Call = (
  path: string,
  options?: Options,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>
const client = api as unknown as { GET: Call; POST: Call; PATCH: Call; DELETE: Call }

const base = '/api/v1'

export type CustomerListQuery = CustomerFilters & { sort: CustomerSort; order: 'asc' | 'desc' }

export function listCustomers(query: CustomerListQuery & { limit: number; cursor?: string }) {
  return answer(client.GET(`${base}/customers`, { params: { query } })) as Promise<{
    items: CustomerItem[]
    nextCursor: string | null
  }>
}

export function summariseCustomers(query: CustomerFilters) {
  return answer(client.GET(`${base}/customers/summary`, { params: { query } })) as Promise<CustomerSummary>
}

export function getCustomer(id: string) {
  return answer(client.GET(`${base}/customers/{id}`, { params: { path: { id } } })) as Promise<Customer>
}

/** `key` makes two presses of the button one customer. */
export function createCustomer(body: NewCustomer, key: string) {
  return answer(
    client.POST(`${base}/customers`, { body, params: { header: { 'idempotency-key': key } } }),
  ) as Promise<Customer>
}

export function editCustomer(id: string, body: CustomerChanges) {
  return answer(
    client.PATCH(`${base}/customers/{id}`, { params: { path: { id } }, body }),
  ) as Promise<Customer>
}

export function pinField(id: string, body: { field: string; isPinned: boolean }) {
  return answer(
    client.POST(`${base}/customers/{id}/pins`, { params: { path: { id } }, body }),
  ) as Promise<Customer>
}

export function refreshCustomer(id: string) {
  return answer(
    client.POST(`${base}/customers/{id}/refresh`, { params: { path: { id } } }),
  ) as Promise<CustomerRefresh>
}

export function changeCustomers(body: { selection: CustomerSelection } & BulkAction) {
  return answer(client.POST(`${base}/customers/bulk`, { body })) as Promise<BulkAnswer>
}

export type MergeRequest = { otherId: string; take: Partial<Record<MergeChoice, MergeSide>> }

export function mergeCustomers(id: string, body: MergeRequest) {
  return answer(client.POST(`${base}/customers/{id}/merge`, { params: { path: { id } }, body })) as Promise<{
    mergeId: string
    customer: Customer
  }>
}

export function undoMerge(id: string) {
  return answer(client.POST(`${base}/customer-merges/{id}/undo`, { params: { path: { id } } })) as Promise<{
    customer: Customer
    other: Customer
  }>
}

export async function deleteCustomer(id: string): Promise<void> {
  await answer(client.DELETE(`${base}/customers/{id}`, { params: { path: { id } } }))
}

export function anonymiseCustomer(id: string) {
  return answer(
    client.POST(`${base}/customers/{id}/anonymise`, { params: { path: { id } } }),
  ) as Promise<Customer>
}

export function findInCrm(q: string, signal: AbortSignal) {
  return answer(
    client.GET(`${base}/crm-customers`, { params: { query: { q } }, signal }),
  ) as Promise<CrmSearch>
}

export function getCrmCustomer({ connectionId, externalType, externalId }: CustomerLink) {
  const path = { connectionId, externalType, externalId }
  return answer(
    client.GET(`${base}/crm-customers/{connectionId}/{externalType}/{externalId}`, { params: { path } }),
  ) as Promise<CrmDraft>
}
