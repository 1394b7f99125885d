import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestContext, type TestContext } from '../../test/support/test-context.ts'
import type { Context } from '../context.ts'
import { createHttpServer, type Door, type HttpServer } from './create-http-server.ts'
import { errorResponses } from './errors.ts'
import { openEventStream } from './event-stream.ts'
import { openApiDocument } from './open-api.ts'

const streamDoor: Door = async (app) => {
  app.get('/api/v1/live', { config: { access: 'public' } }, async (_request, reply) => {
    openEventStream(reply).send({ subjectKind: 'invoice' })
  })
  const schema = { response: { 200: z.object({ ok: z.boolean() }), ...errorResponses } }
  app.post('/api/v1/files', { config: { access: 'public', receivesFiles: true }, schema }, async () => ({
    ok: true,
  }))
  app.post('/api/v1/things', { config: { access: 'public' }, schema }, async () => ({ ok: true }))
}

let world: TestContext
let webFolder: string
let server: HttpServer
let url: string

beforeAll(async () => {
  world = await createTestContext()
  webFolder = mkdtempSync(join(tmpdir(), 'vorder-web-'))
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Vorder</title>')
  writeFileSync(join(webFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(webFolder, 'color-scheme.js'), 'document')
  writeFileSync(join(webFolder, 'assets', 'app-1a2b3c.js'), 'export {}')
  server = await createHttpServer({
    context: world.ctx,
    doors: [streamDoor],
    webFolder,
    receiveTimeoutMs: 400,
  })
  url = await server.listen()
})
afterAll(async () => {
  await server.stop()
  await world.close()
  rmSync(webFolder, { recursive: true })
})

test('every page of the app is its first page, never from a cache; hashed files are kept for ever', async () => {
  const page = await fetch(`${url}/invoices/inv_1?tab=history`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<title>Vorder</title>')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  const script = await fetch(`${url}/assets/app-1a2b3c.js`)
  expect(script.headers.get('cache-control')).toContain('immutable')
  const atTheRoot = await fetch(`${url}/color-scheme.js`)
  expect(atTheRoot.headers.get('cache-control')).toBe('no-cache')
  expect(await atTheRoot.text()).toBe('document')
  expect((await fetch(`${url}/favicon.svg`)).headers.get('content-type')).toContain('image/svg+xml')
})

test('unknown addresses of the API, of files and of hooks are a 404 in JSON, whatever the method', async () => {
  for (const path of [
    '/api/v1/nothing',
    '/assets/old-9f.js',
    '/hooks/x/y',
    '/robots.php',
    '/assets/../package.json',
  ]) {
    const response = await fetch(url + path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
  }
  expect((await fetch(`${url}/invoices`, { method: 'POST' })).status).toBe(404)
})

test('answers carry the headers that keep pages from being framed, sniffed or fed foreign code', async () => {
  const { headers } = await fetch(`${url}/`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.has('strict-transport-security')).toBe(false)
  expect((await fetch(`${url}/api/openapi.json`)).headers.get('cache-control')).toBe('no-store')
})

test('with a public https address browsers are told to stay on https', async () => {
  const context: Context = {
    ...world.ctx,
    config: { ...world.ctx.config, publicUrl: 'https://vorder.example.com' },
  }
  const secure = await createHttpServer({ context, doors: [], webFolder })
  const { headers } = await fetch(`${await secure.listen()}/`)
  await secure.stop()
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('the API describes itself, and its pages load without foreign files', async () => {
  const document = (await openApiDocument(server.app)) as {
    openapi: string
    paths: Record<string, unknown>
    components: { schemas: object }
  }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toContain('/api/v1/things')
  expect(Object.keys(document.paths)).not.toContain('/healthz')
  expect(Object.keys(document.components.schemas)).toContain('Error')
  const docs = await (await fetch(`${url}/api/docs/`)).text()
  expect(docs).not.toMatch(/(src|href)="https?:/)
})

test('a body that trickles in is cut off', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(
    'POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
  )
  let answer = ''
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part
  })
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})

test('a file may come in slowly, as long as it comes; a silence cuts it off', async () => {
  const slow = await sendFile('slow file', 9)
  expect(slow.answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(slow.ms).toBeGreaterThan(800)
  const silent = await sendFile('sil', 9)
  expect(silent.answer).toMatch(/^HTTP\/1\.1 408 /)
})

/** Sends the signs of a file one by one, with a rest between them: it is the time that is tested. */
async function sendFile(signs: string, length: number): Promise<{ answer: string; ms: number }> {
  const startedAt = performance.now()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part
  })
  const head = `POST /api/v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n`
  socket.write(`${head}Connection: close\r\n\r\n`)
  const closed = once(socket, 'close')
  let sent = 0
  const beat = setInterval(() => {
    if (sent === signs.length) clearInterval(beat)
    else socket.write(signs[sent] ?? '')
    sent += 1
  }, 100)
  await closed
  clearInterval(beat)
  return { answer, ms: performance.now() - startedAt }
}

test('noise that is not HTTP is answered 400 and closed', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('NOISE\r\n\r\n')
  let answer = ''
  socket.setEncoding('utf8').on('data', (part) => {
    answer += part
  })
  await once(socket, 'close')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
})

test('a live stream begins at once and ends when the server stops', async () => {
  const other = await createHttpServer({ context: world.ctx, doors: [streamDoor], webFolder })
  const response = await fetch(`${await other.listen()}/api/v1/live`)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('data:')) text += (await reader?.read())?.value ?? ''
  expect(text).toContain('data: {"subjectKind":"invoice"}')
  const stopping = other.stop()
  while (!(await reader?.read())?.done) text = ''
  await stopping
})

