import type { CrmCustomer, CrmCustomerRef, CrmPage } from '../source.ts'
import { companySchema, contactSchema } from './api-types.ts'
import type { TeamleaderClient } from './client.ts'
import { listByIds } from './list-all.ts'
import { mapCompany, mapContact, readRows } from './mapper.ts'
import { onlyTeamleaderIds } from './teamleader-id.ts'

/** Companies and contacts by id, one call for each type that is asked for. Unknown ones are absent. */
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
