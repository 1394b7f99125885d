import type { Answer, IncomingCall, RawBody } from '../http-server.ts'
import { startHttpServer } from '../http-server.ts'
import { answerApiCall } from './api-call.ts'
import type { SandboxControl } from './control.ts'
import { createControl } from './control.ts'
import { answerControl } from './control-http.ts'
import { createDeliverer } from './deliverer.ts'
import { createFaults } from './faults.ts'
import { createFileHost } from './file-host.ts'
import type { SandboxJournal } from './journal.ts'
import { createJournal } from './journal.ts'
import { createOAuth } from './oauth.ts'
import { answerAuthorize, answerToken } from './oauth-pages.ts'
import { answerPanel } from './panel/answer-panel.ts'
import type { Parts } from './parts.ts'
import { createRateLimit } from './rate-limit.ts'
import { seedWorld } from './seed.ts'
import { createWorld } from './world.ts'

export type TeamleaderSandboxOptions = {
  host?: string
  /** 0 takes a free port. */
  port?: number
  /** The same seed gives the same world; 'empty' has departments and settings only. */
  seed?: number | 'empty'
  now?: () => Date
  latencyMs?: number
  /** null never refuses. */
  rateLimitPerMinute?: number | null
  /** 'manual' holds webhooks back until `control.webhooks.deliver()`. */
  webhookMode?: 'auto' | 'manual'
  clientId?: string
  clientSecret?: string
  /** Addresses that may be returned to after consent, next to every loopback one. */
  redirectUris?: string[]
  log?: (line: string) => void
}

/** A running sandbox: one Teamleader account and one registered integration. */
export type TeamleaderSandbox = {
  url: string
  apiUrl: string
  authorizeUrl: string
  tokenUrl: string
  clientId: string
  clientSecret: string
  account: { id: string; name: string }
  control: SandboxControl
  journal: SandboxJournal
  /** Resolves when no webhook that is due waits or is under way. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Starts a faithful imitation of Teamleader Focus on loopback; its state lives in memory and ends with `stop`. */
export async function startTeamleaderSandbox(
  options: TeamleaderSandboxOptions = {},
): Promise<TeamleaderSandbox> {
  const parts = createParts(options)
  const { host = '127.0.0.1', port = 0 } = options
  const server = await startHttpServer(
    { host, port },
    (call) => route(parts, call),
    (error) => parts.log(`error: ${String(error)}`),
  )
  parts.fileHost.setBase(server.url)
  const { clientId, clientSecret } = parts.oauth.integration
  return {
    url: server.url,
    apiUrl: server.url,
    authorizeUrl: `${server.url}/oauth2/authorize`,
    tokenUrl: `${server.url}/oauth2/access_token`,
    clientId,
    clientSecret,
    account: parts.world.account,
    control: parts.control,
    journal: parts.journal,
    settled: () => parts.deliverer.settled(),
    async stop() {
      await parts.deliverer.stop()
      await server.stop()
    },
  }
}

function createParts(options: TeamleaderSandboxOptions): Parts {
  const { seed = 1, now = () => new Date(), rateLimitPerMinute = 200, webhookMode = 'auto' } = options
  const world = createWorld({ seed: seed === 'empty' ? 1 : seed, now })
  if (seed !== 'empty') seedWorld(world)
  const journal = createJournal()
  const deliverer = createDeliverer(world, journal, webhookMode)
  world.onEvent((event) => deliverer.queue(event))
  const oauth = createOAuth(world, journal, {
    clientId: options.clientId ?? 'sandbox-client',
    clientSecret: options.clientSecret ?? 'sandbox-secret',
    redirectUris: options.redirectUris ?? [],
  })
  const rateLimit = createRateLimit(rateLimitPerMinute)
  rateLimit.latencyMs = options.latencyMs ?? 0
  const kept = {
    world,
    deliverer,
    oauth,
    faults: createFaults(),
    rateLimit,
  }
  return {
    ...kept,
    journal,
    fileHost: createFileHost(world),
    control: createControl(kept),
    log: options.log ?? (() => {}),
  }
}

async function route(parts: Parts, call: IncomingCall & RawBody): Promise<Answer> {
  const [, first = '', second = ''] = call.path.split('/')
  if (call.path === '/oauth2/authorize') return answerAuthorize(parts, call)
  if (call.path === '/oauth2/access_token') return answerToken(parts, call)
  if (first === 'control') return answerControl(parts, call)
  if (call.path === '/' || first === 'panel') return answerPanel(parts, call)
  if (first === 'download') return answerDownload(parts, second, call)
  if (first === 'upload') return answerUpload(parts, second, call.bytes)
  return answerApiCall(parts, call)
}

async function answerDownload(parts: Parts, token: string, call: IncomingCall): Promise<Answer> {
  const { mimeType, bytes, ...served } = await parts.fileHost.serve(token)
  const answer: Answer = { ...served, headers: { ...served.headers, 'content-type': mimeType }, body: bytes }
  const { method, path, headers } = call
  parts.journal.noteRequest({
    at: parts.world.clock.now(),
    method,
    path,
    operation: 'download',
    headers,
    body: null,
    status: answer.status,
    refusal: null,
    fault: null,
    tookMs: 0,
  })
  return answer
}

function answerUpload(parts: Parts, token: string, bytes: Uint8Array): Answer {
  const id = parts.fileHost.receive(token, bytes)
  const headers = { 'content-type': 'application/json' }
  if (id === null) return { status: 403, headers, body: JSON.stringify({ errors: [{ title: 'Forbidden' }] }) }
  return { status: 201, headers, body: JSON.stringify({ data: { type: 'file', id } }) }
}
