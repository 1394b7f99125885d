import type {
  CrmCustomer,
  CrmCustomerRef,
  CrmPage,
  CrmSource,
  PageCustomers,
  SearchCustomers,
  Unreadable,
} from '../source.ts'
import { companySchema, contactSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { findRecord } from './find-record.ts'
import { filterIgnored, idOfRow, isLastPage, listByIds, listPage, pageSize } from './list-all.ts'
import { mapCompany, mapContact, readRow, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

type CustomerCalls = 'listCustomers' | 'findCustomer' | 'pageCustomers' | 'searchCustomers'
type CustomerType = CrmCustomerRef['type']

const resources = { company: 'companies', person: 'contacts' } as const

/** As many as a person looks through. */
const foundAtMost = 20

/** Reads customers: by id, one whole record, page by page, or by a term. Companies and contacts are two lists. */
export function createCustomerReader(client: TeamleaderClient): Pick<CrmSource, CustomerCalls> {
  const before: Partial<Record<CustomerType, ReadPage>> = {}
  return {
    listCustomers: (refs) => listCustomers(client, refs),
    findCustomer: (ref, options = {}) => findCustomer(endedBy(client, options.signal), ref),
    async pageCustomers(query) {
      const rows = await readPage(client, query)
      const read = { page: query.page, ids: rows.map(idOfRow).join() }
      if (isSamePage(before[query.type], read)) throw filterIgnored(`${resources[query.type]}.list`, 'page')
      before[query.type] = read
      return { ...readCustomers(query.type, rows), isLast: isLastPage(rows.length) }
    },
    async searchCustomers(query, options = {}) {
      const rows = await listPage(endedBy(client, options.signal), `${resources[query.type]}.list`, {
        filter: { ...termFilter(query), status: 'active' },
        page: { size: foundAtMost, number: 1 },
      })
      return { ...readCustomers(query.type, rows.slice(0, foundAtMost)), isLast: rows.length < foundAtMost }
    },
  }
}

/** Companies and contacts by id, one call for each type that is asked for. Unknown ones are absent. */
async function listCustomers(
  client: TeamleaderClient,
  refs: readonly CrmCustomerRef[],
): Promise<CrmPage<CrmCustomer>> {
  const companies = await listByIds(client, 'companies.list', idsOf(refs, 'company'))
  const contacts = await listByIds(client, 'contacts.list', idsOf(refs, 'person'))
  const asCompanies = readCustomers('company', companies)
  const asPersons = readCustomers('person', contacts)
  return {
    items: [...asCompanies.items, ...asPersons.items],
    unreadable: [...asCompanies.unreadable, ...asPersons.unreadable],
    isLast: true,
  }
}

function idsOf(refs: readonly CrmCustomerRef[], type: CustomerType): string[] {
  return onlyTeamleaderIds(refs.filter((ref) => ref.type === type).map((ref) => ref.externalId))
}

async function findCustomer(
  client: TeamleaderClient,
  { type, externalId }: CrmCustomerRef,
): Promise<CrmCustomer | Unreadable | undefined> {
  if (onlyTeamleaderIds([externalId]).length === 0) return undefined
  const row = await findRecord(client, `${resources[type]}.info`, externalId)
  if (row === undefined) return undefined
  const read =
    type === 'company'
      ? readRow(row, companySchema, (company) => mapCompany(company, true))
      : readRow(row, contactSchema, (contact) => mapContact(contact, true))
  return 'item' in read ? read.item : { ...read.unreadable, externalId }
}

type ReadPage = { page: number; ids: string }

/** The same rows on the next page: the page number is ignored, and reading on would never end. */
function isSamePage(before: ReadPage | undefined, now: ReadPage): boolean {
  return before !== undefined && now.page === before.page + 1 && now.ids !== '' && now.ids === before.ids
}

/** Sorted by when they were added: that never moves, and what is added meanwhile comes last. */
async function readPage(
  client: TeamleaderClient,
  { type, page }: PageCustomers,
): Promise<readonly unknown[]> {
  const operation = `${resources[type]}.list`
  const rows = await listPage(client, operation, {
    page: { size: pageSize, number: page },
    sort: [{ field: 'added_at', order: 'asc' }],
  })
  if (rows.length > pageSize) throw filterIgnored(operation, 'page')
  return rows
}

function readCustomers(type: CustomerType, rows: readonly unknown[]) {
  return type === 'company'
    ? readRows(rows, companySchema, (company) => mapCompany(company, false))
    : readRows(rows, contactSchema, (contact) => mapContact(contact, false))
}

function termFilter({ by, term }: SearchCustomers): object {
  if (by === 'email') return { email: { type: 'primary', email: term } }
  return by === 'vatNumber' ? { vat_number: term } : { term }
}

function endedBy(client: TeamleaderClient, signal: AbortSignal | undefined): TeamleaderClient {
  return { call: (operation, body) => client.call(operation, body, { signal }) }
}
