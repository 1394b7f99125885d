import { answer, api } from './api.ts'
import type { LongRun } from './contract.ts'
import type {
  CustomerImport,
  ExportDetails,
  ImportChanges,
  ImportRow,
  RowOutcome,
} from './customer-files-contract.ts'

/** Every question about shared files, exports and customer imports that the pages put to the API. */

type Options = { params?: { query?: object; path?: Record<string, string> }; body?: unknown }
type Call = (
  path: string,
  options?: Options,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>
const client = api as unknown as { GET: Call; POST: Call; PATCH: Call; DELETE: Call }

const base = '/api/v1'
const byId = (id: string) => ({ params: { path: { id } } })

type PageOf<T> = { items: T[]; nextCursor: string | null }

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
  const query = cursor ? { cursor } : {}
  return answer(client.GET(`${base}/customer-imports`, { params: { query } })) as Promise<
    PageOf<CustomerImport>
  >
}

export function getCustomerImport(id: string) {
  return answer(client.GET(`${base}/customer-imports/{id}`, byId(id))) as Promise<CustomerImport>
}

export function changeCustomerImport(id: string, body: ImportChanges) {
  return answer(
    client.PATCH(`${base}/customer-imports/{id}`, { ...byId(id), body }),
  ) as Promise<CustomerImport>
}

export function startImportStep(id: string, step: 'preview' | 'import' | 'undo') {
  return answer(client.POST(`${base}/customer-imports/{id}/${step}`, byId(id))) as Promise<LongRun>
}

export type ImportRowQuery = { id: string; outcome: RowOutcome; cursor: string }

export function listImportRows({ id, outcome, cursor }: ImportRowQuery) {
  const query = { outcome, ...(cursor && { cursor }) }
  return answer(
    client.GET(`${base}/customer-imports/{id}/rows`, { params: { path: { id }, query } }),
  ) as Promise<PageOf<ImportRow>>
}

export async function deleteCustomerImport(id: string): Promise<void> {
  await answer(client.DELETE(`${base}/customer-imports/{id}`, byId(id)))
}
