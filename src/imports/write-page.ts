import { type NewActivity, recordActivities } from '../activities/index.ts'
import type { Tx } from '../context.ts'
import type { CrmCreditNote, CrmCustomer, CrmInvoice } from '../crm/index.ts'
import { type KnownCustomer, listKnownCustomers, upsertCustomers } from '../customers/index.ts'
import { noteInvoices, planInvitations } from '../invitations/index.ts'
import { type WantedDocument, wantDocuments } from '../invoice-documents/index.ts'
import {
  archiveInvoices,
  createInvoices,
  type Invoice,
  type InvoiceFacts,
  lockKnownInvoices,
  updateInvoices,
} from '../invoices/index.ts'
import { mirrorPayments, type SeenPayments } from '../payments/index.ts'
import { keepProfileReadings, type ProfileReading } from '../profile-choices/index.ts'
import { ensureDefaultProfile } from '../profiles/index.ts'
import { keepCreditNotes } from './credit-note-table.ts'
import { decideImport } from './decide-import.ts'
import type { FieldObstacle } from './field-obstacle.ts'
import { customerKey, type FieldValues } from './gather-companions.ts'
import type { ImportCause, SkipCause } from './import-cause.ts'
import {
  attemptsAfter,
  keepRawCopies,
  type LineLock,
  type LineToWrite,
  lockLines,
  raiseTickets,
  writeLines,
} from './import-line-table.ts'
import type { PreparedPage } from './import-page.ts'
import { type ImportCounts, noCounts } from './import-run-table.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { leaveImportNotes } from './leave-import-notes.ts'
import { failedLine } from './record-failures.ts'
import { looksBeforeGone } from './retry-delays.ts'

/**
 * Writes one page in one transaction: customers, invoices, ledger lines, history. A look that is older than what the
 * ledger rests on changes nothing. Answers how many invoices ended how.
 */
export async function writePage(tx: Tx, page: PreparedPage): Promise<ImportCounts> {
  const { connectionId } = page
  const externalIds = [...page.invoices, ...page.unreadable, ...page.absent].map(
    (item) => item.externalId ?? '',
  )
  const lines = await lockLines(tx, { connectionId, externalIds })
  const isCurrent = (item: { externalId: string | null }) =>
    (lines.get(item.externalId ?? '')?.fetchTicket ?? 0) <= page.ticket
  const state: PageState = {
    page: {
      ...page,
      invoices: page.invoices.filter(isCurrent),
      unreadable: page.unreadable.filter(isCurrent),
      absent: page.absent.filter(isCurrent),
    },
    lines,
    known: await lockKnownInvoices(tx, { connectionId, externalIds }),
    written: [],
  }
  await writeInvoices(tx, state)
  await writeAbsent(tx, state)
  await writeUnreadable(tx, state)
  return writeLedger(tx, state)
}

type PageState = {
  page: PreparedPage
  lines: Map<string, LineLock>
  known: Map<string, Invoice>
  /** The ledger lines of this page, in the order of deciding. */
  written: LineToWrite[]
}

async function writeInvoices(tx: Tx, state: PageState): Promise<void> {
  const { page, known } = state
  const accepted: CrmInvoice[] = []
  for (const invoice of page.invoices) {
    const decision = decideImport({
      invoice,
      isKnown: known.has(invoice.externalId),
      departmentExternalIds: page.connection.departmentExternalIds,
    })
    const obstacle = decision.do === 'skip' ? undefined : obstacleTo(page, invoice)
    if (decision.do === 'skip')
      state.written.push({
        ...lineOf(invoice),
        outcome: 'skipped',
        cause: causeToKeep(decision.cause, invoice, state),
      })
    else if (obstacle) state.written.push(obstructedLine(tx, state, { invoice, ...obstacle }))
    else accepted.push(invoice)
  }
  await storeInvoices(tx, state, await factsOf(tx, state, accepted))
}

