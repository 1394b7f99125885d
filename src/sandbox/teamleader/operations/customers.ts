import { z } from 'zod'
import { getCustomer } from '../customer-moves.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { asked, isSince, listPage, mentions } from '../paging.ts'
import type { CompanyRecord, ContactRecord } from '../records.ts'
import { wireCustomFields } from '../wire.ts'
import {
  wireCompanyInfo,
  wireCompanyItem,
  wireContactInfo,
  wireContactItem,
  wireRelatedContacts,
} from '../wire-customers.ts'
import type { World } from '../world.ts'

const commonFilter = {
  ids: z.array(ask.uuid),
  email: z.object({ type: z.literal('primary'), email: z.string() }),
  term: z.string(),
  updated_since: ask.instant,
  tags: z.array(z.string()),
  status: z.enum(['active', 'deactivated']),
  marketing_mails_consent: z.boolean(),
}
const companyFilter = ask.filter({
  ...commonFilter,
  vat_number: z.string(),
  national_identification_number: z.string(),
})
const contactFilter = ask.filter({ ...commonFilter, company_id: ask.uuid.nullable() })
type CommonFilter = NonNullable<z.infer<typeof companyFilter>>

function listInput<Filter extends z.ZodType>(filter: Filter) {
  return z.object({
    filter,
    page: ask.page,
    sort: ask.sortBy(['name', 'added_at', 'updated_at']),
    includes: ask.includes,
  })
}
type Sort = { field: 'name' | 'added_at' | 'updated_at'; order?: 'asc' | 'desc' | undefined }

function compareBy<T extends CompanyRecord | ContactRecord>(sort: Sort, nameOf: (row: T) => string) {
  const sign = sort.order === 'desc' ? -1 : 1
  if (sort.field === 'added_at') return (a: T, b: T) => sign * (a.addedAt - b.addedAt)
  if (sort.field === 'updated_at') return (a: T, b: T) => sign * (a.updatedAt - b.updatedAt)
  return (a: T, b: T) => {
    const left = nameOf(a)
    const right = nameOf(b)
    return sign * (left < right ? -1 : left > right ? 1 : 0)
  }
}

const listCompanies = operation(200, listInput(companyFilter), (world, input) => {
  const sort = input.sort?.[0] ?? { field: 'name' as const }
  const order = `${sort.field} ${sort.order ?? 'asc'}`
  const filter = input.filter ?? {}
  return listPage(
    world,
    {
      collection: world.companies,
      rows: world.companies.sorted(
        order,
        compareBy(sort, (row) => row.name.toLowerCase()),
      ),
      order,
      filter: input.filter,
      matches: (row) => matchesCommon(row, filter, [row.name, row.vatNumber]),
      page: input.page,
      includes: input.includes,
    },
    withCustomFields(input.includes, wireCompanyItem),
  )
})

const listContacts = operation(200, listInput(contactFilter), (world, input) => {
  const sort = input.sort?.[0] ?? { field: 'name' as const }
  const order = `${sort.field} ${sort.order ?? 'asc'}`
  const filter = input.filter ?? {}
  return listPage(
    world,
    {
      collection: world.contacts,
      rows: world.contacts.sorted(
        order,
        compareBy(sort, (row) => `${row.lastName} ${row.firstName ?? ''}`.toLowerCase()),
      ),
      order,
      filter: input.filter,
      matches: (row) =>
        matchesCompany(row, filter.company_id) && matchesCommon(row, filter, [row.firstName, row.lastName]),
      page: input.page,
      includes: input.includes,
    },
    withCustomFields(input.includes, wireContactItem),
  )
})

function withCustomFields<T extends CompanyRecord | ContactRecord>(
  includes: string | undefined,
  wire: (world: World, row: T) => object,
) {
  if (!asked(includes, 'custom_fields')) return wire
  return (world: World, row: T) => ({
    ...wire(world, row),
    custom_fields: wireCustomFields(world, row.customFields),
  })
}

/** `company_id: null` asks for people without a company. */
function matchesCompany(contact: ContactRecord, companyId: string | null | undefined): boolean {
  if (companyId === undefined) return true
  if (companyId === null) return contact.companies.length === 0
  return contact.companies.some((link) => link.companyId === companyId)
}

type Test = (row: CompanyRecord | ContactRecord, filter: CommonFilter) => boolean
const tests: Test[] = [
  (row, filter) => !filter.updated_since || isSince(row.updatedAt, filter.updated_since),
  (row, filter) => !filter.status || row.status === filter.status,
  (row, { tags }) => !tags || tags.every((tag) => row.tags.includes(tag)),
  (row, filter) => !filter.vat_number || row.vatNumber === filter.vat_number,
  (row, { national_identification_number: number }) => !number || row.nationalIdentificationNumber === number,
  (row, { marketing_mails_consent: consent }) =>
    consent === undefined || row.marketingMailsConsent === consent,
  (row, { email }) => !email || hasPrimary(row, email.email),
]

function hasPrimary(row: CompanyRecord | ContactRecord, wanted: string): boolean {
  const emails: Array<{ type: string; email: string }> = row.emails
  return emails.some(({ type, email }) => type === 'primary' && email.toLowerCase() === wanted.toLowerCase())
}

function matchesCommon(
  row: CompanyRecord | ContactRecord,
  filter: CommonFilter,
  names: Array<string | null>,
): boolean {
  const texts = [
    ...names,
    ...row.emails.map(({ email }) => email),
    ...row.telephones.map(({ number }) => number),
  ]
  return tests.every((test) => test(row, filter)) && mentions(filter.term, texts)
}

const companyInfo = operation(200, z.object({ id: ask.uuid, includes: ask.includes }), (world, input) => {
  const company = getCustomer(world, { type: 'company', id: input.id }) as CompanyRecord
  return {
    data: {
      ...wireCompanyInfo(world, company),
      ...(asked(input.includes, 'related_companies') && { related_companies: [] }),
      ...(asked(input.includes, 'related_contacts') && {
        related_contacts: wireRelatedContacts(world, company.id),
      }),
    },
  }
})

const contactInfo = operation(200, ask.byId, (world, input) => {
  const contact = getCustomer(world, { type: 'contact', id: input.id }) as ContactRecord
  return { data: wireContactInfo(world, contact) }
})

export const customerOperations: Record<string, Operation> = {
  'companies.list': listCompanies,
  'companies.info': companyInfo,
  'contacts.list': listContacts,
  'contacts.info': contactInfo,
}