test('a stopping server finishes what it began and takes nothing new', async () => {
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const slowDoor: Door = async (app) => {
    app.get('/api/v1/slow', { config: { access: 'public' } }, async () => {
      begun.resolve()
      await mayEnd.promise
      return { ok: true }
    })
  }
  const other = await createHttpServer({ context: world.ctx, doors: [slowDoor], webFolder })
  const otherUrl = await other.listen()
  const answer = fetch(`${otherUrl}/api/v1/slow`)
  await begun.promise
  const stopping = other.stop()
  await expect(fetch(`${otherUrl}/healthz`, { headers: { connection: 'close' } })).rejects.toThrow()
  mayEnd.resolve()
  expect(await (await answer).json()).toEqual({ ok: true })
  await stopping
})

test('a connection whose answer ends while the server stops does not keep it waiting', async () => {
  const file = new PassThrough()
  const fileDoor: Door = async (app) => {
    app.get('/api/v1/file', { config: { access: 'public' } }, (_request, reply) =>
      reply.header('content-length', 2).send(file),
    )
  }
  const other = await createHttpServer({ context: world.ctx, doors: [fileDoor], webFolder })
  file.write('ok')
  const answer = await fetch(`${await other.listen()}/api/v1/file`)
  expect(await answer.text()).toBe('ok')
  const startedAt = performance.now()
  const stopping = other.stop()
  await expect.poll(() => other.app.server.listening).toBe(false)
  file.end()
  await stopping
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

test('a request that never ends does not keep the server from stopping', async () => {
  const begun = Promise.withResolvers<void>()
  const stuckDoor: Door = async (app) => {
    app.get('/api/v1/stuck', { config: { access: 'public' } }, async () => {
      begun.resolve()
      await new Promise(() => {})
    })
  }
  const other = await createHttpServer({
    context: world.ctx,
    doors: [stuckDoor],
    webFolder,
    stopWithinMs: 200,
  })
  const answer = fetch(`${await other.listen()}/api/v1/stuck`).catch(() => 'cut off')
  await begun.promise
  await other.stop()
  expect(await answer).toBe('cut off')
})

test('a route that is open to strangers can have a limit per address', async () => {
  const limitedDoor: Door = async (app) => {
    const config = { access: 'public', rateLimit: { max: 2, timeWindow: 60_000 } } as const
    app.get('/api/v1/limited', { config }, async () => ({ ok: true }))
  }
  const other = await createHttpServer({ context: world.ctx, doors: [limitedDoor], webFolder })
  const otherUrl = await other.listen()
  const statuses = []
  for (let n = 0; n < 3; n++) statuses.push((await fetch(`${otherUrl}/api/v1/limited`)).status)
  const refused = await fetch(`${otherUrl}/api/v1/limited`)
  expect(statuses).toEqual([200, 200, 429])
  expect(await refused.json()).toMatchObject({ error: { code: 'too_many_attempts' } })
  await other.stop()
})

test('the client address comes from a proxy only as far as proxies are expected', async () => {
  const addressDoor: Door = async (app) => {
    app.get('/api/v1/address', { config: { access: 'public' } }, async ({ ip }) => ({ ip }))
  }
  const addressBehind = async (trustedProxies: number) => {
    const context: Context = { ...world.ctx, config: { ...world.ctx.config, trustedProxies } }
    const other = await createHttpServer({ context, doors: [addressDoor], webFolder })
    const headers = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }
    const response = await fetch(`${await other.listen()}/api/v1/address`, { headers })
    await other.stop()
    return ((await response.json()) as { ip: string }).ip
  }
  expect(await addressBehind(0)).toBe('127.0.0.1')
  expect(await addressBehind(1)).toBe('198.51.100.7')
  expect(await addressBehind(2)).toBe('203.0.113.9')
})