/** A list calls a credited invoice paid: what its record once told stands until its record tells otherwise. */
function causeToKeep(
  cause: SkipCause,
  { externalId, payments }: CrmInvoice,
  { lines }: PageState,
): SkipCause {
  const before = lines.get(externalId)
  const wasCredited = before?.outcome === 'skipped' && before.cause === 'credited'
  return cause === 'paid' && wasCredited && payments === null ? 'credited' : cause
}

type Obstacle = FieldObstacle | { cause: 'unreadable_customer'; detail: string }

function obstacleTo(page: PreparedPage, invoice: CrmInvoice): Obstacle | undefined {
  const obstacle = page.companions.obstacles.get(invoice.externalId)
  if (obstacle) return obstacle
  const unreadable = page.companions.unreadableCustomers.find(
    (item) => item.externalId === invoice.customer.externalId,
  )
  return unreadable && { cause: 'unreadable_customer', detail: unreadable.problem }
}

function obstructedLine(tx: Tx, state: PageState, input: Obstacle & { invoice: CrmInvoice }): LineToWrite {
  const { externalId } = input.invoice
  const attempts = attemptsAfter(state.lines.get(externalId), input.cause)
  const failed = failedLine({ ...input, externalId, attempts, now: tx.now() })
  const { outcome, cause, causeDetail, nextTryAt } = failed
  // Nothing of this change was taken over: the next look must not take it for known.
  return { ...lineOf(input.invoice), outcome, cause, causeDetail, nextTryAt, externalUpdatedAt: null }
}

type Accepted = { invoice: CrmInvoice; facts: InvoiceFacts }

/** The facts of each accepted invoice; makes its customer when it is unknown (promise A11). */
async function factsOf(tx: Tx, state: PageState, accepted: readonly CrmInvoice[]): Promise<Accepted[]> {
  if (accepted.length === 0) return []
  const { page, known } = state
  const customers = await customersOf(tx, page, accepted)
  const chosenFrom = await ensureDefaultProfile(tx, page.connection.defaultProfileId)
  return accepted.map((invoice) => {
    const customer = customers.get(customerKey(invoice.customer))
    if (!customer)
      throw new Error(`Invoice ${invoice.externalId} has no customer after its customers were written`)
    const facts = invoiceFacts({
      invoice,
      customer,
      known: known.get(invoice.externalId),
      fields: page.companions.fields.get(invoice.externalId),
      ...chosenFrom,
    })
    return { invoice, facts }
  })
}

async function customersOf(
  tx: Tx,
  page: PreparedPage,
  accepted: readonly CrmInvoice[],
): Promise<Map<string, KnownCustomer>> {
  const { connectionId } = page
  const known = await listKnownCustomers(tx, {
    connectionId,
    refs: accepted.map((invoice) => invoice.customer),
  })
  const customers = new Map(known.map((customer) => [customerKey(customer), customer]))
  const missing = new Map<string, CrmCustomer>()
  for (const invoice of accepted) {
    const key = customerKey(invoice.customer)
    if (customers.has(key)) continue
    const fetched = page.companions.customers.find((customer) => customerKey(customer) === key)
    missing.set(key, fetched ?? customerFromInvoice(invoice))
  }
  const newcomers = [...missing.values()]
  const upserted = await upsertCustomers(tx, {
    connectionId,
    customers: newcomers,
    ticket: page.ticket,
    mode: 'create',
  })
  for (const customer of upserted) customers.set(customerKey(customer), customer)
  return customers
}

/** The CRM no longer has the customer: what the invoice itself says of it is kept. */
function customerFromInvoice(invoice: CrmInvoice): CrmCustomer {
  const isCompany = invoice.customer.type === 'company'
  return {
    ...invoice.customer,
    companyName: isCompany ? invoice.customerName : null,
    firstName: null,
    lastName: isCompany ? null : invoice.customerName,
    email: null,
    cc: [],
    mobile: null,
    language: null,
    addressLine: null,
    postalCode: null,
    city: null,
    country: null,
    invoicingAddressee: null,
    invoicingAddressLine: null,
    invoicingPostalCode: null,
    invoicingCity: null,
    invoicingCountry: null,
    vatNumber: null,
    enterpriseNumber: null,
    peppolId: null,
    isDeactivated: false,
    isWhole: false,
    webUrl: null,
    updatedAt: null,
  }
}

