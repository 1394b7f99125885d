import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listConnections } from '../connections/index.ts'
import { startRefresh } from '../crm-customers/index.ts'
import { startSelectionExport } from '../customer-files/index.ts'
import { type CustomerSelection, setLanguageOfMany, setProfileOfMany } from '../customer-lists/index.ts'
import { InvalidInputError } from '../errors.ts'
import { type Door, errorResponses } from '../http/index.ts'
import type { LongRun } from '../long-runs/index.ts'
import { customerFilterInput, customerFilterOf } from './customer-inputs.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const bulkInput = z
  .object({
    selection: z
      .object({
        ids: z.array(z.string().max(100)).min(1).max(10_000).optional(),
        filter: customerFilterInput.optional(),
      })
      .describe('Either ids, or a filter as the list has it; an empty filter means all'),
    action: z.enum(['setProfile', 'setLanguage', 'refresh', 'export']),
    profileId: z.string().max(100).nullable().optional().describe('For setProfile; null: none of their own'),
    language: z.string().max(20).nullable().optional().describe('For setLanguage'),
  })
  .meta({ id: 'CustomerBulk' })
type BulkInput = z.infer<typeof bulkInput>

const bulkAnswer = z
  .object({
    changed: z.int().optional().describe('How many customers changed'),
    run: longRunAnswer.optional().describe('The work goes on after the answer'),
  })
  .meta({ id: 'CustomerBulkAnswer' })

/** What is done to many customers at once. */
export const customerBulkRoutes: Door = async (app) => {
  app.post(
    '/customers/bulk',
    { schema: { tags: ['customers'], body: bulkInput, response: { 200: bulkAnswer, ...errorResponses } } },
    async (request) => actOnMany(request, request.body),
  )
}

async function actOnMany(request: FastifyRequest, input: BulkInput) {
  const { ctx } = request
  const selection = selectionOf(input)
  const run = (started: LongRun) => ({ run: answerLongRun(started, ctx.now()) })
  switch (input.action) {
    case 'setProfile':
      return { changed: await setProfileOfMany(ctx, { selection, profileId: given(input, 'profileId') }) }
    case 'setLanguage':
      return { changed: await setLanguageOfMany(ctx, { selection, language: given(input, 'language') }) }
    case 'refresh':
      return run(await startRefresh(ctx, { selection, name: await accountNames(request) }))
    case 'export':
      return run(await startSelectionExport(ctx, { selection }))
  }
}

function selectionOf({ selection: { ids, filter } }: BulkInput): CustomerSelection {
  if (ids && !filter) return { ids }
  if (filter && !ids) return { filter: customerFilterOf(filter) }
  throw new InvalidInputError('Say which customers: by ids or by a filter', [
    { path: 'selection', message: 'Either ids or a filter' },
  ])
}

function given(input: BulkInput, field: 'profileId' | 'language'): string | null {
  const value = input[field]
  if (value === undefined)
    throw new InvalidInputError(`The action ${input.action} needs ${field}`, [
      { path: field, message: 'Needed' },
    ])
  return value
}

/** What a refresh is called: by the accounts that it asks. */
async function accountNames({ ctx }: FastifyRequest): Promise<string> {
  const connections = await listConnections(ctx)
  return connections.map(({ accountName }) => accountName).join(', ')
}
