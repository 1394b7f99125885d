import { errorCodes, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Connection, findConnectionByHookSecret } from '../connections/index.ts'
import { NotFoundError } from '../errors.ts'
import type { Door } from '../http/index.ts'
import { createEventInbox, receiveEvent } from '../imports/index.ts'
import { createConnectionMemory } from './connection-memory.ts'

/** Teamleader's own events are about 0.2 kB. */
const bodyLimitBytes = 64 * 1024

declare module 'fastify' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface FastifyRequest {
    hookConnection: Connection | undefined
  }
}

/**
 * What CRMs push to us. Teamleader signs nothing, so the secret in the address is the only proof: a wrong one is a 404
 * before the body is read. What is accepted is stored before it is answered.
 */
export const webhooksDoor: Door = async (app) => {
  const inbox = createEventInbox(app.context)
  const memory = createConnectionMemory((secret) => findConnectionByHookSecret(app.context, secret))
  app.decorateRequest('hookConnection')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: bodyLimitBytes }, (_request, body, done) =>
    done(null, body),
  )

  async function knowConnection(request: FastifyRequest): Promise<void> {
    const { source, secret } = request.params as { source: string; secret: string }
    const connection = await memory.find(secret)
    if (connection?.source !== source) throw new NotFoundError('There is nothing here')
    request.hookConnection = connection
  }

  app.post(
    '/hooks/:source/:secret',
    {
      config: { access: 'machine' },
      schema: { hide: true },
      // No browser reads these answers, and its headers were a quarter of the work for an event (bench B1).
      helmet: false,
      bodyLimit: bodyLimitBytes,
      onRequest: knowConnection,
    },
    async (request, reply): Promise<FastifyReply> => {
      const connection = request.hookConnection
      if (!connection) throw new NotFoundError('There is nothing here')
      const text = typeof request.body === 'string' ? request.body : ''
      await receiveEvent(app.context, { inbox, connection, body: parse(text), text })
      return reply.code(204).send()
    },
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw Object.assign(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY(), { cause })
  }
}
