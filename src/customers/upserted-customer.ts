import type { NewActivity } from '../activities/index.ts'
import type { CustomerOrigin, GoneCause } from './customer.ts'
import type { FieldChange } from './customer-changes.ts'
import type { KnownCustomer } from './list-known-customers.ts'

/** What became of one CRM record: our customer, whether it is new or changed, and what changed in what is shown. */
export type UpsertedCustomer = KnownCustomer & {
  outcome: 'created' | 'refreshed' | 'unchanged'
  changes: FieldChange[]
  /** What the record was and is in the CRM: null while it leads. */
  gone: { before: GoneCause | null; after: GoneCause | null }
}

/** The lines of history. What happened to a row that another customer took over is of no interest to anybody. */
export function activitiesOf(customers: readonly UpsertedCustomer[], origin: CustomerOrigin): NewActivity[] {
  return customers
    .filter((customer) => customer.ownId === customer.customerId)
    .flatMap((customer) => [...factActivities(customer, origin), ...goneActivities(customer)])
}

function factActivities(customer: UpsertedCustomer, origin: CustomerOrigin): NewActivity[] {
  const { outcome, changes, name, gone } = customer
  if (outcome === 'created') return [lineOf(customer, { kind: 'customer.created', data: { name, origin } })]
  const isAboutGone = changes.length === 0 && gone.before !== gone.after
  if (outcome === 'unchanged' || isAboutGone) return []
  return [lineOf(customer, { kind: 'customer.refreshed', data: { name, changes: changes.map(shortened) } })]
}

function goneActivities(customer: UpsertedCustomer): NewActivity[] {
  const { name, gone } = customer
  if (gone.before === gone.after) return []
  if (gone.after === null) return [lineOf(customer, { kind: 'customer.backInCrm', data: { name } })]
  return [
    lineOf(customer, {
      kind: 'customer.deactivatedInCrm',
      cause: gone.after,
      data: { name, cause: gone.after },
    }),
  ]
}

function lineOf({ customerId }: UpsertedCustomer, line: Omit<NewActivity, 'subjectKind' | 'subjectId'>) {
  return { subjectKind: 'customer', subjectId: customerId, ...line } as const
}

/** The history says what changed; a text of a thousand words need not be in it twice. */
const longestValue = 200
const mostAddresses = 20

function shortened({ field, before, after }: FieldChange) {
  return { field, before: shortenedValue(before), after: shortenedValue(after) }
}

function shortenedValue(value: FieldChange['before']): FieldChange['before'] {
  if (value === null) return null
  if (Array.isArray(value)) return value.slice(0, mostAddresses).map(shortenedText)
  return shortenedText(value)
}

function shortenedText(text: string): string {
  if (text.length <= longestValue) return text
  // Cut between characters: half a surrogate pair cannot be stored.
  return `${text.slice(0, longestValue).toWellFormed()}…`
}
