import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type IncomingCall = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}
export type Answer = {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
  /** How the bytes leave: whole, not at all, half of them, with a cut connection, or followed by others without end. */
  sending?: 'hang' | 'half' | 'reset' | 'endless'
}

const MAX_BODY_BYTES = 25 * 1024 * 1024

export type RawBody = { bytes: Buffer }
export type Handler = (call: IncomingCall & RawBody) => Promise<Answer>

/** Listens, reads each request whole, and sends the answer the way a fault wants it. */
export async function startHttpServer(
  address: { host: string; port: number },
  handle: Handler,
  onError: (error: unknown) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    respond(handle, request, response).catch((error: unknown) => {
      onError(error)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errors: [{ status: 500, title: 'Sandbox error' }] }))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(address.port, address.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const host = address.host.includes(':') ? `[${address.host}]` : address.host
  return { url: `http://${host}:${port}`, stop: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}

async function respond(handle: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readAll(request)
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const answer = await handle({
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: flat(request),
    body: bytes.toString('utf8'),
    bytes,
  })
  send(answer, response)
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new Error('A request body over 25 MB is not taken')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function flat(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  )
}

/** `hang` keeps the connection open until the caller or the sandbox ends it. */
function send(answer: Answer, response: ServerResponse): void {
  if (answer.sending === 'hang') return
  if (answer.sending === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body
  if (answer.sending === 'endless') {
    sendForEver(answer, response, body)
    return
  }
  const length = answer.status === 204 ? {} : { 'content-length': String(body.length) }
  response.writeHead(answer.status, { ...answer.headers, ...length })
  if (answer.sending === 'half') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
    return
  }
  response.end(answer.status === 204 ? undefined : body)
}

function sendForEver(answer: Answer, response: ServerResponse, body: Uint8Array): void {
  response.writeHead(answer.status, answer.headers)
  const filler = Buffer.alloc(64 * 1024)
  const fill = () => {
    while (!response.destroyed && response.write(filler));
  }
  response.write(body)
  response.on('drain', fill)
  fill()
}
