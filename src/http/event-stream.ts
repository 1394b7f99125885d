import type { FastifyInstance, FastifyReply } from 'fastify'

const heartbeatMs = 20_000
/** After this the browser connects again by itself, and its session is looked at again. */
const longestMs = 10 * 60_000
/** A reader that does not read is let go before it fills the memory. */
const mostWaitingBytes = 256 * 1024

/** A one-way stream of notices to a page (server-sent events). */
export type EventStream = { send: (data: object) => void; onClose: (work: () => void) => void }

declare module 'fastify' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface FastifyInstance {
    eventStreams: Set<() => void>
  }
}

/** Ends every open stream when the server stops: nobody waits for a page that is open all day. */
export function endEventStreamsOnStop(app: FastifyInstance): void {
  app.decorate('eventStreams', new Set<() => void>())
  app.addHook('preClose', async () => {
    for (const end of app.eventStreams) end()
  })
}

/** Turns the answer into a stream that lives until the page goes, the server stops, or ten minutes are over. */
export function openEventStream(reply: FastifyReply): EventStream {
  const { raw, server } = reply
  const closing: (() => void)[] = []
  reply.hijack()
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string | string[]>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    if (raw.writableLength > mostWaitingBytes) raw.destroy()
    else if (!raw.writableEnded) raw.write(text)
  }
  const end = () => void raw.end()
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs)
  const life = setTimeout(end, longestMs)
  server.eventStreams.add(end)
  raw.once('close', () => {
    clearInterval(heartbeat)
    clearTimeout(life)
    server.eventStreams.delete(end)
    for (const work of closing) work()
  })
  write('retry: 2000\n\n')
  return {
    send: (data) => write(`data: ${JSON.stringify(data)}\n\n`),
    onClose: (work) => void closing.push(work),
  }
}
