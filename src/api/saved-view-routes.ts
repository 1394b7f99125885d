import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import {
  changeSavedView,
  createSavedView,
  listSavedViews,
  removeSavedView,
  savedViewLists,
} from '../saved-views/index.ts'
import { nameInput } from './answers.ts'

const savedViewAnswer = z
  .object({
    id: z.string(),
    list: z.enum(savedViewLists),
    name: z.string(),
    query: z.string(),
    columns: z.array(z.string()),
    isShared: z.boolean(),
    isOwn: z.boolean().describe('Its owner asks: only they may change or remove it'),
    ownerName: z.string().nullable(),
  })
  .meta({ id: 'SavedView' })

const content = {
  name: nameInput,
  query: z
    .string()
    .max(2_000)
    .regex(/^\P{Cc}*$/u, 'No line breaks or control characters')
    .describe('The search part of the address, without its question mark'),
  columns: z
    .array(z.string().regex(/^\w{1,50}$/))
    .max(50)
    .describe('In their order; none: as the list comes'),
  isShared: z.boolean().describe('Everybody of the business sees it'),
}
const newView = z
  .object({
    ...content,
    list: z.enum(savedViewLists),
    columns: content.columns.default([]),
    isShared: content.isShared.default(false),
  })
  .meta({ id: 'NewSavedView' })
const viewChanges = z.object(content).partial().meta({ id: 'SavedViewChanges' })

/** Ways of looking at a list that people gave a name. */
export const savedViewRoutes: Door = async (app) => {
  const tags = ['saved views']
  const params = z.object({ id: z.string() })

  app.get(
    '/saved-views',
    {
      schema: {
        tags,
        querystring: z.object({ list: z.enum(savedViewLists).default('invoices') }),
        response: { 200: z.object({ items: z.array(savedViewAnswer) }), ...errorResponses },
      },
    },
    async (request) => ({ items: await listSavedViews(request.ctx, request.query) }),
  )

  app.post(
    '/saved-views',
    { schema: { tags, body: newView, response: { 201: savedViewAnswer, ...errorResponses } } },
    async (request, reply) => reply.code(201).send(await createSavedView(request.ctx, request.body)),
  )

  app.patch(
    '/saved-views/:id',
    { schema: { tags, params, body: viewChanges, response: { 200: savedViewAnswer, ...errorResponses } } },
    (request) => changeSavedView(request.ctx, { viewId: request.params.id, ...request.body }),
  )

  app.delete(
    '/saved-views/:id',
    { schema: { tags, params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      await removeSavedView(request.ctx, { viewId: request.params.id })
      return reply.code(204).send(null)
    },
  )
}
