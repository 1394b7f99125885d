import {
  type CustomerFacts,
  type CustomerField,
  customerFields,
  problemsOf,
  tidyFacts,
} from '../customers/index.ts'
import type { CustomerToImport } from '../imported-customers/index.ts'
import { unguardCell } from './cell-guard.ts'
import type { FileColumn } from './customer-import.ts'
import type { FileTarget } from './file-columns.ts'
import { readCountry } from './read-country.ts'
import type { FileRow } from './read-csv.ts'
import { readLanguage } from './read-language.ts'
import type { NoteCode, RowRefusal } from './row-refusal.ts'
import { storableText } from './storable-text.ts'

/** What the cells of a file may refer to. */
export type FileSurroundings = {
  columns: readonly FileColumn[]
  /** Ids of the profiles, by id and by name in small letters; those that gave way lead to the ones in their place. */
  profiles: ReadonlyMap<string, string>
  /** Ids of the connections, by source and account. */
  connections: ReadonlyMap<string, string>
}

export type ReadCustomer =
  | { customer: CustomerToImport; notes: NoteCode[] }
  | { refusal: RowRefusal; name: string }

/** The same as when a person types it: a text of a customer, its number, one line of CC. */
const longest = { text: 500, number: 50, cc: 2_000, addresses: 50 }

/**
 * What a row says of a customer. Names of languages and countries become codes where they are known and stay as they are
 * where not (they are flagged then, like VAT numbers that break their rules); an address that no mail can reach is refused.
 * An empty cell says nothing.
 */
export function readCustomer(row: FileRow, surroundings: FileSurroundings): ReadCustomer {
  const cells = gather(row, surroundings.columns)
  const refused = refusalOf(row, surroundings, cells)
  if (refused) return { refusal: refused, name: nameIn(cells) }
  const facts = factsOf(cells)
  const [problem] = problemsOf(facts)
  if (problem)
    return { refusal: refusalOfProblem(problem.path as CustomerField, facts, cells), name: nameIn(cells) }
  const { link, notes } = linkOf(cells, surroundings)
  const profile = cells.get('profile')
  const customer: CustomerToImport = {
    line: row.line,
    facts,
    number: cells.get('number')?.text ?? null,
    profileId: profile ? (surroundings.profiles.get(profile.text.toLowerCase()) ?? null) : null,
    link,
    isDeactivated: cells.get('crmStatus')?.text === 'deactivated',
  }
  return { customer, notes }
}

/** The customer number that a row gives, whatever else may be wrong with the row. */
export function numberIn(row: FileRow, columns: readonly FileColumn[]): string | undefined {
  const ofNumber = columns.filter(({ target }) => target === 'number')
  return gather(row, ofNumber).get('number')?.text
}

type Cell = { text: string; header: string }
type Cells = ReadonlyMap<FileTarget, Cell>

/** The cells that hold something, by what they are; several columns of one kind are put together. */
function gather(row: FileRow, columns: readonly FileColumn[]): Cells {
  const cells = new Map<FileTarget, Cell>()
  for (const { index, header, target } of columns) {
    const text = target === null ? '' : unguardCell(row.cells[index] ?? '').trim()
    if (target === null || text === '') continue
    const before = cells.get(target)
    const joint = target === 'cc' ? '; ' : ' '
    cells.set(target, before ? { ...before, text: before.text + joint + text } : { text, header })
  }
  return cells
}

function refusalOf(
  row: FileRow,
  { columns, profiles }: FileSurroundings,
  cells: Cells,
): RowRefusal | undefined {
  if (row.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return { code: 'too_many_cells', column: null }
  for (const [target, { text, header }] of cells) {
    if (isNoText(target, text)) return { code: 'not_text', column: header }
    const limit = limitOf(target)
    if (text.length > limit) return { code: 'too_long', column: header, facts: { limit } }
  }
  const profile = cells.get('profile')
  if (profile && !profiles.has(profile.text.toLowerCase()))
    return { code: 'unknown_profile', column: profile.header, facts: { value: storableText(profile.text) } }
  return undefined
}

function isNoText(target: FileTarget, text: string): boolean {
  if (text.includes('\0') || !text.isWellFormed()) return true
  return target === 'number' && /\p{Cc}/u.test(text)
}

function limitOf(target: FileTarget): number {
  if (target === 'number') return longest.number
  return target === 'cc' ? longest.cc : longest.text
}

function factsOf(cells: Cells): Partial<CustomerFacts> {
  const given: Partial<Record<CustomerField, string | string[]>> = {}
  for (const field of customerFields) {
    const text = cells.get(field)?.text
    if (text !== undefined) given[field] = field === 'cc' ? [text] : readValue(field, text)
  }
  return tidyFacts(given as Partial<CustomerFacts>)
}

function readValue(field: CustomerField, text: string): string {
  if (field === 'language') return readLanguage(text) ?? text
  if (field === 'country' || field === 'invoicingCountry') return readCountry(text) ?? text
  return text
}

function refusalOfProblem(field: CustomerField, facts: Partial<CustomerFacts>, cells: Cells): RowRefusal {
  const column = cells.get(field)?.header ?? null
  const value = storableText([facts[field] ?? ''].flat().join('; '))
  if (field === 'email') return { code: 'invalid_email', column, facts: { value } }
  if (field === 'cc') return { code: 'invalid_cc', column, facts: { value } }
  return { code: 'not_text', column }
}

function linkOf(
  cells: Cells,
  { connections }: FileSurroundings,
): { link: CustomerToImport['link']; notes: NoteCode[] } {
  const externalId = plainId(cells.get('crmId')?.text ?? '')
  if (!externalId) return { link: null, notes: [] }
  const [source, account, type] = (['crmSource', 'crmAccount', 'crmType'] as const).map(
    (target) => cells.get(target)?.text,
  )
  const connectionId = connections.get(accountKey(source ?? '', account ?? ''))
  const isType = type === 'company' || type === 'person'
  if (!connectionId || !isType || externalId.length > 100) return { link: null, notes: ['unknown_account'] }
  return { link: { connectionId, type, externalId }, notes: [] }
}

/** How an account of a CRM is named in maps. */
export function accountKey(source: string, account: string): string {
  return `${source.toLowerCase()}\n${plainId(account)}`
}

/** Programs that write ids in capitals mean the same ones; a record that is not recognised would become a second customer. */
function plainId(id: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : id
}

function nameIn(cells: Cells): string {
  const company = cells.get('companyName')?.text
  const person = [cells.get('firstName')?.text, cells.get('lastName')?.text].filter(Boolean).join(' ')
  return storableText(company ?? person)
    .replaceAll('\0', '')
    .toWellFormed()
}
