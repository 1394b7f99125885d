import { z } from 'zod'
import type { Order } from '../collection.ts'
import { getCustomer } from '../customer-moves.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { asked, listPage, mentions, updatedSince } from '../paging.ts'
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

function orderOf<T extends CompanyRecord | ContactRecord>(sort: Sort, nameOf: (row: T) => string): Order<T> {
  const keys = {
    name: (row: T) => nameOf(row).toLowerCase(),
    added_at: (row: T) => row.addedAt,
    updated_at: (row: T) => row.updatedAt,
  }
  const descending = sort.order === 'desc'
  return { name: `${sort.field} ${sort.order ?? 'asc'}`, key: keys[sort.field], descending }
}

const listCompanies = operation(200, listInput(companyFilter), (world, input) => {
  const sort = input.sort?.[0] ?? { field: 'name' as const }
  const order = orderOf(sort, (row: CompanyRecord) => row.name)
  return listPage(
    world,
    {
      collection: world.companies,
      rows: world.companies.sorted(order),
      order: order.name,
      filter: input.filter,
      matches: matching(input.filter ?? {}),
      page: input.page,
      includes: input.includes,
    },
    withCustomFields(input.includes, wireCompanyItem),
  )
})

const listContacts = operation(200, listInput(contactFilter), (world, input) => {
  const sort = input.sort?.[0] ?? { field: 'name' as const }
  const order = orderOf(sort, (row: ContactRecord) => `${row.lastName} ${row.firstName ?? ''}`)
  const filter = input.filter ?? {}
  const common = matching(filter)
  return listPage(
    world,
    {
      collection: world.contacts,
      rows: world.contacts.sorted(order),
      order: order.name,
      filter: input.filter,
      matches: (row) => matchesCompany(row, filter.company_id) && common(row),
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

type Test = (row: CompanyRecord | ContactRecord) => boolean
type Tests = { [Key in keyof CommonFilter]?: (wanted: NonNullable<CommonFilter[Key]>) => Test }

const tests: Tests = {
  updated_since: (since) => updatedSince(since),
  status: (status) => (row) => row.status === status,
  tags: (tags) => (row) => tags.every((tag) => row.tags.includes(tag)),
  vat_number: (number) => (row) => row.vatNumber === number,
  national_identification_number: (number) => (row) => row.nationalIdentificationNumber === number,
  marketing_mails_consent: (consent) => (row) => row.marketingMailsConsent === consent,
  email:
    ({ email }) =>
    (row) =>
      hasPrimary(row, email),
  term: (term) => (row) => mentions(term, searchedTexts(row)),
}

function hasPrimary(row: CompanyRecord | ContactRecord, wanted: string): boolean {
  const emails: Array<{ type: string; email: string }> = row.emails
  return emails.some(({ type, email }) => type === 'primary' && email.toLowerCase() === wanted.toLowerCase())
}

/** A company is found by its VAT number too, a person is not. */
function searchedTexts(row: CompanyRecord | ContactRecord): Array<string | null> {
  const names = 'name' in row ? [row.name, row.vatNumber] : [row.firstName, row.lastName]
  return [...names, ...row.emails.map(({ email }) => email), ...row.telephones.map(({ number }) => number)]
}

function matching(filter: CommonFilter): Test {
  const asked = Object.entries(filter).flatMap(([key, wanted]) => {
    const test = tests[key as keyof CommonFilter] as ((wanted: unknown) => Test) | undefined
    return test && wanted !== undefined ? [test(wanted)] : []
  })
  return (row) => asked.every((test) => test(row))
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
