import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** The longest that the upload of a file may take: 100 MB over a line of one megabit a second. */
export const longestUploadMs = 15 * 60_000

/**
 * Cuts off a request whose body does not arrive in time, counted from its headers. A route that receives files has as long
 * as bytes keep coming: there it is a silence of that time that ends it.
 */
export function receiveInTime(
  app: FastifyInstance,
  { withinMs, cutOff }: { withinMs: number; cutOff: (socket: Socket) => void },
): void {
  app.addHook('onRequest', async (request) => {
    const { raw } = request
    const hasBody =
      raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0
    if (!hasBody || raw.complete) return
    const { socket } = raw
    const cutOffUnlessComplete = () => {
      if (!raw.complete) cutOff(socket)
    }
    if (request.routeOptions.config.receivesFiles) {
      socket.setTimeout(withinMs)
      raw.on('timeout', cutOffUnlessComplete)
      onceOver(raw, () => socket.setTimeout(0))
    } else {
      const timer = setTimeout(cutOffUnlessComplete, withinMs)
      onceOver(raw, () => clearTimeout(timer))
    }
  })
}

/** Not twice: by the second time the connection may be waiting for its next request, under a clock of its own. */
function onceOver(raw: IncomingMessage, over: () => void): void {
  function end(): void {
    raw.off('end', end).off('close', end)
    over()
  }
  raw.on('end', end).on('close', end)
}
