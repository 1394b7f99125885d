import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const docsPath = '/api/docs'

const description = `Receivables of a business that invoices in Teamleader Focus.

Sign in with POST /api/v1/sign-in and send the cookie that it sets with every other call. Amounts are whole cents with
their currency, days are YYYY-MM-DD, instants are UTC. Lists come in pages: pass \`nextCursor\` of one page as
\`cursor\` for the next, until it is null. A field that an operation does not know is refused. An answer above 399 holds
an error with a \`code\` for programs, a \`message\` for people, and the \`requestId\` under which the log knows it.`

/** Describes the API from the schemas that check it: JSON at /api/openapi.json, pages at /api/docs. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  // The pages are built by their package, which knows nothing of our access rule.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(docsPath)) route.config = { ...route.config, access: 'public' }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vorder', version, description },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'vorder-session' } },
      },
      security: [{ session: [] }],
    },
    transform: describeFile,
    transformObject: (document) => withoutUnusedSchemas(jsonSchemaTransformObject(document)),
  })
  await app.register(swaggerUi, {
    routePrefix: docsPath,
    uiConfig: { validatorUrl: null, layout: 'BaseLayout' },
    theme: { title: 'API of Vorder' },
  })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
}

/** A route that takes a file reads it as a stream, past the schemas; here is what it takes, for generated clients. */
function describeFile(
  input: Parameters<typeof jsonSchemaTransform>[0],
): ReturnType<typeof jsonSchemaTransform> {
  const described = jsonSchemaTransform(input)
  if (!input.route.config?.receivesFiles) return described
  const file = { type: 'string', format: 'binary', description: 'The file, as one part of a form' }
  const body = { type: 'object', properties: { file }, required: ['file'] }
  return { ...described, schema: { ...described.schema, body } }
}

/** The library adds each named schema twice, as what is sent and as what is received; one of them is used. */
function withoutUnusedSchemas<T extends object>(document: T): T {
  const text = JSON.stringify(document)
  const { schemas } = (document as { components?: { schemas?: Record<string, unknown> } }).components ?? {}
  for (const name of Object.keys(schemas ?? {})) {
    if (!text.includes(`"#/components/schemas/${name}"`)) delete schemas?.[name]
  }
  return document
}

/** The description of the API as an object, for printing it without listening. */
export async function openApiDocument(app: FastifyInstance): Promise<object> {
  await app.ready()
  return app.swagger()
}
