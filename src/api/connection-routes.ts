import { z } from 'zod'
import {
  type Connection,
  checkConnection,
  disconnect,
  getConnection,
  listConnectionDepartments,
  listConnectionFields,
  listConnections,
  startAuthorisation,
} from '../connections/index.ts'
import { type Door, errorResponses, sessionOf } from '../http/index.ts'
import { askForReconcile, changeConnectionOptions } from '../imports/index.ts'
import {
  type FormerProfile,
  listFormerProfiles,
  listProfiles,
  type Profile,
  profileNamed,
} from '../profiles/index.ts'
import { instantAnswer } from './answers.ts'

const connectionAnswer = z
  .object({
    id: z.string(),
    source: z.enum(['teamleader']),
    label: z.string(),
    accountName: z.string(),
    state: z.enum(['connected', 'reconnect_needed', 'disconnected']),
    stateReason: z.string().nullable(),
    importInvoicesAutomatically: z.boolean(),
    updateCustomersAutomatically: z.boolean(),
    defaultProfileId: z.string().nullable(),
    invoiceProfileFieldId: z.string().nullable(),
    subscriptionProfileFieldId: z.string().nullable(),
    departmentExternalIds: z.array(z.string()).nullable(),
    fetchUbl: z.boolean(),
    writeBack: z.boolean(),
    leaveNotes: z.boolean(),
    hook: z.object({
      isRegistered: z.boolean(),
      problem: z.string().nullable(),
      lastHeardAt: instantAnswer.nullable(),
    }),
    lastReconciledAt: instantAnswer.nullable(),
    connectedUserName: z.string().nullable(),
    connectedAt: instantAnswer,
  })
  .meta({ id: 'Connection' })

const optionsInput = z
  .object({
    importInvoicesAutomatically: z.boolean(),
    updateCustomersAutomatically: z.boolean(),
    defaultProfileId: z.string().nullable(),
    invoiceProfileFieldId: z.string().max(100).nullable(),
    subscriptionProfileFieldId: z.string().max(100).nullable(),
    departmentExternalIds: z.array(z.string().max(100)).max(1_000).nullable(),
    fetchUbl: z.boolean(),
    writeBack: z.boolean().describe('Register payments known here in the CRM'),
    leaveNotes: z.boolean().describe('Leave notes on the invoices in the CRM'),
  })
  .partial()
  .meta({ id: 'ConnectionOptions' })

const checkAnswer = z
  .object({
    check: z.enum(['rights', 'webhooks', 'public_address', 'profile', 'mail', 'strict_mode']),
    ok: z.boolean(),
    code: z.string(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'ConnectionCheck' })

const fieldAnswer = z
  .object({
    id: z.string(),
    label: z.string(),
    kind: z.enum(['select', 'text', 'other']).describe('Only a select and a text can name a profile'),
    options: z.array(
      z.object({
        id: z.string(),
        value: z.string(),
        profile: z
          .object({ id: z.string(), name: z.string() })
          .nullable()
          .describe('The profile that it names'),
      }),
    ),
  })
  .meta({ id: 'CrmField' })

const params = z.object({ id: z.string() })
const tags = ['connections']
const administrator = { access: 'administrator' } as const
const connectionResponse = { 200: connectionAnswer, ...errorResponses }

/** Connected CRM accounts (promises N1, N2). */
export const connectionRoutes: Door = async (app) => {
  app.get(
    '/connections',
    {
      schema: { tags, response: { 200: z.object({ items: z.array(connectionAnswer) }), ...errorResponses } },
    },
    async (request) => ({ items: (await listConnections(request.ctx)).map(answerConnection) }),
  )
  app.post(
    '/connections/authorise',
    {
      config: administrator,
      schema: {
        tags,
        body: z.object({ source: z.enum(['teamleader']) }).meta({ id: 'Authorise' }),
        response: { 200: z.object({ url: z.url() }).meta({ id: 'AuthoriseAddress' }), ...errorResponses },
      },
    },
    (request) => {
      const session = sessionOf(request)
      const sessionToken = session.sessionHash.toString('base64url')
      return startAuthorisation(request.ctx, {
        userId: session.user.id,
        sessionToken,
        source: request.body.source,
      })
    },
  )
  app.patch(
    '/connections/:id',
    { config: administrator, schema: { tags, params, body: optionsInput, response: connectionResponse } },
    async (request) =>
      answerConnection(
        await changeConnectionOptions(request.ctx, {
          connectionId: request.params.id,
          options: request.body,
        }),
      ),
  )
  app.post(
    '/connections/:id/disconnect',
    { config: administrator, schema: { tags, params, response: connectionResponse } },
    async (request) => answerConnection(await disconnect(request.ctx, { connectionId: request.params.id })),
  )
  app.post(
    '/connections/:id/reconcile',
    { schema: { tags, params, response: { 202: z.null(), ...errorResponses } } },
    async (request, reply) => {
      const connection = await getConnection(request.ctx, { connectionId: request.params.id })
      await askForReconcile(request.ctx, { connectionId: connection.id, kind: 'nightly' })
      return reply.code(202).send(null)
    },
  )
  await app.register(lookUpRoutes)
}

/** What the settings page asks the CRM itself. */
const lookUpRoutes: Door = async (app) => {
  app.get(
    '/connections/:id/check',
    {
      config: administrator,
      schema: {
        tags,
        params,
        response: { 200: z.object({ checks: z.array(checkAnswer) }), ...errorResponses },
      },
    },
    async (request) => ({ checks: await checkConnection(request.ctx, { connectionId: request.params.id }) }),
  )
  app.get(
    '/connections/:id/fields',
    {
      config: administrator,
      schema: {
        tags,
        params,
        querystring: z.object({ context: z.enum(['invoice', 'subscription']) }),
        response: { 200: z.object({ items: z.array(fieldAnswer) }), ...errorResponses },
      },
    },
    async (request) => {
      const { context } = request.query
      const fields = await listConnectionFields(request.ctx, { connectionId: request.params.id, context })
      const profiles = await listProfiles(request.ctx)
      const formerProfiles = await listFormerProfiles(request.ctx)
      return { items: fields.map((field) => answerField(field, { profiles, formerProfiles })) }
    },
  )
  app.get(
    '/connections/:id/departments',
    {
      config: administrator,
      schema: {
        tags,
        params,
        response: {
          200: z.object({ items: z.array(z.object({ externalId: z.string(), name: z.string() })) }),
          ...errorResponses,
        },
      },
    },
    async (request) => ({
      items: await listConnectionDepartments(request.ctx, { connectionId: request.params.id }),
    }),
  )
}

type Field = Awaited<ReturnType<typeof listConnectionFields>>[number]

type Named = { profiles: readonly Profile[]; formerProfiles: readonly FormerProfile[] }

function answerField(field: Field, { profiles, formerProfiles }: Named) {
  const named = ({ id, value }: Field['options'][number]) =>
    profileNamed(profiles, value, formerProfiles) ?? profileNamed(profiles, id, formerProfiles)
  const options = field.options.map((option) => {
    const profile = named(option)
    return { ...option, profile: profile ? { id: profile.id, name: profile.name } : null }
  })
  return { ...field, options }
}

function answerConnection(connection: Connection) {
  return {
    ...connection,
    label: 'Teamleader Focus',
    hook: {
      isRegistered: connection.hookEventTypes.length > 0,
      problem: connection.hookProblem,
      lastHeardAt: connection.lastHeardAt?.toISOString() ?? null,
    },
    lastReconciledAt: connection.lastReconciledAt?.toISOString() ?? null,
    connectedAt: connection.connectedAt.toISOString(),
  }
}
