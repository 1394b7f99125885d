import { z } from 'zod'
import { InvalidInputError } from '../errors.ts'
import { type Door, errorResponses } from '../http/index.ts'
import {
  causeWords,
  failCauses,
  type ImportCause,
  type ImportLine,
  type ImportRun,
  listImportLines,
  listImportRuns,
  retryImport,
  skipCauses,
  summariseImportLines,
} from '../imports/index.ts'
import type { Language } from '../texts/index.ts'
import {
  cursorOf,
  flagQuery,
  instantAnswer,
  languageOf,
  moneyAnswer,
  pageOf,
  pageQuery,
  wordsAnswer,
} from './answers.ts'
import { causeAnswer, countsAnswer, outcomes, profileWarningAnswer } from './import-answers.ts'

const causes = [...skipCauses, ...failCauses] as [ImportCause, ...ImportCause[]]
const lineAnswer = z
  .object({
    id: z.string(),
    externalId: z.string(),
    number: z.string().nullable(),
    customerName: z.string().nullable(),
    total: moneyAnswer.nullable(),
    outcome: z.enum(outcomes),
    cause: causeAnswer.nullable(),
    warning: wordsAnswer.nullable(),
    invoiceId: z.string().nullable(),
    runId: z.string().nullable(),
    decidedAt: instantAnswer,
    firstHeardAt: instantAnswer,
    attempts: z.int(),
    nextTryAt: instantAnswer.nullable(),
    webUrl: z.string().nullable(),
    actions: z.array(z.enum(['retry', 'open_in_crm', 'open_settings', 'open_invoice'])),
  })
  .meta({ id: 'ImportLine' })

const runAnswer = z
  .object({
    id: z.string(),
    connectionId: z.string(),
    kind: z.enum(['webhook', 'reconcile', 'nightly', 'retry', 'by_hand']),
    state: z.enum(['running', 'finished', 'failed']),
    startedAt: instantAnswer,
    finishedAt: instantAnswer.nullable(),
    counts: countsAnswer.partial(),
    cause: z.string().nullable(),
  })
  .meta({ id: 'ImportRun' })

const summaryAnswer = z
  .object({
    counts: countsAnswer,
    causes: z.array(z.object({ code: z.enum(causes), title: z.string(), count: z.int() })),
  })
  .meta({ id: 'ImportLineSummary' })

const lineQuery = pageQuery.extend({
  outcome: z.enum(outcomes).optional(),
  cause: z.enum(causes).optional(),
  q: z.string().max(200).optional(),
})

const tags = ['imports']

/** The import ledger with its causes, and the passes of importing (promise B4). */
export const importRoutes: Door = async (app) => {
  await app.register(runRoutes)

  app.get(
    '/import-lines',
    { schema: { tags, querystring: lineQuery, response: { 200: pageOf(lineAnswer), ...errorResponses } } },
    async (request) => {
      const { outcome, cause, q, cursor, limit } = request.query
      const lines = await listImportLines(request.ctx, {
        outcome,
        cause,
        search: q,
        limit,
        after: cursor ? readCursor(cursor) : undefined,
      })
      const language = languageOf(request)
      return {
        items: lines.map((line) => answerLine(line, language)),
        nextCursor: lines.length < limit ? null : writeCursor(lines.at(-1)),
      }
    },
  )

  app.get(
    '/import-lines/summary',
    { schema: { tags, response: { 200: summaryAnswer, ...errorResponses } } },
    async (request) => {
      const summary = await summariseImportLines(request.ctx)
      const language = languageOf(request)
      const named = summary.causes.map(({ cause, count }) => ({
        code: cause,
        title: causeWords(cause, language).title,
        count,
      }))
      return { counts: summary.counts, causes: named }
    },
  )

  app.post(
    '/import-lines/:id/retry',
    {
      schema: {
        tags,
        params: z.object({ id: z.string() }),
        response: { 200: lineAnswer, ...errorResponses },
      },
    },
    async (request) =>
      answerLine(await retryImport(request.ctx, { lineId: request.params.id }), languageOf(request)),
  )
}

const runRoutes: Door = async (app) => {
  app.get(
    '/import-runs',
    {
      schema: {
        tags,
        querystring: pageQuery.extend({ webhooks: flagQuery.default(false) }),
        response: { 200: pageOf(runAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, limit, webhooks } = request.query
      const runs = await listImportRuns(request.ctx, { withWebhooks: webhooks, before: cursor, limit })
      return { items: runs.map(answerRun), nextCursor: cursorOf(runs, limit) }
    },
  )
}

function answerLine(line: ImportLine, language: Language) {
  const { totalCents, currency } = line
  return {
    ...line,
    total: totalCents !== null && currency !== null ? { amountCents: totalCents, currency } : null,
    cause: line.cause && { code: line.cause, ...causeWords(line.cause, language), detail: line.causeDetail },
    warning: profileWarningAnswer(line.warning, language),
    decidedAt: line.decidedAt.toISOString(),
    firstHeardAt: line.firstHeardAt.toISOString(),
    nextTryAt: line.nextTryAt?.toISOString() ?? null,
    actions: actionsOf(line),
  }
}

/** What a person can do about a line, the most helpful first. */
function actionsOf(line: ImportLine) {
  const actions: ('retry' | 'open_in_crm' | 'open_settings' | 'open_invoice')[] = []
  if (line.invoiceId) actions.push('open_invoice')
  if (line.cause === 'department_not_chosen' || line.cause === 'reconnect_needed')
    actions.push('open_settings')
  if (line.cause && line.cause !== 'deleted_in_crm') actions.push('retry')
  if (line.webUrl) actions.push('open_in_crm')
  return actions
}

function answerRun(run: ImportRun) {
  return { ...run, startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt?.toISOString() ?? null }
}

function writeCursor(line: ImportLine | undefined): string | null {
  return line ? `${line.decidedAt.toISOString()}~${line.id}` : null
}

// As `writeCursor` wrote it: JavaScript reads years that the database does not have.
function isInstantOfCursor(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(new Date(text).getTime())
}

function readCursor(cursor: string): { decidedAt: Date; id: string } {
  const [at = '', id = ''] = cursor.split('~')
  const decidedAt = new Date(at)
  if (id && isInstantOfCursor(at)) return { decidedAt, id }
  throw new InvalidInputError('The cursor is not one that Vorder gave out', [
    { path: 'cursor', message: 'unreadable' },
  ])
}