async function storeInvoices(tx: Tx, state: PageState, accepted: readonly Accepted[]): Promise<void> {
  const { page, known } = state
  const idOfKnown = (externalId: string) => known.get(externalId)?.id
  const paidHere = await mirrorPayments(tx, seenPayments(page, accepted, idOfKnown))
  const updates = accepted.flatMap(({ facts }) => {
    const invoice = known.get(facts.externalId)
    return invoice ? [{ known: invoice, facts, paidHere: paidHere.get(invoice.id) }] : []
  })
  const changed = await updateInvoices(tx, updates)
  const created = await createInvoices(tx, {
    connectionId: page.connectionId,
    invoices: accepted.map(({ facts }) => facts).filter(({ externalId }) => !known.has(externalId)),
  })
  const createdIds = new Map(created.map((invoice) => [invoice.externalId, invoice.id]))
  await mirrorPayments(
    tx,
    seenPayments(page, accepted, (externalId) => createdIds.get(externalId)),
  )
  const wanted: WantedDocument[] = []
  const readings: ProfileReading[] = []
  for (const { invoice, facts } of accepted) {
    const knownId = known.get(invoice.externalId)?.id
    const invoiceId = knownId ?? createdIds.get(invoice.externalId)
    if (!invoiceId)
      throw new Error(`Invoice ${invoice.externalId} was neither known nor created under the ledger's lock`)
    const outcome = knownId === undefined ? 'imported' : changed.has(knownId) ? 'updated' : 'unchanged'
    state.written.push({ ...lineOf(invoice), outcome, invoiceId, warning: facts.profile.warning })
    if (outcome !== 'unchanged')
      wanted.push({ invoiceId, number: facts.number, version: facts.documentVersion })
    const fields = page.companions.fields.get(invoice.externalId)
    if (fields) readings.push(readingOf(invoiceId, fields))
  }
  await wantDocuments(tx, { connectionId: page.connectionId, invoices: wanted })
  await noteInvoices(tx, { invoiceIds: [...changed] })
  await planInvitations(tx, {
    connectionId: page.connectionId,
    invoiceIds: [...createdIds.values()],
    withheldIds: withheldAmong(state, createdIds),
  })
  await keepProfileReadings(tx, readings)
  await keepCreditNotes(tx, { connectionId: page.connectionId, notes: seenCreditNotes(page) })
}

/** Those that a person wanted without an invitation, now or when they failed. */
function withheldAmong({ page, lines }: PageState, createdIds: ReadonlyMap<string, string>): string[] {
  return [...createdIds].flatMap(([externalId, id]) =>
    (page.withoutInvitations ?? lines.get(externalId)?.withoutInvitations) ? [id] : [],
  )
}

/** So that a credit note that is deleted one day is known by its invoice. */
function seenCreditNotes({ companions }: PreparedPage): CrmCreditNote[] {
  return [...companions.records].flatMap(([invoiceExternalId, { credits }]) =>
    (credits ?? []).map(({ externalId }) => ({ externalId, invoiceExternalId })),
  )
}

/** What the records of this page's invoices say of payments; a list says nothing of them. */
function seenPayments(
  page: PreparedPage,
  accepted: readonly Accepted[],
  idOf: (externalId: string) => string | undefined,
): SeenPayments[] {
  return accepted.flatMap(({ invoice: { externalId, number, payments } }) => {
    const id = idOf(externalId)
    if (id === undefined || !payments) return []
    return [
      {
        invoice: { id, number },
        payments,
        credits: page.companions.records.get(externalId)?.credits ?? null,
      },
    ]
  })
}

function readingOf(invoiceId: string, fields: FieldValues): ProfileReading {
  const { invoiceField, subscriptionField, invoiceValues, subscriptionValues } = fields
  return {
    invoiceId,
    invoiceField,
    invoiceValues: invoiceValues.map(({ value }) => value),
    subscriptionField,
    subscriptionValues: subscriptionValues.map(({ value }) => value),
  }
}

