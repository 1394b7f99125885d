import { answer, api } from './api.ts'
import type { ExportDetails, ImportChanges, RowOutcome } from './customer-files-contract.ts'

/** Every question about shared files, exports and customer imports that the pages put to the API. */

const byId = (id: string) => ({ params: { path: { id } } })

export function listSharedFiles(cursor: string) {
  return answer(api.GET('/api/v1/shared-files', { params: { query: cursor ? { cursor } : {} } }))
}

export async function removeSharedFile(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/shared-files/{id}', byId(id)))
}

export function estimateExport(connectionId: string) {
  return answer(api.GET('/api/v1/customer-exports/estimate', { params: { query: { connectionId } } }))
}

export function startExport(body: { connectionId: string; details: ExportDetails }) {
  return answer(api.POST('/api/v1/customer-exports', { body }))
}

export function listCustomerImports(cursor: string) {
  return answer(api.GET('/api/v1/customer-imports', { params: { query: cursor ? { cursor } : {} } }))
}

export function getCustomerImport(id: string) {
  return answer(api.GET('/api/v1/customer-imports/{id}', byId(id)))
}

export function changeCustomerImport(id: string, body: ImportChanges) {
  return answer(api.PATCH('/api/v1/customer-imports/{id}', { ...byId(id), body }))
}

export type ImportWork = 'preview' | 'import' | 'undo'

export function startImportWork(id: string, work: ImportWork) {
  return answer(api.POST(`/api/v1/customer-imports/{id}/${work}`, byId(id)))
}

export type ImportRowQuery = { id: string; outcome: RowOutcome; cursor: string }

export function listImportRows({ id, outcome, cursor }: ImportRowQuery) {
  const query = { outcome, ...(cursor && { cursor }) }
  return answer(api.GET('/api/v1/customer-imports/{id}/rows', { params: { path: { id }, query } }))
}

export async function deleteCustomerImport(id: string): Promise<void> {
  await answer(api.DELETE('/api/v1/customer-imports/{id}', byId(id)))
}
