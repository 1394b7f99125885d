import type { CrmCustomer } from '../crm/index.ts'
import type { CrmLink } from '../crm-customers/index.ts'
import type { CustomerFacts } from '../customers/index.ts'
import type { ExportDetails } from './crm-export.ts'

/** What a list of the CRM does not say of a record. */
const lacking = {
  company: [
    'invoicingAddressee',
    'invoicingAddressLine',
    'invoicingPostalCode',
    'invoicingCity',
    'invoicingCountry',
  ],
  person: [
    'invoicingAddressee',
    'invoicingAddressLine',
    'invoicingPostalCode',
    'invoicingCity',
    'invoicingCountry',
    'vatNumber',
  ],
} as const satisfies Record<string, readonly (keyof CustomerFacts)[]>

/**
 * Whether a record of a list has to be asked about. Not when nobody wants to know more, and not when we read the whole
 * record as the CRM has it still: then `more` is what the list does not say.
 */
export function decideComplete(
  record: CrmCustomer,
  link: CrmLink | undefined,
  details: ExportDetails,
): { isComplete: boolean; more: Partial<CustomerFacts> } {
  const known = record.isWhole ? undefined : knownOf(record, link)
  return { isComplete: record.isWhole || details === 'lists' || known !== undefined, more: known ?? {} }
}

function knownOf(record: CrmCustomer, link: CrmLink | undefined): Partial<CustomerFacts> | undefined {
  if (!link?.isWhole || !link.crmFacts || !record.updatedAt) return undefined
  if (link.crmUpdatedAt?.getTime() !== record.updatedAt.getTime()) return undefined
  const { crmFacts } = link
  return Object.fromEntries(lacking[record.type].map((field) => [field, crmFacts[field]]))
}
