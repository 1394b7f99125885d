import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { databaseIsAway, isDatabaseThere, pingEveryMs } from './database-health.ts'

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, asked of the database at that moment. While the
 * database is away, whatever needs it is answered 503 with `Retry-After` at once instead of waiting.
 */
export async function watchHealth(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(underPressure, {
    healthCheck: () => isDatabaseThere(context),
    healthCheckInterval: pingEveryMs,
    pressureHandler: async (request) => {
      if (needsDatabase(request)) throw databaseIsAway(context)
    },
  })
  const config = { access: 'machine' } as const
  app.get('/healthz', { config, schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config, schema: { hide: true } }, async (_request, reply) => {
    const isReady = await isDatabaseThere(context)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'database_unavailable' })
  })
}

function needsDatabase(request: FastifyRequest): boolean {
  const url = request.routeOptions.url ?? ''
  if (request.is404 || url.startsWith('/assets/')) return false
  return url !== '/healthz' && url !== '/readyz'
}
