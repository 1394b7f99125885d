import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../context.ts'
import { listIdsOfCustomer } from '../customers/index.ts'
import type { DocumentMark, InvitationMark, Invoice } from '../invoices/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { searchCondition, searchPatterns } from './invoice-search.ts'

/** What a list of invoices shows. `today` is the creditor's calendar day: it decides what is overdue. */
export type InvoiceFilter = {
  state: 'open' | 'overdue' | 'paid' | 'archived' | 'all'
  search?: string | undefined
  profileId?: string | undefined
  /** Which rule chose the profile. */
  chosenBy?: Invoice['profileChosenBy'] | undefined
  /** Invoices of customers that were merged into this one are its own. */
  customerId?: string | undefined
  currency?: string | undefined
  connectionId?: string | undefined
  /** As the CRM names it; with `connectionId`, where two accounts could use one id. */
  departmentId?: string | undefined
  /** With any warning, with none, or with this one. */
  warning?: boolean | NonNullable<Invoice['profileWarning']> | undefined
  document?: DocumentMark | undefined
  invitation?: InvitationMark | undefined
  /** On hold, disputed, or promised by a day that has not passed. */
  stop?: 'hold' | 'dispute' | 'promise' | undefined
  /** Which day `dateFrom` and `dateTo` are about; an invoice without that day is in no period. Both ends are in. */
  dateOf?: 'invoiceDate' | 'dueDate' | undefined
  dateFrom?: CalendarDay | undefined
  dateTo?: CalendarDay | undefined
  today: CalendarDay
}

/** The condition of a filter over the table `invoices`. */
export async function filterCondition(tx: Tx, filter: InvoiceFilter): Promise<RawBuilder<SqlBool>> {
  const patterns = searchPatterns(filter.search)
  const plain = await plainCondition(tx, filter)
  return patterns ? sql<SqlBool>`(${plain} and ${searchCondition(patterns)})` : plain
}

/** The part of a filter that is not about words: each has an index, or leaves most. */
export async function plainCondition(tx: Tx, filter: InvoiceFilter): Promise<RawBuilder<SqlBool>> {
  const parts = [...stateConditions(filter), ...equalities(filter), ...period(filter)]
  if (filter.customerId) {
    const ids = await listIdsOfCustomer(tx, filter.customerId)
    // With one id the index over customers gives the rows in their order.
    parts.push(ids.length === 1 ? sql`customer_id = ${ids[0]}` : sql`customer_id = any(${ids}::text[])`)
  }
  if (filter.warning === true) parts.push(sql`profile_warning is not null`)
  if (filter.warning === false) parts.push(sql`profile_warning is null`)
  // Written out, not as a parameter: only then is the index over the few without a document of use.
  if (filter.document) parts.push(sql`document_state = ${sql.lit(filter.document)}`)
  if (filter.invitation) parts.push(sql`invitation_state = ${sql.lit(filter.invitation)}`)
  if (filter.stop) parts.push(stopCondition(filter.stop, filter.today))
  return sql<SqlBool>`(${parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`})`
}

function stopCondition(stop: NonNullable<InvoiceFilter['stop']>, today: CalendarDay): RawBuilder<unknown> {
  if (stop === 'hold') return sql`is_on_hold`
  return stop === 'dispute' ? sql`is_disputed` : sql`promised_for >= ${today}::date`
}

/** The part of a filter that the index of each order answers. */
export function stateCondition(filter: Pick<InvoiceFilter, 'state' | 'today'>): RawBuilder<SqlBool> {
  const parts = stateConditions(filter)
  return sql<SqlBool>`(${parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`})`
}

/** Whether the filter asks about money that is expected (true) or not (false); undefined: about both. */
export function isOpenOf({ state }: Pick<InvoiceFilter, 'state'>): boolean | undefined {
  if (state === 'all') return undefined
  return state === 'open' || state === 'overdue'
}

function stateConditions(filter: Pick<InvoiceFilter, 'state' | 'today'>): RawBuilder<unknown>[] {
  switch (filter.state) {
    case 'open':
      return [sql`is_open`]
    case 'overdue':
      return [sql`is_open`, sql`sort_due < ${filter.today}::date`]
    case 'paid':
      return [sql`not is_open`, sql`state = 'paid'`]
    case 'archived':
      return [sql`not is_open`, sql`state = 'archived'`]
    case 'all':
      return []
  }
}

function equalities(filter: InvoiceFilter): RawBuilder<unknown>[] {
  const wanted = {
    profile_id: filter.profileId,
    profile_chosen_by: filter.chosenBy,
    currency: filter.currency,
    connection_id: filter.connectionId,
    department_external_id: filter.departmentId,
    profile_warning: typeof filter.warning === 'string' ? filter.warning : undefined,
  }
  return Object.entries(wanted).flatMap(([column, value]) =>
    value ? [sql`${sql.ref(column)} = ${value}`] : [],
  )
}

function period({ dateOf, dateFrom, dateTo }: InvoiceFilter): RawBuilder<unknown>[] {
  if (!dateFrom && !dateTo) return []
  const day = dateOf === 'dueDate' ? sql`sort_due` : sql`sort_date`
  const from = dateFrom ? [sql`${day} >= ${dateFrom}::date`] : []
  const to = dateTo ? sql`${day} <= ${dateTo}::date` : sql`true`
  return [...from, to, sql`${day} < date '9999-12-31'`]
}
