import { answer, api } from './api.ts'
import type {
  CustomerBulk,
  CustomerChanges,
  CustomerField,
  CustomerFilters,
  CustomerLink,
  CustomerListQuery,
  MergeRequest,
  NewCustomer,
} from './customer-contract.ts'

/** Every question about customers that the pages put to the API. */

export function listCustomers(query: CustomerListQuery) {
  return answer(api.GET('/api/v1/customers', { params: { query } }))
}

export function summariseCustomers(query: CustomerFilters) {
  return answer(api.GET('/api/v1/customers/summary', { params: { query } }))
}

export function getCustomer(id: string) {
  return answer(api.GET('/api/v1/customers/{id}', { params: { path: { id } } }))
}

/** `key` makes two presses of the button one customer. */
export function createCustomer(body: NewCustomer, key: string) {
  return answer(api.POST('/api/v1/customers', { body, params: { header: { 'idempotency-key': key } } }))
}

export function editCustomer(id: string, body: CustomerChanges) {
  return answer(api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body }))
}

export function pinField(id: string, body: { field: CustomerField; isPinned: boolean }) {
  return answer(api.POST('/api/v1/customers/{id}/pins', { params: { path: { id } }, body }))
}

export function refreshCustomer(id: string) {
  return answer(api.POST('/api/v1/customers/{id}/refresh', { params: { path: { id } } }))
}

/** One change for many; long work goes on after the answer. */
export function changeCustomers(body: CustomerBulk) {
  return answer(api.POST('/api/v1/customers/bulk', { body }))
}

export function mergeCustomers(id: string, body: MergeRequest) {
  return answer(api.POST('/api/v1/customers/{id}/merge', { params: { path: { id } }, body }))
}

export function undoMerge(id: string) {
  return answer(api.POST('/api/v1/customer-merges/{id}/undo', { params: { path: { id } } }))
}

export async function deleteCustomer(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/customers/{id}', { params: { path: { id } } }))
}

export function anonymiseCustomer(id: string) {
  return answer(api.POST('/api/v1/customers/{id}/anonymise', { params: { path: { id } } }))
}

export function findInCrm(q: string, signal: AbortSignal) {
  return answer(api.GET('/api/v1/crm-customers', { params: { query: { q } }, signal }))
}

export function getCrmCustomer({ connectionId, externalType, externalId }: CustomerLink) {
  const path = { connectionId, externalType, externalId }
  return answer(
    api.GET('/api/v1/crm-customers/{connectionId}/{externalType}/{externalId}', { params: { path } }),
  )
}
