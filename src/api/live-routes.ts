import { z } from 'zod'
import { creditorOf } from '../context.ts'
import {
  type Door,
  type EventStream,
  errorResponses,
  openEventStream,
  switchCreditor,
} from '../http/index.ts'

type Notice = { creditorId: string; subjectKind: string; subjectId: string | null }

/** Tells open pages what changed (server-sent events): which kind of thing, and which one; never its content. */
export const liveRoutes: Door = async (app) => {
  const readers = new Map<EventStream, string>()
  const { database } = app.context
  let stopListening: (() => Promise<void>) | undefined

  app.addHook('onReady', async () => {
    stopListening = await database.listen('vorder_live', (payload) => {
      const notice = payload === undefined ? undefined : (JSON.parse(payload) as Notice)
      for (const [stream, creditorId] of readers) {
        // Notices may have been missed while the database was away: then every page looks again.
        if (!notice) stream.send({ subjectKind: 'all', subjectId: null })
        else if (notice.creditorId === creditorId)
          stream.send({ subjectKind: notice.subjectKind, subjectId: notice.subjectId })
      }
    })
  })
  app.addHook('onClose', async () => {
    await stopListening?.()
  })

  // A browser's stream cannot send the header that names a business.
  const querystring = z.object({ creditor: z.string().max(100).optional() })
  const notices = z
    .string()
    .describe(
      'Server-sent events; the data of each is {"subjectKind": "invoice", "subjectId": "inv_…" or null}',
    )
  app.get(
    '/live',
    {
      config: { keepsSession: false },
      schema: {
        tags: ['live'],
        querystring,
        produces: ['text/event-stream'],
        response: { 200: notices, ...errorResponses },
      },
    },
    async (request, reply) => {
      if (request.query.creditor) await switchCreditor(request, request.query.creditor)
      const stream = openEventStream(reply)
      readers.set(stream, creditorOf(request.ctx))
      stream.onClose(() => readers.delete(stream))
      return reply
    },
  )
}
