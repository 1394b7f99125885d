import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import type { Door } from '../http/index.ts'
import { bouncePath, isBounceToken, noteBounce, readBounce } from '../message-delivery/index.ts'

/** A report returns the message, or its headers; a PDF in it is not needed. */
const bodyLimitBytes = 10 * 1024 * 1024

const report = z.object({
  mailId: z.string().min(1).max(500),
  recipient: z.string().min(3).max(254),
  detail: z.string().max(5_000).default(''),
})

/**
 * Mail that came back: as the report's own text (`message/rfc822`), or as JSON from a provider's webhook. A wrong secret is
 * a 404 before the body is read. The same report twice is one.
 */
export const bouncesDoor: Door = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: bodyLimitBytes }, (_request, body, done) =>
    done(null, body),
  )
  app.post(
    `${bouncePath}/:token`,
    {
      config: { access: 'machine' },
      schema: { hide: true },
      bodyLimit: bodyLimitBytes,
      onRequest: async (request: FastifyRequest) => {
        const { token } = request.params as { token: string }
        if (!isBounceToken(app.context, token)) throw new NotFoundError('There is nothing here')
      },
    },
    async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const isJson = request.headers['content-type']?.includes('json') ?? false
      for (const one of isJson ? [asReport(body)] : await readBounce(body)) await noteBounce(app.context, one)
      return reply.code(204).send()
    },
  )
}

function asReport(body: Buffer): z.infer<typeof report> {
  const given = report.safeParse(jsonIn(body))
  if (!given.success) throw new InvalidInputError('Give mailId, recipient and detail')
  return given.data
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
