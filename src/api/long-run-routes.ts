import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import {
  cancelLongRun,
  getLongRun,
  type LongRun,
  listLongRuns,
  longRunKinds,
  remainingSeconds,
} from '../long-runs/index.ts'
import { cursorOf, flagQuery, instantAnswer, pageOf, pageQuery } from './answers.ts'

/** Long work with its progress. `result` names what came of it, such as `sharedFileId`. */
export const longRunAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(longRunKinds),
    state: z.enum(['waiting', 'running', 'cancelling', 'finished', 'failed', 'cancelled']),
    subjectId: z.string().nullable(),
    name: z.string(),
    doneCount: z.int(),
    totalCount: z.int().nullable(),
    remainingSeconds: z.int().nullable(),
    counts: z.record(z.string(), z.number()),
    result: z.record(z.string(), z.unknown()).nullable(),
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    startedByName: z.string().nullable(),
    createdAt: instantAnswer,
    finishedAt: instantAnswer.nullable(),
  })
  .meta({ id: 'LongRun' })

/** Long work that a person started (an export, an import, a refresh of many): look at it, list it, cancel it. */
export const longRunRoutes: Door = async (app) => {
  const tags = ['long-runs']
  const params = z.object({ id: z.string() })

  app.get(
    '/long-runs',
    {
      schema: {
        tags,
        querystring: pageQuery.extend({
          kind: z.enum(longRunKinds).optional(),
          underWay: flagQuery.optional(),
        }),
        response: { 200: pageOf(longRunAnswer), ...errorResponses },
      },
    },
    async (request) => {
      const { cursor, limit, kind, underWay } = request.query
      const runs = await listLongRuns(request.ctx, { kind, isUnderWay: underWay, before: cursor, limit })
      return {
        items: runs.map((run) => answerLongRun(run, request.ctx.now())),
        nextCursor: cursorOf(runs, limit),
      }
    },
  )

  app.get(
    '/long-runs/:id',
    { schema: { tags, params, response: { 200: longRunAnswer, ...errorResponses } } },
    async (request) => answerLongRun(await getLongRun(request.ctx, request.params.id), request.ctx.now()),
  )

  app.post(
    '/long-runs/:id/cancel',
    { schema: { tags, params, response: { 200: longRunAnswer, ...errorResponses } } },
    async (request) => answerLongRun(await cancelLongRun(request.ctx, request.params.id), request.ctx.now()),
  )
}

export function answerLongRun(run: LongRun, now: Date) {
  const { name } = run.input
  return {
    id: run.id,
    kind: run.kind,
    state: run.state,
    subjectId: run.subjectId,
    name: typeof name === 'string' ? name : '',
    doneCount: run.doneCount,
    totalCount: run.totalCount,
    remainingSeconds: remainingSeconds(run, now),
    counts: run.counts,
    result: run.result,
    problem: run.cause ? { code: run.cause, message: run.causeDetail ?? '' } : null,
    startedByName: run.startedByName,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}
