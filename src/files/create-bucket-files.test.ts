import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startBucket, type TestBucket } from '../../test/support/start-bucket.ts'
import { readConfig } from '../config.ts'
import { createFiles } from './create-files.ts'
import type { Files } from './files.ts'

let server: TestBucket
let folder: string

beforeAll(async () => {
  server = await startBucket()
})
afterAll(() => server.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vorder-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function filesWith(settings: Record<string, string>): Files {
  return createFiles(readConfig({ ...server.settings, VORDER_FILES_FOLDER: folder, ...settings }))
}

test.each([
  [{ VORDER_FILES_BUCKET: 'no-such-bucket' }, 'correct VORDER_FILES_BUCKET'],
  [{ VORDER_FILES_ACCESS_KEY_ID: 'NOBODY' }, 'correct VORDER_FILES_ACCESS_KEY_ID'],
  [{ VORDER_FILES_SECRET_ACCESS_KEY: 'wrong' }, 'correct VORDER_FILES_SECRET_ACCESS_KEY'],
])('%o is refused in words that name the setting', async (wrong, remedy) => {
  const files = filesWith(wrong)
  const check = await files.verify()
  expect(check).toMatchObject({ ok: false, code: 'refused', detail: expect.stringContaining(remedy) })
  await expect(files.put('shared/one', [Buffer.from('a')])).rejects.toMatchObject({
    name: 'SourceRejectedError',
    code: 'files_refused',
    message: expect.stringContaining(remedy),
  })
})

test('nobody who answers is an outage, not a refusal', async () => {
  const files = filesWith({ VORDER_FILES_ENDPOINT: 'http://127.0.0.1:1' })
  expect(await files.verify()).toMatchObject({ ok: false, code: 'unreachable' })
  await expect(files.open('shared/one')).rejects.toMatchObject({ code: 'files_unavailable' })
  expect(readdirSync(join(folder, '.drafts'))).toEqual([])
})

test('a connection that breaks in the middle of an upload is made again, and the file is whole', async () => {
  const cutter = await startCutter(1)
  const files = filesWith({ VORDER_FILES_ENDPOINT: cutter.url })
  const bytes = Buffer.alloc(3_000_000, 'x')
  expect(await files.put('shared/cut', [bytes])).toMatchObject({ sizeBytes: bytes.length })
  expect(cutter.cuts()).toBe(1)
  expect((await buffer((await filesWith({}).open('shared/cut')).bytes)).equals(bytes)).toBe(true)
  await cutter.stop()
})

test('an upload that breaks each time is given up, and nothing of it stays here', async () => {
  const cutter = await startCutter(Infinity)
  const files = filesWith({ VORDER_FILES_ENDPOINT: cutter.url })
  const put = files.put('shared/lost', [Buffer.alloc(3_000_000, 'x')])
  await expect(put).rejects.toMatchObject({ code: 'files_unavailable' })
  expect(cutter.cuts()).toBe(3)
  expect(readdirSync(join(folder, '.drafts'))).toEqual([])
  await cutter.stop()
})

test('the key and its secret stand in no error and in no description of the settings', async () => {
  const secret = 'a-secret-that-must-not-show'
  const config = readConfig({ ...server.settings, VORDER_FILES_SECRET_ACCESS_KEY: secret })
  expect(JSON.stringify(config)).not.toContain(secret)
  expect(JSON.stringify(await filesWith({ VORDER_FILES_SECRET_ACCESS_KEY: secret }).verify())).not.toContain(
    secret,
  )
})

/** Stands before the bucket and breaks the first connections after a megabyte. */
async function startCutter(times: number) {
  const target = Number(new URL(server.settings.VORDER_FILES_ENDPOINT ?? '').port)
  const open = new Set<Socket>()
  let cuts = 0
  const proxy = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    let passed = 0
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    far.pipe(near)
    near.on('data', (part) => {
      passed += part.length
      if (cuts < times && passed > 1_000_000 && !near.destroyed) {
        cuts += 1
        near.destroy()
      } else far.write(part)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cuts: () => cuts,
    async stop() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
