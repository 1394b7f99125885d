import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { causeWords } from '../imports/index.ts'
import { expectations } from '../invitations/index.ts'
import {
  type AskedInvoices,
  getManualImport,
  invitationChoices,
  listManualLines,
  type ManualImport,
  type ManualLine,
  offeredPeriod,
  startInvoiceImport,
  startInvoicePreview,
} from '../manual-imports/index.ts'
import type { Language } from '../texts/index.ts'
import { isCalendarDay } from '../values/index.ts'
import { languageOf, moneyAnswer, pageOf, pageQuery, wordsAnswer } from './answers.ts'
import { causeAnswer, countsAnswer, outcomes, profileWarningAnswer } from './import-answers.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const dayInput = z.string().refine(isCalendarDay, 'Give a day of the calendar as YYYY-MM-DD')
const nameInputs = z.array(z.string().trim().min(1).max(100)).min(1).max(200)
const periodShape = z.object({ from: dayInput, to: dayInput })

const askedBody = z
  .object({
    connectionId: z.string(),
    period: periodShape
      .optional()
      .describe('Both days included; the last thirty days when nothing else is asked for'),
    numbers: nameInputs.optional().describe('Invoice numbers as people write them: "2026/118"'),
    externalIds: nameInputs.optional().describe("Teamleader's ids of invoices"),
    departmentExternalIds: z
      .array(z.string().max(100))
      .max(100)
      .optional()
      .describe('Only of these departments; all of them when absent'),
    invitations: z
      .enum(invitationChoices)
      .optional()
      .describe(
        'Whether invoices that come in are invited as their profile says, or no invitation and no reminder leaves by itself. ' +
          'Absent: as the profile says for a period that begins after going live and at most thirty days ago, else none',
      ),
  })
  .refine(
    ({ period, numbers, externalIds }) => [period, numbers, externalIds].filter(Boolean).length < 2,
    'Ask for a period, or for numbers, or for ids',
  )

const offeredAnswer = periodShape.extend({
  timeZone: z.string(),
  invitesFrom: dayInput.describe(
    'A period that begins before is imported without invitations unless told otherwise',
  ),
})

const importAnswer = z
  .object({
    run: longRunAnswer,
    isPreview: z.boolean(),
    connectionId: z.string(),
    period: periodShape.nullable(),
    numbers: z.array(z.string()),
    externalIds: z.array(z.string()),
    departmentExternalIds: z.array(z.string()),
    choice: z
      .enum(invitationChoices)
      .describe('What was chosen for invitations; of a preview: what an import would do if nobody says'),
    invitations: z
      .array(z.object({ invitation: z.enum(expectations), count: z.int(), customers: z.int() }))
      .describe('What becomes of the invitations of those that come in; of a preview: by the profiles'),
    found: z.int(),
    counts: countsAnswer,
    totals: z.array(z.object({ outcome: z.enum(outcomes), count: z.int(), total: moneyAnswer })),
    causes: z.array(z.object({ code: z.string(), title: z.string(), count: z.int() })),
    unknown: z.array(z.string()).describe('Numbers and ids that Teamleader does not show'),
    isWaitingForCrm: z.boolean().describe('It goes on by itself once Teamleader answers again'),
    isComplete: z.boolean().describe('False when the list kept moving while it was read'),
  })
  .meta({ id: 'ManualImport' })

const lineAnswer = z
  .object({
    externalId: z.string(),
    number: z.string().nullable(),
    customerName: z.string().nullable(),
    invoiceDate: z.string().nullable(),
    total: moneyAnswer.nullable(),
    outcome: z.enum(outcomes),
    cause: causeAnswer.nullable(),
    warning: wordsAnswer.nullable(),
    webUrl: z.string().nullable(),
  })
  .meta({ id: 'ManualImportLine' })

const tags = ['imports']
const params = z.object({ runId: z.string() })
const linesQuery = pageQuery.extend({
  outcome: z.enum(outcomes).optional(),
  cursor: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
})

