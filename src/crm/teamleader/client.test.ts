import { createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '../../log.ts'
import type { CallLimit, CallPriority, CrmSource } from '../source.ts'
import { createTeamleader } from './teamleader.ts'

type Answering = (socket: Socket, request: string, turn: number) => void

let server: Server | undefined
const sockets = new Set<Socket>()

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

/** A server that speaks raw bytes, so that every kind of broken answer can be played. */
async function serve(answering: Answering): Promise<string> {
  let turn = 0
  server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let received = ''
    socket.on('data', (bytes) => {
      received += bytes.toString()
      if (!/\r\n\r\n.*\}$/s.test(received)) return
      const request = received
      received = ''
      turn += 1
      answering(socket, request, turn)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
}

type Opened = { source: CrmSource; limits: CallLimit[]; refusals: string[]; tokens: string[] }

function open(apiUrl: string, priority: CallPriority = 'webhook'): Opened {
  const settings = { apiUrl, authorizeUrl: apiUrl, tokenUrl: apiUrl, clientId: 'id', clientSecret: 'secret' }
  const limits = { connectTimeoutMs: 300, headersTimeoutMs: 300, totalTimeoutMs: 500, maxBodyBytes: 100_000 }
  const kind = createTeamleader(settings, createLog({ level: 'silent' }), { limits })
  const seen = { limits: [] as CallLimit[], refusals: [] as string[], tokens: [] as string[] }
  const source = kind.open({
    priority,
    async accessToken(options) {
      const token = options?.rejected ? `after-${options.rejected}` : 'first'
      seen.tokens.push(token)
      return token
    },
    async takeCall() {},
    async noteLimit(limit) {
      seen.limits.push(limit)
    },
    async noteRefused(reason) {
      seen.refusals.push(reason)
    },
  })
  return { source, ...seen }
}

function http(status: string, body: string | Buffer, headers: Record<string, string> = {}): Buffer {
  const bytes = Buffer.from(body)
  const lines = Object.entries({ 'content-length': String(bytes.length), ...headers })
  const head = `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

const departments = JSON.stringify({ data: [{ id: 'd', name: 'Depot' }] })
const gzip = { 'content-encoding': 'gzip' }
const bomb = gzipSync(Buffer.alloc(20_000_000))

const failures: [string, Answering, object][] = [
  ['nothing until the headers are due', () => {}, { name: 'SourceUnavailableError', code: 'timeout' }],
  [
    'headers and then nothing',
    (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"da'),
    { name: 'SourceUnavailableError', code: 'timeout' },
  ],
  [
    'a byte at a time, for longer than the whole may take',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n')
      const drip = setInterval(() => socket.write(' '), 50)
      socket.on('close', () => clearInterval(drip))
    },
    { name: 'SourceUnavailableError', code: 'timeout' },
  ],
  [
    'a cut connection',
    (socket) => socket.resetAndDestroy(),
    { name: 'SourceUnavailableError', code: 'network' },
  ],
  [
    'half a body and a cut',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{"da'),
    { name: 'SourceUnavailableError', code: 'network' },
  ],
  [
    '500',
    (socket) => socket.write(http('500 Oops', 'x')),
    { name: 'SourceUnavailableError', code: 'server_error' },
  ],
  ['502 with HTML', (socket) => socket.write(http('502 Bad', '<html>')), { code: 'server_error' }],
  [
    'a redirect',
    (socket) => socket.write(http('302 Found', '', { location: 'http://169.254.169.254/' })),
    { name: 'SourceRejectedError', code: 'redirect_refused' },
  ],
  [
    'HTML',
    (socket) => socket.write(http('200 OK', '<!doctype html>')),
    { name: 'SourceRejectedError', code: 'unreadable_answer' },
  ],
  ['an empty 200', (socket) => socket.write(http('200 OK', '')), { code: 'unreadable_answer' }],
  ['half JSON', (socket) => socket.write(http('200 OK', '{"data":[{"id"')), { code: 'unreadable_answer' }],
  [
    'JSON without data',
    (socket) => socket.write(http('200 OK', '{"rows":[]}')),
    { code: 'unreadable_answer' },
  ],
  [
    'data that is no list',
    (socket) => socket.write(http('200 OK', '{"data":7}')),
    { code: 'unreadable_answer' },
  ],
  ['too much', (socket) => socket.write(http('200 OK', 'x'.repeat(200_000))), { code: 'unreadable_answer' }],
  [
    'a little gzip that unpacks to a lot',
    (socket) => socket.write(http('200 OK', bomb, gzip)),
    { code: 'unreadable_answer' },
  ],
  ['damaged gzip', (socket) => socket.write(http('200 OK', 'not gzip', gzip)), { code: 'unreadable_answer' }],
  [
    'a packing that nobody asked for',
    (socket) => socket.write(http('200 OK', departments, { 'content-encoding': 'br' })),
    { code: 'unreadable_answer' },
  ],
  [
    'a refusal in their words',
    (socket) =>
      socket.write(http('400 Bad', '{"errors":[{"title":"id invalid uuid","meta":{"field":"id"}}]}')),
    { name: 'SourceRejectedError', status: 400, message: expect.stringContaining('id invalid uuid') },
  ],
  [
    '403',
    (socket) => socket.write(http('403 No', '{"errors":[{"title":"No access"}]}')),
    { code: 'not_permitted' },
  ],
  [
    'a refusal without words',
    (socket) => socket.write(http('418 Tea', '')),
    { name: 'SourceRejectedError', status: 418 },
  ],
]

test.each(failures)('%s', async (_what, answering, expected) => {
  const { source } = open(await serve(answering))
  await expect(source.listDepartments()).rejects.toMatchObject(expected)
})

test('nobody listens', async () => {
  const url = await serve(() => {})
  await new Promise((resolve) => server?.close(resolve))
  await expect(open(url).source.listDepartments()).rejects.toMatchObject({ code: 'network' })
})

test('an answer packed with gzip is read', async () => {
  const url = await serve((socket) => socket.write(http('200 OK', gzipSync(departments), gzip)))
  expect(await open(url).source.listDepartments()).toEqual([{ externalId: 'd', name: 'Depot' }])
})

test('a refused token is refreshed once and the call made again', async () => {
  const url = await serve((socket, request) => {
    const isFresh = request.includes('Bearer after-first')
    socket.write(
      isFresh ? http('200 OK', departments) : http('401 No', '{"errors":[{"title":"Unauthorized"}]}'),
    )
  })
  const { source, refusals } = open(url)
  expect(await source.listDepartments()).toHaveLength(1)
  expect(refusals).toEqual([])
})

test('a fresh token that is refused too needs a person, after two calls', async () => {
  let calls = 0
  const url = await serve((socket) => {
    calls += 1
    socket.write(http('401 No', '{"errors":[{"title":"Unauthorized"}]}'))
  })
  const { source, refusals, tokens } = open(url)
  await expect(source.listDepartments()).rejects.toMatchObject({ name: 'ReconnectNeededError' })
  expect([calls, tokens, refusals.length]).toEqual([2, ['first', 'after-first'], 1])
})

test('a person gets one quick second try, a job does not', async () => {
  let calls = 0
  const url = await serve((socket, _request, turn) => {
    calls += 1
    socket.write(turn === 1 ? http('503 Busy', '') : http('200 OK', departments))
  })
  expect(await open(url, 'person').source.listDepartments()).toHaveLength(1)
  expect(calls).toBe(2)
})

test('a job leaves the second try to the queue', async () => {
  let calls = 0
  const url = await serve((socket) => {
    calls += 1
    socket.write(http('503 Busy', ''))
  })
  await expect(open(url).source.listDepartments()).rejects.toMatchObject({ code: 'server_error' })
  expect(calls).toBe(1)
})

type Slow = { date?: string | undefined; reset?: string | undefined; afterMs: [number, number] }
const theirNow = Date.parse('2031-05-05T10:00:00Z')
const slowAnswers: [string, Slow][] = [
  [
    'a reset by their clock, years ahead of ours',
    {
      date: new Date(theirNow).toUTCString(),
      reset: '2031-05-05T12:00:20.000+0200',
      afterMs: [20_000, 21_100],
    },
  ],
  ['no reset', { afterMs: [10_000, 11_100] }],
  [
    'a reset in the past',
    { date: new Date(theirNow).toUTCString(), reset: '2031-05-05T09:00:00+00:00', afterMs: [500, 1_600] },
  ],
  [
    'a reset far away',
    { date: new Date(theirNow).toUTCString(), reset: '2031-05-06T10:00:00+00:00', afterMs: [65_000, 66_100] },
  ],
  ['a reset that is no instant', { reset: 'soon', afterMs: [10_000, 11_100] }],
]

test.each(slowAnswers)('429 with %s says when to come back', async (_what, { date, reset, afterMs }) => {
  const headers = { ...(date && { date }), ...(reset && { 'x-ratelimit-reset': reset }) }
  const url = await serve((socket) =>
    socket.write(http('429 Slow', '{"errors":[{"title":"Rate limit exceeded"}]}', headers)),
  )
  const { source, limits } = open(url)
  const before = Date.now()
  const problem = await source.listDepartments().then(
    () => undefined,
    (caught) => caught,
  )
  expect(problem).toMatchObject({ name: 'SourceUnavailableError', code: 'rate_limited' })
  const waitMs = problem.retryAt.getTime() - before
  expect(waitMs).toBeGreaterThanOrEqual(afterMs[0])
  expect(waitMs).toBeLessThanOrEqual(afterMs[1] + 500)
  expect(limits).toMatchObject([{ exhausted: true, remaining: 0, resetAt: expect.any(Date) }])
})

test('what is left of the limit is passed on', async () => {
  const url = await serve((socket) =>
    socket.write(http('200 OK', departments, { 'X-RateLimit-Remaining': '17' })),
  )
  const { source, limits } = open(url)
  await source.listDepartments()
  expect(limits).toMatchObject([{ exhausted: false, remaining: 17 }])
})
