import { z } from 'zod'
import { type Door, errorResponses } from '../http/index.ts'
import { createProfile, listProfiles, type Profile, renameProfile } from '../profiles/index.ts'
import { instantAnswer, nameInput } from './answers.ts'

const profileAnswer = z
  .object({ id: z.string(), name: z.string(), createdAt: instantAnswer })
  .meta({ id: 'Profile' })
const profileInput = z.object({ name: nameInput }).meta({ id: 'ProfileName' })

/** How invoices are invited, reminded and collected. */
export const profileRoutes: Door = async (app) => {
  const tags = ['profiles']
  app.get(
    '/profiles',
    { schema: { tags, response: { 200: z.object({ items: z.array(profileAnswer) }), ...errorResponses } } },
    async (request) => {
      const profiles = await listProfiles(request.ctx)
      return { items: profiles.map(answerProfile) }
    },
  )
  app.post(
    '/profiles',
    {
      config: { access: 'administrator' },
      schema: { tags, body: profileInput, response: { 201: profileAnswer, ...errorResponses } },
    },
    async (request, reply) =>
      reply.code(201).send(answerProfile(await createProfile(request.ctx, request.body))),
  )
  app.patch(
    '/profiles/:id',
    {
      config: { access: 'administrator' },
      schema: {
        tags,
        params: z.object({ id: z.string() }),
        body: profileInput,
        response: { 200: profileAnswer, ...errorResponses },
      },
    },
    async (request) =>
      answerProfile(await renameProfile(request.ctx, { profileId: request.params.id, ...request.body })),
  )
}

function answerProfile(profile: Profile) {
  return { ...profile, createdAt: profile.createdAt.toISOString() }
}
