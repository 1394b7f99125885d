import { type NewActivity, recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import {
  completeSoon,
  customerFields,
  customerName,
  lockCustomerNumbers,
  noFacts,
  takeCustomerNumbers,
} from '../customers/index.ts'
import { newId } from '../values/index.ts'
import { type Candidates, decideImported, type ImportDecision, linkKey } from './decide-imported.ts'
import type {
  CustomerToImport,
  ImportCustomersMode,
  ImportedChange,
  ImportedCustomer,
} from './imported-customer.ts'
import {
  type ImportedRow,
  insertImported,
  type KnownToImport,
  lockCandidates,
  type MatchField,
  plainVatNumber,
  updateImported,
} from './imported-customer-table.ts'

export type ImportCustomersInput = {
  rows: readonly CustomerToImport[]
  mode: ImportCustomersMode
  /** By what else a row may be recognised, in this order. */
  matchBy: readonly MatchField[]
  /** A preview: everything is decided, nothing is written. */
  isDryRun: boolean
  /**
   * Notes that a line is about the customer of these keys; gives the line that was about it before, if there is another
   * one. Asking again for the same line changes nothing.
   */
  claim: (keys: readonly string[], line: number) => number | undefined
  /** Whether a row of the same file, on this page or another one, gives this number: the sequence steps over it. */
  isReserved: (number: string) => boolean
}

/**
 * Makes customers of a page of rows, or changes those that exist, set by set (promises A1, A13): a file edits like a hand
 * does, so that an unpinned field of a linked customer follows the CRM again at the next refresh. Rows come back in their
 * order with what became of them. What a row does not say is left alone.
 */
export async function importCustomers(tx: Tx, input: ImportCustomersInput): Promise<ImportedCustomer[]> {
  // From here on nobody else adds a customer or gives a number: what is looked up stays true until the commit.
  if (!input.isDryRun) await lockCustomerNumbers(tx)
  const candidates = candidatesAmong(await lockCandidates(tx, input))
  const decided = input.rows.map((row) => ({ row, decision: decideOnce(input, candidates, row) }))
  const created = input.isDryRun ? new Map<CustomerToImport, ImportedRow>() : await write(tx, input, decided)
  return decided.map(({ row, decision }) => outcomeOf(row, decision, created.get(row)))
}

type Decided = { row: CustomerToImport; decision: ImportDecision }

function candidatesAmong(customers: readonly KnownToImport[]): Candidates {
  const byId = new Map(customers.map((known) => [known.id, known]))
  const by = {
    email: Map.groupBy(customers, ({ email }) => email?.toLowerCase() ?? ''),
    vatNumber: Map.groupBy(customers, ({ vatNumber }) => plainVatNumber(vatNumber ?? '')),
  }
  return {
    byLink: new Map(customers.flatMap((known) => (isLinked(known) ? [[keyOfLink(known), known]] : []))),
    byNumber: new Map(customers.map((known) => [known.number, known])),
    by,
    survivorOf: (known) => (known.mergedInto ? (byId.get(known.mergedInto) ?? known) : known),
  }
}

type Linked = KnownToImport & { connectionId: string; externalType: 'company' | 'person'; externalId: string }

function isLinked(known: KnownToImport): known is Linked {
  return known.externalId !== null
}

function keyOfLink({ connectionId, externalType: type, externalId }: Linked): string {
  return linkKey({ connectionId, type, externalId })
}

/** A second row about the same customer is refused, whatever it is that tells so. */
function decideOnce(
  input: ImportCustomersInput,
  candidates: Candidates,
  row: CustomerToImport,
): ImportDecision {
  const decision = decideImported({ row, candidates, mode: input.mode, matchBy: input.matchBy })
  if (decision.do === 'refuse') return decision
  const known = decision.do === 'create' ? undefined : decision.known
  const line = input.claim(
    [...(known ? [`id ${known.id}`] : []), ...importKeys(row, input.matchBy)],
    row.line,
  )
  if (line === undefined) return decision
  return { do: 'refuse', ...(known && { known }), refusal: { code: 'duplicate_in_file', line } }
}

/** By what a row alone tells which customer it is about. */
export function importKeys(
  { link, number, facts }: CustomerToImport,
  matchBy: readonly MatchField[],
): string[] {
  const keys: string[] = []
  if (link) keys.push(`link ${linkKey(link)}`)
  if (number !== null) keys.push(`number ${number}`)
  if (matchBy.includes('email') && facts.email) keys.push(`email ${facts.email.toLowerCase()}`)
  if (matchBy.includes('vatNumber') && facts.vatNumber) keys.push(`vat ${plainVatNumber(facts.vatNumber)}`)
  return keys
}

async function write(
  tx: Tx,
  input: ImportCustomersInput,
  decided: readonly Decided[],
): Promise<Map<CustomerToImport, ImportedRow>> {
  await updateImported(
    tx,
    decided.flatMap(({ decision }) =>
      decision.do === 'update' ? [{ ...decision.known, ...decision.change.after }] : [],
    ),
  )
  const created = await create(tx, input, decided)
  for (const [row, { id }] of created) input.claim([`id ${id}`], row.line)
  await recordActivities(tx, [
    ...decided.flatMap(({ decision }) => (decision.do === 'update' ? editActivities(decision) : [])),
    ...[...created.values()].map(creationActivity),
  ])
  const connections = new Set(
    decided.flatMap(({ row, decision }) => (linksNow(row, decision) ? [row.link?.connectionId ?? ''] : [])),
  )
  for (const connectionId of connections) await completeSoon(tx, connectionId)
  return created
}

function linksNow(row: CustomerToImport, decision: ImportDecision): boolean {
  if (decision.do === 'create') return row.link !== null
  return decision.do === 'update' && decision.change.after.externalId !== undefined
}

/** Given numbers first, so that the sequence steps over them. */
async function create(
  tx: Tx,
  { isReserved }: ImportCustomersInput,
  decided: readonly Decided[],
): Promise<Map<CustomerToImport, ImportedRow>> {
  const rows = decided.filter(({ decision }) => decision.do === 'create').map(({ row }) => row)
  const created = new Map(rows.map((row) => [row, newRow(row)]))
  const all = [...created].map(([{ isDeactivated }, row]) => ({ ...row, isDeactivated }))
  const unnumbered = all.filter(({ number }) => number === '')
  await insertImported(
    tx,
    all.filter(({ number }) => number !== ''),
  )
  const numbers = await takeCustomerNumbers(tx, unnumbered.length, isReserved)
  await insertImported(
    tx,
    unnumbered.map((row, index) => ({ ...row, number: numbers[index] ?? '' })),
  )
  return created
}

function newRow({ facts, number, profileId, link }: CustomerToImport): ImportedRow {
  return {
    id: newId('cus'),
    ...noFacts(),
    ...facts,
    number: number ?? '',
    profileId,
    connectionId: link?.connectionId ?? null,
    externalType: link?.type ?? null,
    externalId: link?.externalId ?? null,
  }
}

function creationActivity(row: ImportedRow): NewActivity {
  return {
    subjectKind: 'customer',
    subjectId: row.id,
    kind: 'customer.created',
    data: { name: customerName(row), origin: 'file' },
  }
}

function editActivities({ known, change }: Extract<ImportDecision, { do: 'update' }>): NewActivity[] {
  const after = { ...known, ...change.after }
  const data = { name: customerName(after), number: after.number }
  const changes = changesToTell(change)
  const line = { subjectKind: 'customer', subjectId: known.id } as const
  return [
    ...(change.after.externalId === undefined ? [] : [{ ...line, kind: 'customer.linked' as const, data }]),
    ...(changes.length === 0
      ? []
      : [{ ...line, kind: 'customer.edited' as const, data: { ...data, changes } }]),
  ]
}

/** What a person reads in the history: the facts, the number and the profile. */
export function changesToTell({ before, after }: ImportedChange) {
  const fields = [...customerFields, 'number', 'profileId'] as const
  return fields.flatMap((field) =>
    field in after ? [{ field, before: before[field] ?? null, after: after[field] ?? null }] : [],
  )
}

function outcomeOf(
  row: CustomerToImport,
  decision: ImportDecision,
  created: ImportedRow | undefined,
): ImportedCustomer {
  const { line } = row
  if (decision.do === 'create')
    return { line, outcome: 'create', name: nameIn(row), customerId: created?.id ?? null }
  const { known } = decision
  const common = { line, name: known ? customerName({ ...known, ...row.facts }) : nameIn(row) }
  if (decision.do === 'refuse')
    return { ...common, outcome: 'refuse', customerId: known?.id ?? null, refusal: decision.refusal }
  if (decision.do === 'leave')
    return {
      ...common,
      outcome: 'unchanged',
      customerId: decision.known.id,
      isLeftAlone: decision.isLeftAlone,
    }
  return { ...common, outcome: 'update', customerId: decision.known.id, change: decision.change }
}

function nameIn({ facts }: CustomerToImport): string {
  return customerName({ companyName: null, firstName: null, lastName: null, ...facts })
}
