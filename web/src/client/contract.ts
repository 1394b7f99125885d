import type { components, paths } from '../generated/api.d.ts'

/** Short names for what the API speaks of; all of them come from its generated description. */

export type { paths } from '../generated/api.d.ts'

type Schemas = components['schemas']
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type Language = 'en' | 'nl' | 'fr'
export type Money = Schemas['Money']
export type Failure = Schemas['Error']
export type Session = Schemas['Session']

export type InvoiceItem = Schemas['Invoice']
export type Invoice = Schemas['InvoiceDetail']
export type InvoiceSummary = Schemas['InvoiceSummary']
type InvoiceQuery = Query<'/api/v1/invoices'>
export type InvoiceFilterState = NonNullable<InvoiceQuery['state']>
export type InvoiceSort = NonNullable<InvoiceQuery['sort']>
export type InvoiceFilters = Omit<InvoiceQuery, 'state' | 'sort' | 'order' | 'cursor' | 'limit'> & {
  state: InvoiceFilterState
}

export type Activity = Schemas['Activity']
export type SubjectKind = Activity['subjectKind']

export type ImportLine = Schemas['ImportLine']
export type ImportOutcome = ImportLine['outcome']
export type ImportAction = ImportLine['actions'][number]
export type ImportSummary = Schemas['ImportLineSummary']
export type ImportCause = ImportSummary['causes'][number]['code']
export type ImportRun = Schemas['ImportRun']

export type Connection = Schemas['Connection']
export type ConnectionOptions = Schemas['ConnectionOptionsInput']
export type ConnectionCheck = Schemas['ConnectionCheck']
export type Profile = Schemas['Profile']
export type Creditor = Schemas['Creditor']

export type LongRun = Schemas['LongRun']
export type LongRunKind = LongRun['kind']
