import { z } from 'zod'
import { inTransaction } from '../context.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { changeProfile, createProfile, getProfile, listProfiles, renameProfile } from '../profiles/index.ts'
import {
  answerProfile,
  answerProfiles,
  profileAnswer,
  profileChanges,
  profileInput,
} from './profile-answers.ts'

/** How invoices are invited, reminded and collected. */
export const profileRoutes: Door = async (app) => {
  const tags = ['profiles']
  const params = z.object({ id: z.string() })
  const response = { 200: profileAnswer, ...errorResponses }
  app.get(
    '/profiles',
    { schema: { tags, response: { 200: z.object({ items: z.array(profileAnswer) }), ...errorResponses } } },
    async ({ ctx }) => ({ items: await answerProfiles(ctx, await listProfiles(ctx)) }),
  )
  app.post(
    '/profiles',
    {
      config: { access: 'administrator' },
      schema: { tags, body: profileInput, response: { 201: profileAnswer, ...errorResponses } },
    },
    async ({ ctx, body }, reply) =>
      reply.code(201).send(await answerProfile(ctx, await createProfile(ctx, body))),
  )
  app.get('/profiles/:id', { schema: { tags, params, response } }, async (request) =>
    answerProfile(request.ctx, await getProfile(request.ctx, request.params.id)),
  )
  app.patch(
    '/profiles/:id',
    { config: { access: 'administrator' }, schema: { tags, params, body: profileChanges, response } },
    async (request) => {
      const { name, ...changes } = request.body
      const profileId = request.params.id
      const settings = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      const profile = await inTransaction(request.ctx, async (tx) => {
        if (name !== undefined) await renameProfile(tx, { profileId, name })
        return changeProfile(tx, { profileId, settings })
      })
      return answerProfile(request.ctx, profile)
    },
  )
}
