import { answer, api } from './api.ts'
import type { LongRun } from './contract.ts'
import type {
  CustomerImport,
  ExportDetails,
  ExportEstimate,
  ImportChanges,
  ImportRow,
  RowOutcome,
  SharedFile,
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

export function listSharedFiles() {
  return answer(client.GET(`${base}/shared-files`)) as Promise<PageOf<SharedFile>>
}

export async function removeSharedFile(id: string): Promise<void> {
  await answer(client.DELETE(`${base}/shared-files/{id}`, byId(id)))
}

export function estimateExport(connectionId: string) {
  const options = { params: { query: { connectionId } } }
  return answer(client.GET(`${base}/customer-exports/estimate`, options)) as Promise<ExportEstimate>
}

export function startExport(body: { connectionId: string; details: ExportDetails }) {
  return answer(client.POST(`${base}/customer-exports`, { body })) as Promise<LongRun>
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
