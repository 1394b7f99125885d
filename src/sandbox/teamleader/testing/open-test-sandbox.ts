import type { IncomingMessage, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as vendor from '@teamleader/api'
import { onTestFinished } from 'vitest'
import type { TeamleaderSandbox, TeamleaderSandboxOptions } from '../start-teamleader-sandbox.ts'
import { startTeamleaderSandbox } from '../start-teamleader-sandbox.ts'

type Answer = { status: number; headers: Headers; body: Body }
type Body = { data?: unknown; errors?: Array<{ title: string; meta?: { field: string } }>; meta?: unknown }
export type TestSandbox = TeamleaderSandbox & {
  /** A plain call with a token of its own. */
  call(operation: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  list(operation: string, body?: unknown): Promise<Array<Record<string, unknown>>>
  info(operation: string, id: string): Promise<Record<string, unknown>>
  token: string
}

/** A sandbox on a free port that ends with the test; without a seed it has settings only. */
export async function openTestSandbox(options: TeamleaderSandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await startTeamleaderSandbox({ seed: 'empty', ...options })
  onTestFinished(sandbox.stop)
  const { access_token: token } = sandbox.control.issueTokens()
  async function call(
    operation: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${sandbox.apiUrl}/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text ? (JSON.parse(text) as Body) : {},
    }
  }
  return {
    ...sandbox,
    token,
    call,
    list: async (operation, body) =>
      (await call(operation, body)).body.data as Array<Record<string, unknown>>,
    info: async (operation, id) => (await call(operation, { id })).body.data as Record<string, unknown>,
  }
}

type Action = (parameters?: unknown, options?: { fetchAll?: boolean }) => Promise<unknown>
export type VendorClient = Record<string, Record<string, Action>>
type CreateClient = (options: { baseUrl: string; accessToken: string; version: string }) => VendorClient

/** The vendor's own client. It is CommonJS, so its default export may be wrapped once more. */
export function vendorClient(sandbox: { apiUrl: string; token: string }): VendorClient {
  const outer = vendor.default as unknown as { default?: CreateClient } & CreateClient
  const create = outer.default ?? outer
  return create({ baseUrl: sandbox.apiUrl, accessToken: sandbox.token, version: '2023-09-26' })
}

export type Received = { body: unknown; headers: IncomingMessage['headers'] }
export type TestReceiver = {
  url: string
  received: Received[]
  types(): string[]
  answerWith(status: number): void
}

/** An address for webhooks that notes what arrives. */
export async function openReceiver(): Promise<TestReceiver> {
  const received: Received[] = []
  let status = 204
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
      received.push({ body, headers: request.headers })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => close(server))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    types: () => received.map(({ body }) => (body as { type: string }).type),
    answerWith(next) {
      status = next
    },
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
