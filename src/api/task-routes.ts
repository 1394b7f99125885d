import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { countTasks, listTasks, taskKinds } from '../tasks/index.ts'
import { languageOf } from './answers.ts'
import { answerTask, taskAnswer } from './task-answers.ts'

const tags = ['tasks']

const listAnswer = z
  .object({
    items: z.array(taskAnswer),
    hasMore: z.array(z.enum(taskKinds)).describe('Kinds of which more waits than is listed'),
  })
  .meta({ id: 'TaskList' })

const countsAnswer = z
  .object({
    counts: z.record(z.enum(taskKinds), z.int()).describe('Each at most 101: that many means more than 100'),
    total: z.int(),
    isCapped: z.boolean(),
  })
  .meta({ id: 'TaskSummary' })

const listQuery = z.object({
  kind: z.enum(taskKinds).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Of each kind'),
})

/** What waits for a person, from all parts of the product, and how much it is. */
export const taskRoutes: Door = async (app) => {
  app.get(
    '/tasks',
    { schema: { tags, querystring: listQuery, response: { 200: listAnswer, ...errorResponses } } },
    async (request) => {
      const { items, hasMore } = await listTasks(request.ctx, request.query)
      return { items: items.map((task) => answerTask(task, languageOf(request))), hasMore }
    },
  )

  app.get(
    '/tasks/summary',
    { schema: { tags, response: { 200: countsAnswer, ...errorResponses } } },
    (request) => countTasks(request.ctx),
  )
}
