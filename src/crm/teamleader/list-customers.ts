import { SourceRejectedError } from '../../errors.ts'
import type { CrmCustomer, CrmCustomerRef, CrmPage } from '../source.ts'
import { companySchema, contactSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { listPage, pageSize } from './list-all.ts'
import { mapCompany, mapContact, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/** Companies and contacts by id, in at most two calls. Unknown ones are absent. */
export async function listCustomers(
  client: TeamleaderClient,
  refs: readonly CrmCustomerRef[],
): Promise<CrmPage<CrmCustomer>> {
  const companies = await listByIds(client, 'companies.list', idsOf(refs, 'company'))
  const contacts = await listByIds(client, 'contacts.list', idsOf(refs, 'person'))
  const asCompanies = readRows(companies, companySchema, mapCompany)
  const asPersons = readRows(contacts, contactSchema, mapContact)
  return {
    items: [...asCompanies.items, ...asPersons.items],
    unreadable: [...asCompanies.unreadable, ...asPersons.unreadable],
    isLast: true,
  }
}

function idsOf(refs: readonly CrmCustomerRef[], type: CrmCustomerRef['type']): string[] {
  return onlyTeamleaderIds(refs.filter((ref) => ref.type === type).map((ref) => ref.externalId))
}

async function listByIds(
  client: TeamleaderClient,
  operation: string,
  ids: string[],
): Promise<readonly unknown[]> {
  if (ids.length === 0) return []
  const rows = await listPage(client, operation, { filter: { ids }, page: { size: pageSize, number: 1 } })
  const asked = new Set(ids)
  for (const row of rows) {
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
    if (typeof id === 'string' && !asked.has(id)) {
      throw new SourceRejectedError(`Teamleader ignored the filter "ids" of ${operation}`, {
        code: 'filter_ignored',
      })
    }
  }
  return rows
}
