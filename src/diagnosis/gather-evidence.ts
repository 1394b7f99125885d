import { listActivities } from '../activities/index.ts'
import { type Connection, listConnections, sourceFor } from '../connections/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmInvoice, CrmSource } from '../crm/index.ts'
import { AppError, NotFoundError } from '../errors.ts'
import {
  causeOfFailure,
  fetchInvoices,
  findImportRun,
  findLineOf,
  type ImportLine,
  listEventsOf,
  listLinesNumbered,
} from '../imports/index.ts'
import { getInvoice } from '../invoices/index.ts'
import { listLooksByHand } from '../manual-imports/index.ts'
import type { CrmAnswer, Evidence } from './evidence.ts'
import type { Question } from './read-question.ts'

const shownAtMost = 50

/**
 * Looks at the ledger, at what was told and done, and once more in the CRM, for every connection or for one. While a CRM
 * cannot be asked, what is known here is all there is. One piece of evidence for each invoice that it may be about.
 */
export async function gatherEvidence(
  ctx: Context,
  input: { question: Question; connectionId?: string | undefined },
): Promise<Evidence[]> {
  const connections = await inTransaction(ctx, listConnections)
  const wanted = connections.filter(({ id }) => !input.connectionId || id === input.connectionId)
  const question = await asExternal(ctx, input.question)
  const found: Evidence[] = []
  for (const connection of wanted) found.push(...(await gatherAt(ctx, connection, question)))
  // One that knows the invoice makes the ignorance of the others pointless.
  const known = found.filter(isKnown)
  return known.length > 0 ? known : someOf(found)
}

function isKnown({ line, invoice, crm, events }: Evidence): boolean {
  return Boolean(line || invoice || events.length > 0) || crm.kind === 'found' || crm.kind === 'unreadable'
}

/** Nobody knows it: those that could not be asked may still do; otherwise one answer is enough. */
function someOf(found: readonly Evidence[]): Evidence[] {
  const silent = found.filter(({ crm }) => crm.kind === 'no_answer')
  return silent.length > 0 ? silent : found.slice(0, 1)
}

async function asExternal(ctx: Context, question: Question): Promise<Question> {
  if (question.kind !== 'invoice_id') return question
  try {
    const { externalId } = await getInvoice(ctx, question.invoiceId)
    return { kind: 'external_id', externalId }
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    return { kind: 'number', number: question.invoiceId }
  }
}

async function gatherAt(ctx: Context, connection: Connection, question: Question): Promise<Evidence[]> {
  const lines = await inTransaction(ctx, (tx) => linesAbout(tx, connection, question))
  const answers = await askCrm(ctx, connection, { question, lines })
  return inTransaction(ctx, async (tx) => {
    const evidence: Evidence[] = []
    for (const { externalId, crm } of answers)
      evidence.push(await complete(tx, { connection, externalId, crm, question }))
    return evidence
  })
}

async function linesAbout(tx: Tx, connection: Connection, question: Question): Promise<ImportLine[]> {
  if (question.kind === 'external_id') {
    const line = await findLineOf(tx, connection.id, question.externalId)
    return line ? [line] : []
  }
  const number = question.kind === 'number' ? question.number : ''
  const lines = await listLinesNumbered(tx, { number, limit: shownAtMost })
  return lines.filter((line) => line.connectionId === connection.id)
}

type Answered = { externalId: string | null; crm: CrmAnswer }
type Asked = { question: Question; lines: readonly ImportLine[] }

async function askCrm(ctx: Context, connection: Connection, asked: Asked): Promise<Answered[]> {
  const ids = idsOf(asked)
  try {
    const source = await sourceFor(ctx, connection.id, 'person')
    return await askAll(source, asked, ids)
  } catch (error) {
    const cause = causeOfFailure(error)
    if (!cause || !(error instanceof AppError)) throw error
    const crm: CrmAnswer = { kind: 'no_answer', cause, detail: error.message }
    return (ids.length > 0 ? ids : [null]).map((externalId) => ({ externalId, crm }))
  }
}

function idsOf({ question, lines }: Asked): string[] {
  return question.kind === 'external_id' ? [question.externalId] : lines.map((line) => line.externalId)
}

async function askAll(source: CrmSource, { question }: Asked, ids: readonly string[]): Promise<Answered[]> {
  const answers = new Map<string, CrmAnswer>()
  if (question.kind === 'number') {
    const page = await source.listInvoices({ number: question.number, page: 1 })
    for (const invoice of page.items) answers.set(invoice.externalId, await wholeOf(source, invoice))
    for (const { externalId, problem } of page.unreadable)
      if (externalId) answers.set(externalId, { kind: 'unreadable', problem })
  }
  const others = ids.filter((id) => !answers.has(id))
  const { invoices, unreadable, absent } = others.length
    ? await fetchInvoices(source, others)
    : { invoices: [], unreadable: [], absent: [] }
  for (const invoice of invoices) answers.set(invoice.externalId, await wholeOf(source, invoice))
  for (const { externalId, problem } of unreadable)
    if (externalId) answers.set(externalId, { kind: 'unreadable', problem })
  for (const externalId of absent) answers.set(externalId, { kind: 'absent' })
  if (answers.size === 0) return [{ externalId: null, crm: { kind: 'absent' } }]
  return [...answers].map(([externalId, crm]) => ({ externalId, crm }))
}

/** A list calls a credited invoice paid; the record itself tells. It lacks the link for people. */
async function wholeOf(source: CrmSource, listed: CrmInvoice): Promise<CrmAnswer> {
  const record = await source.findInvoice(listed.externalId)
  if (!record || 'raw' in record) return { kind: 'found', invoice: listed }
  return { kind: 'found', invoice: { ...record, webUrl: record.webUrl ?? listed.webUrl } }
}

type Partly = { connection: Connection; externalId: string | null; crm: CrmAnswer; question: Question }

async function complete(tx: Tx, { connection, externalId, crm, question }: Partly): Promise<Evidence> {
  const asked = question.kind === 'number' ? question.number : null
  const none = { line: undefined, run: undefined, invoice: undefined, events: [], looks: [], history: [] }
  if (externalId === null) return { connection, externalId, number: asked, crm, ...none }
  const connectionId = connection.id
  const line = await findLineOf(tx, connectionId, externalId)
  return {
    connection,
    externalId,
    number: (crm.kind === 'found' ? crm.invoice.number : null) ?? line?.number ?? asked,
    crm,
    line,
    ...(await remembered(tx, line)),
    events: await listEventsOf(tx, { connectionId, externalId, limit: shownAtMost }),
    looks: await listLooksByHand(tx, { connectionId, externalId, limit: shownAtMost }),
  }
}

/** What the ledger's line leads to. */
async function remembered(
  tx: Tx,
  line: ImportLine | undefined,
): Promise<Pick<Evidence, 'run' | 'invoice' | 'history'>> {
  if (!line) return { run: undefined, invoice: undefined, history: [] }
  const run = line.runId ? await findImportRun(tx, line.runId) : undefined
  const history = await listActivities(tx, { subjectId: line.id, limit: shownAtMost })
  if (!line.invoiceId) return { run, invoice: undefined, history }
  const { id, state, importedAt } = await getInvoice(tx, line.invoiceId)
  const ofInvoice = await listActivities(tx, { subjectId: id, limit: shownAtMost })
  return {
    run,
    invoice: { id, isArchived: state === 'archived', importedAt },
    history: [...history, ...ofInvoice],
  }
}
