import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotFoundError } from '../errors.ts'
import { createFolderFiles } from './create-folder-files.ts'
import type { Files } from './files.ts'

let folder: string
let files: Files

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'vorder-files-')), 'files')
  files = createFolderFiles(folder)
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

test('a file that is not there is said to be absent before a byte is read; removing it twice is fine', async () => {
  await expect(files.open('shared/none')).rejects.toThrow(NotFoundError)
  await files.put('shared/one', [Buffer.from('a')])
  await files.remove('shared/one')
  await files.remove('shared/one')
  await expect(files.open('shared/one')).rejects.toThrow(NotFoundError)
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
  expect(() => files.remove(key)).toThrow('no key')
  expect(existsSync(folder)).toBe(false)
})

test('nobody else on the machine can read the folders or the files', async () => {
  await files.put('shared/one', [Buffer.from('secret')])
  const modes = ['', 'shared', 'shared/one'].map((name) => statSync(join(folder, name)).mode & 0o777)
  expect(modes).toEqual([0o700, 0o700, 0o600])
})

test('a stream that fails leaves the earlier file as it was, and no draft', async () => {
  await files.put('shared/one', [Buffer.from('earlier')])
  async function* failing() {
    yield Buffer.from('half')
    throw new Error('the sender went away')
  }
  await expect(files.put('shared/one', failing())).rejects.toThrow('went away')
  expect(await buffer((await files.open('shared/one')).bytes)).toEqual(Buffer.from('earlier'))
  expect(readdirSync(join(folder, '.drafts'))).toEqual([])
})

test('a kill while the bytes come in leaves nothing under the key; what is left over is taken away a day later', async () => {
  await killWhileWriting('shared/one')
  expect(existsSync(join(folder, 'shared/one'))).toBe(false)
  const [draft = ''] = readdirSync(join(folder, '.drafts'))
  expect(readFileSync(join(folder, '.drafts', draft), 'utf8')).toBe('half')
  const dayAgo = new Date(Date.now() - 24 * 3_600_000)
  expect(await files.removeUnfinished(dayAgo)).toBe(0)
  utimesSync(join(folder, '.drafts', draft), dayAgo, new Date(dayAgo.getTime() - 1_000))
  expect(await files.removeUnfinished(dayAgo)).toBe(1)
  expect(readdirSync(join(folder, '.drafts'))).toEqual([])
})

test('nothing unfinished, because nothing was ever stored: nothing to take away', async () => {
  expect(await files.removeUnfinished(new Date())).toBe(0)
})

test('memory does not grow with the size of the file', async () => {
  const part = Buffer.alloc(1024 * 1024, 'x')
  let most = 0
  async function* large() {
    for (let index = 0; index < 200; index += 1) {
      most = Math.max(most, process.memoryUsage().rss)
      yield part
    }
  }
  const before = process.memoryUsage().rss
  const { sizeBytes } = await files.put('shared/large', large())
  expect(sizeBytes).toBe(200 * 1024 * 1024)
  let read = 0
  for await (const bytes of (await files.open('shared/large')).bytes) {
    read += (bytes as Buffer).length
    most = Math.max(most, process.memoryUsage().rss)
  }
  expect(read).toBe(sizeBytes)
  expect(most - before).toBeLessThan(120 * 1024 * 1024)
})

/** Another process writes half a file and is killed before it has all of it. */
async function killWhileWriting(key: string): Promise<void> {
  const program = `
    import { createFolderFiles } from ${JSON.stringify(join(import.meta.dirname, 'create-folder-files.ts'))}
    async function* half() {
      yield Buffer.from('half')
      console.log('half is written')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    }
    await createFolderFiles(${JSON.stringify(folder)}).put(${JSON.stringify(key)}, half())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const said of child.stdout) if (String(said).includes('half is written')) break
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
