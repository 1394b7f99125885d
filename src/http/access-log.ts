import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Asked every few seconds by whoever watches the process. */
const healthPaths = new Set(['/healthz', '/readyz'])

/** One line a request, without query strings; an address that carries a secret is written as its pattern. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const line = {
      method,
      path: pathForLog(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.session ? { userId: request.session.user.id } : {}),
    }
    if (reply.statusCode >= 500) request.log.warn(line, 'request')
    else if (method === 'GET' && healthPaths.has(line.path)) request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
}

/** The path as it may be kept: a route with a secret or token as its pattern, an unknown hook cut off. */
export function pathForLog(request: FastifyRequest): string {
  const pattern = request.routeOptions.url
  if (pattern && /:(secret|token|key)/i.test(pattern)) return pattern
  const path = request.url.split('?', 1)[0] ?? ''
  return path.replace(/^\/(hooks|pay)\/.*$/, '/$1/[hidden]').slice(0, 300)
}
