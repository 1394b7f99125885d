import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isFirstRun, passwordLength, signIn, signOut, updateLanguage } from '../access/index.ts'
import { type Creditor, findCreditor } from '../creditors/index.ts'
import { type Door, errorResponses, sessionOf } from '../http/index.ts'
import { setUpBusiness } from '../profiles/index.ts'
import { nameInput } from './answers.ts'
import { creditorAnswer } from './creditor-routes.ts'
import { ibanInput } from './iban-input.ts'

const languageInput = z.enum(['en', 'nl', 'fr'])

const sessionAnswer = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), language: z.string() }).nullable(),
    creditor: creditorAnswer.nullable(),
    isFirstRun: z.boolean(),
  })
  .meta({ id: 'Session' })

const firstRunInput = z
  .object({
    name: nameInput,
    email: z.email().max(254),
    password: z.string().min(passwordLength.min).max(passwordLength.max),
    language: languageInput,
    business: z.object({
      name: nameInput,
      iban: ibanInput.nullable(),
      senderEmail: z.email().max(254).nullable(),
    }),
  })
  .meta({ id: 'FirstRun' })

const tags = ['session']

/** Signing in and out, the first run, and who is there. */
export const sessionRoutes: Door = async (app) => {
  await app.register(signInRoutes)

  app.get(
    '/session',
    { config: { access: 'public' }, schema: { tags, response: { 200: sessionAnswer, ...errorResponses } } },
    answerSession,
  )

  app.post(
    '/first-run',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { tags, body: firstRunInput, response: { 201: creditorAnswer, ...errorResponses } },
    },
    async (request, reply) => {
      const { business, ...administrator } = request.body
      const { language } = administrator
      const creditor = await setUpBusiness(app.context, {
        administrator,
        business: { ...business, language },
      })
      const signedIn = await signIn(app.context, { ...administrator, ...whereFrom(request) })
      reply.header('set-cookie', signedIn.setCookies)
      return reply.code(201).send(creditor)
    },
  )

  app.patch(
    '/me',
    {
      schema: {
        tags,
        body: z.object({ language: languageInput }).meta({ id: 'MeChanges' }),
        response: { 204: z.null(), ...errorResponses },
      },
    },
    async (request, reply) => {
      await updateLanguage(request.ctx, {
        userId: sessionOf(request).user.id,
        language: request.body.language,
      })
      return reply.code(204).send(null)
    },
  )
}

const signInRoutes: Door = async (app) => {
  app.post(
    '/sign-in',
    {
      config: { access: 'public' },
      schema: {
        tags,
        body: z
          .object({ email: z.string().max(254), password: z.string().max(1_000) })
          .meta({ id: 'SignIn' }),
        response: { 204: z.null(), ...errorResponses },
      },
    },
    async (request, reply) => {
      const signedIn = await signIn(app.context, { ...request.body, ...whereFrom(request) })
      reply.header('set-cookie', signedIn.setCookies)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/sign-out',
    { config: { access: 'public' }, schema: { tags, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      reply.header('set-cookie', await signOut(app.context, request.headers.cookie ?? ''))
      return reply.code(204).send(null)
    },
  )
}

async function answerSession(request: FastifyRequest) {
  const user = request.session?.user ?? null
  const { membership } = request
  const creditor: Creditor | undefined =
    membership && (await findCreditor(request.ctx, membership.creditorId))
  return {
    user,
    creditor: creditor ?? null,
    isFirstRun: user === null && (await isFirstRun(request.server.context)),
  }
}

function whereFrom(request: FastifyRequest) {
  return { address: request.ip, userAgent: request.headers['user-agent'], cookie: request.headers.cookie }
}
