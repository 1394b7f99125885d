import { changedFields, customerName } from '../customers/index.ts'
import type {
  CustomerToImport,
  ImportCustomersMode,
  ImportedChange,
  ImportedState,
  ImportRefusal,
  RecordLink,
} from './imported-customer.ts'
import { type KnownToImport, type MatchField, plainVatNumber } from './imported-customer-table.ts'

export type ImportDecision =
  | { do: 'create' }
  | { do: 'update'; known: KnownToImport; change: ImportedChange }
  | { do: 'leave'; known: KnownToImport; isLeftAlone: boolean }
  | { do: 'refuse'; known?: KnownToImport; refusal: ImportRefusal }

/** The customers of a page of rows, by all that a row may name them by. */
export type Candidates = {
  byLink: ReadonlyMap<string, KnownToImport>
  byNumber: ReadonlyMap<string, KnownToImport>
  by: Readonly<Record<MatchField, ReadonlyMap<string, readonly KnownToImport[]>>>
  survivorOf(known: KnownToImport): KnownToImport
}

type Input = {
  row: CustomerToImport
  candidates: Candidates
  mode: ImportCustomersMode
  matchBy: readonly MatchField[]
}

/**
 * Whether a row is a new customer, changes one, changes nothing, or is refused. Recognised by the CRM's record first, then
 * by customer number, then, when a person asks for it, by e-mail address or VAT number (promises A1, A13).
 */
export function decideImported(input: Input): ImportDecision {
  const { row, mode } = input
  const found = recognise(input)
  if ('refusal' in found) return { do: 'refuse', ...found }
  if (!found.known) {
    if (mode === 'update') return { do: 'refuse', refusal: { code: 'unknown_customer' } }
    const isNamed = customerName({ companyName: null, firstName: null, lastName: null, ...row.facts }) !== ''
    return isNamed ? { do: 'create' } : { do: 'refuse', refusal: { code: 'no_name' } }
  }
  const { known } = found
  if (known.anonymisedAt)
    return { do: 'refuse', known, refusal: { code: 'anonymised', numbers: [known.number] } }
  if (mode === 'create') return { do: 'leave', known, isLeftAlone: true }
  return decideChange(input, known)
}

type Recognised = { known: KnownToImport | undefined } | { known?: KnownToImport; refusal: ImportRefusal }

function recognise({ row, candidates, matchBy }: Input): Recognised {
  const { link, number } = row
  const linked = link && candidates.byLink.get(linkKey(link))
  if (linked) return { known: candidates.survivorOf(linked) }
  const numbered = number === null ? undefined : candidates.byNumber.get(number)
  if (numbered) {
    const known = candidates.survivorOf(numbered)
    if (!link || known.externalId === null) return { known }
    return { known, refusal: { code: 'linked_elsewhere', numbers: [known.number] } }
  }
  for (const field of matchBy) {
    const matches = matchesOf({ row, candidates }, field)
    if (matches.length > 1)
      return { refusal: { code: 'ambiguous', numbers: matches.map((match) => match.number).sort() } }
    if (matches[0]) return { known: matches[0] }
  }
  return { known: undefined }
}

/** A customer of another record may well have the same address: it is not the one that the row is about. */
function matchesOf(
  { row, candidates }: Pick<Input, 'row' | 'candidates'>,
  field: MatchField,
): KnownToImport[] {
  const value = row.facts[field]
  if (!value) return []
  const key = field === 'email' ? value.toLowerCase() : plainVatNumber(value)
  const survivors = (candidates.by[field].get(key) ?? []).map((known) => candidates.survivorOf(known))
  const matches = [...new Set(survivors)]
  return row.link ? matches.filter(({ externalId }) => externalId === null) : matches
}

function decideChange({ row, candidates }: Input, known: KnownToImport): ImportDecision {
  const owner = row.number === null ? undefined : candidates.byNumber.get(row.number)
  if (row.number !== null && owner && candidates.survivorOf(owner).id !== known.id)
    return { do: 'refuse', known, refusal: { code: 'number_taken', value: row.number } }
  const after = wanted(row, known, owner)
  const change: ImportedChange = { before: {}, after: {} }
  for (const { field, before, after: value } of changedFields(known, row.facts))
    Object.assign(change, merged(change, { field, before, after: value }))
  for (const field of Object.keys(after) as (keyof ImportedState)[]) {
    if (after[field] !== known[field])
      Object.assign(change, merged(change, { field, before: known[field], after: after[field] }))
  }
  if (Object.keys(change.after).length === 0) return { do: 'leave', known, isLeftAlone: false }
  return { do: 'update', known, change }
}

/** The number of a customer that was merged away names its survivor, and does not become the survivor's. */
function wanted(
  { number, profileId, link }: CustomerToImport,
  known: KnownToImport,
  owner: KnownToImport | undefined,
): Partial<ImportedState> {
  const isNew = number !== null && owner === undefined
  return {
    ...(isNew && { number }),
    ...(profileId !== null && { profileId }),
    ...(link &&
      known.externalId === null && {
        connectionId: link.connectionId,
        externalType: link.type,
        externalId: link.externalId,
      }),
  }
}

function merged(
  { before, after }: ImportedChange,
  one: { field: keyof ImportedState; before: unknown; after: unknown },
): ImportedChange {
  return { before: { ...before, [one.field]: one.before }, after: { ...after, [one.field]: one.after } }
}

/** How a record is named in maps. */
export function linkKey({ connectionId, type, externalId }: RecordLink): string {
  return `${connectionId}\n${type}\n${externalId}`
}
