import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const docsPath = '/api/docs'

/** Describes the API from the schemas that check it: JSON at /api/openapi.json, pages at /api/docs. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  // The pages are built by their package, which knows nothing of our access rule.
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(docsPath)) route.config = { ...route.config, access: 'public' }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Vorder', version, description: 'Receivables of a business that invoices in a CRM.' },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'vorder-session' } },
      },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: docsPath, uiConfig: { validatorUrl: null } })
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
}

/** The description of the API as an object, for printing it without listening. */
export async function openApiDocument(app: FastifyInstance): Promise<object> {
  await app.ready()
  return app.swagger()
}
