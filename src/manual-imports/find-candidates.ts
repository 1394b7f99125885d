import { type Context, inTransaction, type Tx } from '../context.ts'
import type { CrmInvoice, CrmPage, CrmSource } from '../crm/index.ts'
import { moveLongRun } from '../long-runs/index.ts'
import { isAskedFor } from './asked-invoices.ts'
import { type AskedPage, askForPage, type CandidateList, candidateLists } from './candidate-lists.ts'
import type { ManualCursor, ManualImportInput } from './manual-import.ts'
import { addCandidates, type Found } from './manual-line-table.ts'

/** A list that keeps moving is read again, but not for ever: the run then says that it may lack something. */
const passesAtMost = 4

/** The work of a run under way. `cursor` is what was stored last. */
export type ManualRun = ManualImportInput & {
  ctx: Context
  source: CrmSource
  runId: string
  isPreview: boolean
  cursor: ManualCursor
}

/**
 * Reads the lists that show more than was asked for and notes what was asked for, page by page (promise B7). A list is
 * read again until nothing can have slipped between two of its pages. Goes on at its cursor; false when a person
 * cancelled.
 */
export async function findCandidates(run: ManualRun): Promise<boolean> {
  const lists = candidateLists(run.asked, run.timeZone)
  for (;;) {
    const list = lists[run.cursor.list]
    if (!list) return true
    const end = await readPass(run, list)
    if (end === 'cancelled') return false
    const isOver = end === 'steady' || run.cursor.pass >= passesAtMost
    const next = isOver ? afterList(run.cursor, list, end === 'steady') : afterPass(run.cursor)
    if (!(await inTransaction(run.ctx, (tx) => storeCursor(tx, run, next)))) return false
    run.cursor = next
  }
}

type PassEnd = 'cancelled' | 'steady' | 'moving'

async function readPass(run: ManualRun, list: CandidateList): Promise<PassEnd> {
  const read = await lookBack(run, list)
  for (;;) {
    const { page } = run.cursor
    const asked = await askForPage(run.ctx, run.source, { list, page })
    if (!(await takePage(run, asked, read))) return 'cancelled'
    if (!asked.answer.isLast) continue
    if (page === 1) return 'steady'
    return (await hasStoodStill(run, list, { page, answer: asked.answer })) ? 'steady' : 'moving'
  }
}

/** After a stop the page before is read once more: when it is another one now, the list has moved and is read again. */
async function lookBack(run: ManualRun, list: CandidateList): Promise<Set<string>> {
  const { page, pageBefore } = run.cursor
  if (page === 1) return new Set()
  const { answer } = await askForPage(run.ctx, run.source, { list, page: page - 1 })
  if (idsOf(answer).join() !== pageBefore) run.cursor = { ...run.cursor, isMoving: true }
  return new Set(idsOf(answer))
}

/** Notes the page and where to go on, in one transaction; false when a person cancelled. */
async function takePage(
  run: ManualRun,
  { answer, ticket, absent }: AskedPage,
  read: Set<string>,
): Promise<boolean> {
  const { cursor, runId } = run
  const ids = idsOf(answer)
  const hasRepeats = ids.some((id) => read.has(id))
  for (const id of ids) read.add(id)
  const found: Found[] = [
    ...answer.items.filter((invoice) => isAskedFor(run.asked, invoice, run.timeZone)).map(asInvoice),
    ...answer.unreadable.map((unreadable) => ({ unreadable })),
  ]
  const { next, goesOn } = await inTransaction(run.ctx, async (tx) => {
    const added = await addCandidates(tx, { runId, ticket, found })
    const after: ManualCursor = {
      ...cursor,
      page: cursor.page + 1,
      pageBefore: ids.join(),
      matches: cursor.page === 1 ? (answer.matches ?? null) : cursor.matches,
      isMoving: cursor.isMoving || hasRepeats,
      newInPass: cursor.newInPass + added,
      foundInList: cursor.foundInList + found.length,
      found: cursor.found + added,
      unknown: [...cursor.unknown, ...absent],
    }
    return { next: after, goesOn: await storeCursor(tx, run, after) }
  })
  run.cursor = next
  return goesOn
}

function asInvoice(invoice: CrmInvoice): Found {
  return { invoice }
}

/**
 * Rows shift when one is added or taken away while a list is read, and one can slip between two pages. It stood still
 * when no row came twice, the last page is the same once more, and the CRM counts as many rows as at the start. A CRM
 * that does not count proves it by a whole second pass that brings nothing new.
 */
async function hasStoodStill(
  { cursor, ctx, source }: ManualRun,
  list: CandidateList,
  { page, answer }: { page: number; answer: CrmPage<CrmInvoice> },
): Promise<boolean> {
  if (cursor.pass > 1 && cursor.newInPass === 0) return true
  if (cursor.isMoving || cursor.matches === null) return false
  const { answer: again } = await askForPage(ctx, source, { list, page })
  return again.matches === cursor.matches && idsOf(again).join() === idsOf(answer).join()
}

function idsOf(page: CrmPage<CrmInvoice>): string[] {
  return [...page.items, ...page.unreadable].map((item) => item.externalId ?? '')
}

const freshPass = { page: 1, pageBefore: '', matches: null, isMoving: false, newInPass: 0 }

function afterPass(cursor: ManualCursor): ManualCursor {
  return { ...cursor, ...freshPass, pass: cursor.pass + 1 }
}

function afterList(cursor: ManualCursor, list: CandidateList, isSteady: boolean): ManualCursor {
  const isUnknown = list.kind === 'number' && cursor.foundInList === 0
  return {
    ...cursor,
    ...freshPass,
    pass: 1,
    foundInList: 0,
    list: cursor.list + 1,
    unknown: isUnknown ? [...cursor.unknown, list.number] : cursor.unknown,
    isComplete: cursor.isComplete && isSteady,
  }
}

function storeCursor(tx: Tx, { runId }: ManualRun, cursor: ManualCursor): Promise<boolean> {
  return moveLongRun(tx, runId, { cursor, counts: { found: cursor.found } })
}