/** Importing by hand, with a preview first (promises B7, B9). */
export const manualImportRoutes: Door = async (app) => {
  await app.register(startRoutes)
  await app.register(resultRoutes)
}

const startRoutes: Door = async (app) => {
  app.get(
    '/invoice-imports/offered-period',
    {
      schema: {
        tags,
        querystring: z.object({ connectionId: z.string().optional() }),
        response: { 200: offeredAnswer, ...errorResponses },
      },
    },
    (request) => offeredPeriod(request.ctx, request.query),
  )

  for (const [path, start] of [
    ['/invoice-imports/preview', startInvoicePreview],
    ['/invoice-imports', startInvoiceImport],
  ] as const) {
    app.post(
      path,
      { schema: { tags, body: askedBody, response: { 202: longRunAnswer, ...errorResponses } } },
      async (request, reply) => {
        const { connectionId, invitations } = request.body
        const run = await start(request.ctx, { connectionId, asked: askedOf(request.body), invitations })
        return reply.status(202).send(answerLongRun(run, request.ctx.now()))
      },
    )
  }
}

/** A preview and an import show the same; each has the address of its name. */
const resultRoutes: Door = async (app) => {
  for (const path of ['/invoice-previews', '/invoice-imports'] as const) {
    app.get(
      `${path}/:runId`,
      { schema: { tags, params, response: { 200: importAnswer, ...errorResponses } } },
      async (request) =>
        answerImport(
          await getManualImport(request.ctx, request.params.runId),
          request.ctx.now(),
          languageOf(request),
        ),
    )

    app.get(
      `${path}/:runId/lines`,
      {
        schema: {
          tags,
          params,
          querystring: linesQuery,
          response: { 200: pageOf(lineAnswer), ...errorResponses },
        },
      },
      async (request) => {
        const { outcome, cursor, limit } = request.query
        const lines = await listManualLines(request.ctx, {
          runId: request.params.runId,
          outcomes: outcome && [outcome],
          after: cursor,
          limit,
        })
        const last = lines.length < limit ? undefined : lines.at(-1)
        return {
          items: lines.map((line) => answerLine(line, languageOf(request))),
          nextCursor: last ? String(last.id) : null,
        }
      },
    )
  }
}

function askedOf(body: z.infer<typeof askedBody>): AskedInvoices | undefined {
  const { period, numbers, externalIds, departmentExternalIds = null } = body
  if (period) return { period, departmentExternalIds }
  if (numbers) return { numbers, departmentExternalIds }
  return externalIds && { externalIds, departmentExternalIds }
}

function answerImport(manualImport: ManualImport, now: Date, language: Language) {
  const { run, asked, counts, totals, causes, ...rest } = manualImport
  return {
    ...rest,
    run: answerLongRun(run, now),
    period: 'period' in asked ? asked.period : null,
    numbers: 'numbers' in asked ? asked.numbers : [],
    externalIds: 'externalIds' in asked ? asked.externalIds : [],
    departmentExternalIds: asked.departmentExternalIds ?? [],
    counts,
    totals: totals.map(({ outcome, count, currency, amountCents }) => ({
      outcome,
      count,
      // A sum of absurd amounts may leave the safe integers; no page breaks on it.
      total: { currency, amountCents: Math.min(amountCents, Number.MAX_SAFE_INTEGER) },
    })),
    causes: causes.map(({ cause, count }) => ({
      code: cause,
      title: causeWords(cause, language).title,
      count,
    })),
  }
}

function answerLine(line: ManualLine, language: Language) {
  const { totalCents, currency, cause, warning } = line
  return {
    ...line,
    total: totalCents !== null && currency !== null ? { amountCents: totalCents, currency } : null,
    cause: cause && { code: cause, ...causeWords(cause, language), detail: line.causeDetail },
    warning: profileWarningAnswer(warning, language),
  }
}
