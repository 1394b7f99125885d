import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import {
  type FastifyPluginAsyncZod,
  serializerCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { TooManyAttemptsError } from '../access/index.ts'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { ConfigError } from '../errors.ts'
import { logRequests } from './access-log.ts'
import { answerError } from './answer-error.ts'
import { serveBrowserApp } from './browser-app.ts'
import { endEventStreamsOnStop } from './event-stream.ts'
import { watchHealth } from './health.ts'
import { describeApi } from './open-api.ts'
import { longestUploadMs, receiveInTime } from './receive-in-time.ts'
import { refuseUnstorable } from './refuse-unstorable.ts'
import { giveRequestsContext } from './request-context.ts'
import { checkSameOrigin } from './same-origin.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { strictBodies } from './strict-bodies.ts'

/** A door: a Fastify plugin whose routes say who may call them (`config.access`); silent ones need a sign-in. */
export type Door = FastifyPluginAsyncZod

export type HttpServerOptions = {
  context: Context
  doors: readonly Door[]
  /** The built browser app. */
  webFolder: string
  version?: string
  /** How long a client may take to send a request; tests shorten it. */
  receiveTimeoutMs?: number
  /** How long requests may take to finish once the server stops; tests shorten it. */
  stopWithinMs?: number
}

export type HttpServer = Awaited<ReturnType<typeof createHttpServer>>

const bodyLimitBytes = 1024 * 1024
const defaultReceiveTimeoutMs = 10_000
const defaultStopWithinMs = 10_000
const closeRestingEveryMs = 50

/** The web server with everything that all doors share; it listens only when told to. */
export async function createHttpServer(options: HttpServerOptions) {
  const { context } = options
  const app = await prepareApp(options)
  for (const door of options.doors) await app.register(door)
  return {
    app,
    /** Starts to listen and returns the address, for example `http://127.0.0.1:4400`. */
    listen: () => listen(app, context.config),
    /** Takes no new requests, ends live streams, lets the others finish within 10 seconds, then cuts them off. */
    stop: async () => {
      const timer = setTimeout(
        () => app.server.closeAllConnections(),
        options.stopWithinMs ?? defaultStopWithinMs,
      )
      // A file that the client has read to its last byte may not be over here yet; its connection rests a moment later.
      const resting = setInterval(() => app.server.closeIdleConnections(), closeRestingEveryMs)
      await app.close()
      clearInterval(resting)
      clearTimeout(timer)
    },
  }
}

/** A port that cannot be had is a wrong setting, said in one line. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const remedy = refusedPorts[(error as NodeJS.ErrnoException).code ?? '']
    if (!remedy) throw error
    throw new ConfigError([`VORDER_PORT is "${port}" (VORDER_HOST "${host}"): ${remedy}`])
  }
}

const refusedPorts: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; stop it or choose another port',
  EACCES: 'this user may not listen there; choose a port above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; choose one of its own',
}

async function prepareApp(options: HttpServerOptions) {
  const { context } = options
  const { publicUrl } = context.config
  const app = newFastify(options)
  app.setValidatorCompiler(strictBodies)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  logRequests(app)
  closeConnectionsOnStop(app)
  endEventStreamsOnStop(app)
  await addSecurityHeaders(app, publicUrl)
  await watchHealth(app, context)
  receiveInTime(app, {
    withinMs: options.receiveTimeoutMs ?? defaultReceiveTimeoutMs,
    cutOff: (socket) => answerBrokenRequest(tooSlow(), socket),
  })
  app.addHook('onRequest', async (request) => checkSameOrigin(request, publicUrl))
  // For routes that cost much and are open to strangers (`config.rateLimit`), counted per client address.
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new TooManyAttemptsError(new Date(context.now().getTime() + ttl)),
  })
  giveRequestsContext(app, context)
  refuseUnstorable(app)
  await describeApi(app, options.version ?? '0')
  await serveBrowserApp(app, options.webFolder)
  return app
}

/** An answer that is given while the server stops is the last one on its connection. */
function closeConnectionsOnStop(app: FastifyInstance): void {
  let isStopping = false
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}

function newFastify({ context, receiveTimeoutMs = defaultReceiveTimeoutMs }: HttpServerOptions) {
  return fastify({
    loggerInstance: context.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => hop < context.config.trustedProxies,
    bodyLimit: bodyLimitBytes,
    // The last resort; headers and the bodies of most requests have far less time, see `receiveInTime`.
    requestTimeout: longestUploadMs,
    http: {
      connectionsCheckingInterval: Math.min(1_000, receiveTimeoutMs),
      headersTimeout: receiveTimeoutMs,
    },
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    // Addresses that the router itself cannot read.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  }).withTypeProvider<ZodTypeProvider>()
}

/** A request that never became one: too slow, too long, or not HTTP. What it sent is never logged. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = brokenRequestStatus[error.code ?? ''] ?? '400 Bad Request'
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
  socket.destroy(error)
}

function tooSlow(): Error & { code: string } {
  return Object.assign(new Error('The request did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
}

const brokenRequestStatus: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
}
