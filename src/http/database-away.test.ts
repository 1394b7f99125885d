import { connect, createServer, type Server, type Socket } from 'node:net'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { connectDatabase } from '../db/index.ts'
import { createHttpServer, type Door, type HttpServer } from './create-http-server.ts'

const door: Door = async (app) => {
  app.get('/api/v1/things', { config: { access: 'public' } }, async ({ ctx }) => {
    await ctx.database.ping()
    return { ok: true }
  })
}

/** A wire to the database that can be cut and mended. */
type Wire = { port: number; cut: () => void; mend: () => void; close: () => void }

let world: TestContext
let wire: Wire
let database: Awaited<ReturnType<typeof connectDatabase>>
let server: HttpServer
let url: string

beforeAll(async () => {
  world = await createTestContext()
  const { host, port, user, password, database: name } = await whereIs(world.ctx.database.owner)
  wire = await openWire(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
  const connection = { host: '127.0.0.1', port: wire.port, user, password, database: name }
  database = await connectDatabase(connection, world.ctx.log)
  server = await createHttpServer({
    context: { ...world.ctx, database },
    doors: [door],
    webFolder: '/nonexistent',
  })
  url = await server.listen()
})
afterAll(async () => {
  wire.mend()
  await server.stop()
  await database.close()
  wire.close()
  await world.close()
})

async function whereIs(pool: pg.Pool) {
  const client = await pool.connect()
  const { host, port, user, password, database: name } = client
  client.release()
  return { host, port, user: user ?? '', password: password ?? '', database: name ?? '' }
}

async function openWire(target: { path: string } | { host: string; port: number }): Promise<Wire> {
  const sockets = new Set<Socket>()
  let isCut = false
  const between: Server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(target)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => void [near, far].map((end) => end.destroy()))
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  return {
    port: (between.address() as { port: number }).port,
    cut: () => {
      isCut = true
      destroyAll()
    },
    mend: () => {
      isCut = false
    },
    close: () => {
      destroyAll()
      between.close()
    },
  }
}

test('while the database is away the process lives, is not ready, and callers are told to wait', async () => {
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(`${url}/api/v1/things`)).status).toBe(200)

  wire.cut()
  expect((await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  const refused = await fetch(`${url}/api/v1/things`)
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ error: { code: 'database_unavailable' } })
  const withCookie = await fetch(`${url}/api/v1/things`, { headers: { cookie: 'vorder-session=a.b' } })
  expect(withCookie.status).toBe(503)

  wire.mend()
  // It heals by itself; how soon depends on how busy the machine is.
  const statusOf = async (path: string) => (await fetch(`${url}${path}`)).status
  await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toBe(200)
  await expect.poll(() => statusOf('/api/v1/things'), { timeout: 10_000 }).toBe(200)
})
