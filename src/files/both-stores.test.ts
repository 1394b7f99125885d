import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startBucket, type TestBucket } from '../../test/support/start-bucket.ts'
import { readConfig } from '../config.ts'
import { NotFoundError } from '../errors.ts'
import { createFiles } from './create-files.ts'
import type { Files } from './files.ts'

describe.each(['folder', 'bucket'] as const)('files in a %s', (kind) => {
  let server: TestBucket | undefined
  let folder: string
  let files: Files

  beforeAll(async () => {
    if (kind === 'bucket') server = await startBucket()
  })
  afterAll(() => server?.stop())
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'vorder-files-')), 'files')
    files = createFiles(readConfig({ ...server?.settings, VORDER_FILES_FOLDER: folder }))
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  test('what is stored comes back byte for byte, counted and hashed on the way', async () => {
    const parts = [Buffer.from([0, 255, 13, 10]), Buffer.from('één'), Buffer.alloc(0)]
    const stored = await files.put('shared/one', parts)
    const whole = Buffer.concat(parts)
    expect(stored).toEqual({ sizeBytes: 9, sha256: createHash('sha256').update(whole).digest('hex') })
    const opened = await files.open('shared/one')
    expect(opened.sizeBytes).toBe(9)
    expect(await buffer(opened.bytes)).toEqual(whole)
  })

  test('a file without a byte is a file', async () => {
    expect(await files.put('shared/empty', [])).toMatchObject({ sizeBytes: 0 })
    const { bytes, sizeBytes } = await files.open('shared/empty')
    expect({ sizeBytes, read: (await buffer(bytes)).length }).toEqual({ sizeBytes: 0, read: 0 })
  })

  test('what is stored a second time under a key takes the place of the first', async () => {
    await files.put('shared/two', [Buffer.from('a longer first text')])
    await files.put('shared/two', [Buffer.from('second')])
    expect(await buffer((await files.open('shared/two')).bytes)).toEqual(Buffer.from('second'))
  })

  test('a file that is not there is said to be absent before a byte is read; removing it twice is fine', async () => {
    await expect(files.open('shared/none')).rejects.toThrow(NotFoundError)
    await files.put('shared/three', [Buffer.from('a')])
    await files.remove('shared/three')
    await files.remove('shared/three')
    await expect(files.open('shared/three')).rejects.toThrow(NotFoundError)
  })

  test.each([
    '../outside',
    'shared/../../outside',
    '/etc/passwd',
    'shared/',
    'shared//one',
    'shared',
    'shared/..',
    'shared\\..\\one',
    'shared/one\0',
    'shared/%2e%2e/one',
    'Shared/One',
    '.drafts/one',
    '',
  ])('%j is no key: nothing is written, read or removed', async (key) => {
    await expect(files.put(key, [Buffer.from('x')])).rejects.toThrow('no key')
    await expect(files.open(key)).rejects.toThrow('no key')
    await expect(files.remove(key)).rejects.toThrow('no key')
    expect(existsSync(folder)).toBe(false)
  })

  test('a stream that fails leaves the earlier file as it was, and no draft', async () => {
    await files.put('shared/four', [Buffer.from('earlier')])
    async function* failing() {
      yield Buffer.from('half')
      throw new Error('the sender went away')
    }
    await expect(files.put('shared/four', failing())).rejects.toThrow('went away')
    expect(await buffer((await files.open('shared/four')).bytes)).toEqual(Buffer.from('earlier'))
    expect(readdirSync(join(folder, '.drafts'))).toEqual([])
  })

  test('what a kill left over is taken away a day later, and nothing that is younger', async () => {
    expect(await files.removeUnfinished(new Date())).toBe(0)
    await files.put('shared/five', [Buffer.from('a')])
    const draft = join(folder, '.drafts', 'left-over')
    writeFileSync(draft, 'half')
    const dayAgo = new Date(Date.now() - 24 * 3_600_000)
    expect(await files.removeUnfinished(dayAgo)).toBe(0)
    utimesSync(draft, dayAgo, new Date(dayAgo.getTime() - 1_000))
    expect(await files.removeUnfinished(dayAgo)).toBe(1)
    expect(existsSync(draft)).toBe(false)
    expect(await buffer((await files.open('shared/five')).bytes)).toEqual(Buffer.from('a'))
  })

  test('the place says that it takes files, and keeps none for saying so', async () => {
    expect(await files.verify()).toEqual({ ok: true })
    expect(readdirSync(join(folder, '.drafts'))).toEqual([])
  })

  test('memory does not grow with the size of the file', async () => {
    const megabytes = 120
    const part = Buffer.alloc(1024 * 1024, 'x')
    let most = 0
    async function* large() {
      for (let index = 0; index < megabytes; index += 1) {
        most = Math.max(most, process.memoryUsage().arrayBuffers)
        yield part
      }
    }
    const before = process.memoryUsage().arrayBuffers
    const { sizeBytes } = await files.put('shared/large', large())
    expect(sizeBytes).toBe(megabytes * part.length)
    let read = 0
    for await (const bytes of (await files.open('shared/large')).bytes) {
      read += (bytes as Buffer).length
      most = Math.max(most, process.memoryUsage().arrayBuffers)
    }
    expect(read).toBe(sizeBytes)
    expect(most - before).toBeLessThan(90 * 1024 * 1024)
  })
})
