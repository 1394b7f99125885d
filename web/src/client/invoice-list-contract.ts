import type { components, paths } from '../generated/api.d.ts'

/** What the API says of the list of invoices: saved views, sums of a choice, and what is done with many at once. */

type Schemas = components['schemas']
type Body<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } }
}
  ? B
  : never

export type SavedView = Schemas['SavedView']
export type NewSavedView = Body<'/api/v1/saved-views'>
export type SavedViewChange = Pick<SavedView, 'id'> &
  Partial<Pick<SavedView, 'name' | 'query' | 'columns' | 'isShared'>>
export type InvoiceExport = Body<'/api/v1/invoice-exports'>
export type ExportForm = Pick<InvoiceExport, 'format' | 'delimiter'>
