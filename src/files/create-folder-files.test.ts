import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolderFiles } from './create-folder-files.ts'
import type { Files } from './files.ts'

let folder: string
let files: Files

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'vorder-files-')), 'files')
  files = createFolderFiles(folder)
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

test('nobody else on the machine can read the folders or the files', async () => {
  await files.put('shared/one', [Buffer.from('secret')])
  const modes = ['', 'shared', 'shared/one'].map((name) => statSync(join(folder, name)).mode & 0o777)
  expect(modes).toEqual([0o700, 0o700, 0o600])
})

test('a kill while the bytes come in leaves nothing under the key', async () => {
  await killWhileWriting('shared/one')
  expect(existsSync(join(folder, 'shared/one'))).toBe(false)
  const [draft = ''] = readdirSync(join(folder, '.drafts'))
  expect(readFileSync(join(folder, '.drafts', draft), 'utf8')).toBe('half')
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to says so', async () => {
  await files.put('shared/one', [Buffer.from('a')])
  chmodSync(join(folder, '.drafts'), 0o500)
  expect(await files.verify()).toMatchObject({ ok: false, code: 'refused' })
  chmodSync(join(folder, '.drafts'), 0o700)
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