function lineOf(invoice: CrmInvoice): LineToWrite {
  return {
    externalId: invoice.externalId,
    outcome: 'unchanged',
    cause: null,
    causeDetail: null,
    warning: null,
    invoiceId: null,
    number: invoice.number,
    customerName: invoice.customerName,
    totalCents: invoice.total.amountCents,
    currency: invoice.total.currency,
    webUrl: invoice.webUrl,
    nextTryAt: null,
    externalUpdatedAt: invoice.updatedAt,
  }
}

/** Ids that the CRM does not have: deleted when it said so, else only after several looks. */
async function writeAbsent(tx: Tx, state: PageState): Promise<void> {
  const gone: string[] = []
  for (const { externalId, isDeleted } of state.page.absent) {
    const invoice = state.known.get(externalId)
    const attempts = attemptsAfter(state.lines.get(externalId), 'not_visible_yet')
    const isGone = isDeleted || attempts > looksBeforeGone
    const cause = isDeleted ? 'deleted_in_crm' : 'not_found_in_crm'
    const failed = failedLine({ externalId, cause: 'not_visible_yet', detail: null, attempts, now: tx.now() })
    if (!isGone) state.written.push({ ...failed, invoiceId: invoice?.id ?? null })
    else
      state.written.push({
        ...failed,
        outcome: 'skipped',
        cause,
        invoiceId: invoice?.id ?? null,
        nextTryAt: null,
      })
    if (isGone && invoice) gone.push(invoice.id)
  }
  await archiveInvoices(tx, { invoiceIds: gone, cause: 'deleted_in_crm' })
  await noteInvoices(tx, { invoiceIds: gone })
}

async function writeUnreadable(tx: Tx, state: PageState): Promise<void> {
  const { page } = state
  const readable = page.unreadable.flatMap((item) =>
    item.externalId === null ? [] : [{ ...item, externalId: item.externalId }],
  )
  for (const { externalId, problem } of readable) {
    const attempts = attemptsAfter(state.lines.get(externalId), 'unreadable_invoice')
    state.written.push(
      failedLine({ externalId, cause: 'unreadable_invoice', detail: problem, attempts, now: tx.now() }),
    )
  }
  const copies = page.unreadable.map((item) => ({
    externalId: item.externalId ?? 'without id',
    problem: item.problem,
    body: item.raw,
  }))
  await keepRawCopies(tx, { connectionId: page.connectionId, copies })
}

/** Writes the lines that say something new, and a line of history for each of those that stayed out. */
async function writeLedger(tx: Tx, state: PageState): Promise<ImportCounts> {
  const counts = noCounts()
  for (const line of state.written) counts[line.outcome] += 1
  const news = state.written.filter((line) => isNews(line, state.lines.get(line.externalId)))
  const { connectionId, ticket, runId, withoutInvitations } = state.page
  const written = await writeLines(tx, { connectionId, ticket, runId, lines: news, withoutInvitations })
  const quiet = state.written.filter((line) => !news.includes(line)).map((line) => line.externalId)
  await raiseTickets(tx, { connectionId, ticket, externalIds: quiet })
  const activities = news.flatMap((line): NewActivity[] => {
    const subjectId = written.get(line.externalId)
    if (!subjectId || !line.cause) return []
    const kind = line.outcome === 'skipped' ? 'invoice.skipped' : 'invoice.failed'
    return [
      {
        subjectKind: 'import_line',
        subjectId,
        kind,
        cause: line.cause satisfies ImportCause,
        data: { number: line.number },
      },
    ]
  })
  await recordActivities(tx, activities)
  await state.page.onDecided?.(tx, state.written)
  await leaveImportNotes(tx, { connectionId, lines: state.written })
  return counts
}

function isNews(line: LineToWrite, before: LineLock | undefined): boolean {
  if (!before || line.outcome === 'failed' || line.outcome === 'updated') return true
  if (line.outcome === 'unchanged') return before.outcome === 'skipped' || before.outcome === 'failed'
  return before.outcome !== line.outcome || before.cause !== line.cause
}
