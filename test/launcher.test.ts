import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launcher-'))
  cpSync(fileURLToPath(new URL('../bin', import.meta.url)), join(root, 'bin'), { recursive: true })
  write('package.json', '{ "type": "module" }')
  write('npm-cli.js', packageManager)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Stands for npm: notes each call, and leaves what `npm ci` leaves. */
const packageManager = `
const fs = require('node:fs')
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
if (fs.existsSync('npm-is-broken')) process.exit(3)
fs.rmSync('node_modules', { recursive: true, force: true })
fs.mkdirSync('node_modules')
fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
`.replaceAll('require(', 'process.getBuiltinModule(')

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

function lock(version: string, more: object = {}): string {
  return JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, integrity: version }, ...more } })
}

function launch(...args: string[]): ChildProcess {
  return start('bin/run.mjs', ...args)
}

function start(...args: string[]): ChildProcess {
  const env = { ...process.env, npm_execpath: join(root, 'npm-cli.js') }
  return spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' })
}

async function outcomeOf(
  child: ChildProcess,
): Promise<{ code: number | null; signal: string | null; out: string }> {
  let out = ''
  child.stdout?.on('data', (text) => {
    out += text
  })
  const [code, signal] = await once(child, 'close')
  return { code, signal, out }
}

function npmCalls(): number {
  const file = join(root, 'npm-calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0
}

describe('the program', () => {
  test('gets its arguments, runs as TypeScript, and its exit code is passed on', async () => {
    write('a.ts', 'const n: number = 7\nconsole.log(process.argv.slice(2).join("|"))\nprocess.exitCode = n\n')
    expect(await outcomeOf(launch('a.ts', 'one two', '--three'))).toMatchObject({
      code: 7,
      out: 'one two|--three\n',
    })
  })

  test('hears the signal, ends in its own way, and leaves no process behind', async () => {
    const waits = 'const t = setInterval(() => {}, 1000)\n'
    write(
      'a.ts',
      `${waits}process.on('SIGTERM', () => { clearInterval(t); process.exitCode = 9 })\nconsole.log(process.pid)\n`,
    )
    const child = launch('a.ts')
    const ended = outcomeOf(child)
    const [pid] = await once(child.stdout ?? child, 'data')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(9)
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
  })

  test('that dies by a signal makes the launcher die by it', async () => {
    write('a.ts', "process.kill(process.pid, 'SIGKILL')\n")
    expect(await outcomeOf(launch('a.ts'))).toMatchObject({ code: null, signal: 'SIGKILL' })
  })
})

describe('the demo', () => {
  beforeEach(() => write('src/main.ts', 'console.log("demo")\n'))

  test('starts after the browser app is built', async () => {
    write('scripts/build-web.ts', "import { writeFileSync } from 'node:fs'\nwriteFileSync('built', '')\n")
    expect(await outcomeOf(start('bin/vorder.mjs', 'demo'))).toMatchObject({ code: 0, out: 'demo\n' })
    expect(existsSync(join(root, 'built'))).toBe(true)
  })

  test('does not start when that fails', async () => {
    write('scripts/build-web.ts', 'process.exitCode = 2\n')
    expect(await outcomeOf(start('bin/vorder.mjs', 'demo'))).toMatchObject({ code: 1, out: '' })
  })
})

describe('the packages', () => {
  beforeEach(() => write('a.ts', 'console.log("ran")\n'))

  test('are installed once, and again when the lockfile changes', async () => {
    write('package-lock.json', lock('1.0.0'))
    expect(await outcomeOf(launch('a.ts'))).toMatchObject({ code: 0, out: 'ran\n' })
    await outcomeOf(launch('a.ts'))
    expect(npmCalls()).toBe(1)
    write('package-lock.json', lock('1.0.1'))
    await outcomeOf(launch('a.ts'))
    expect(npmCalls()).toBe(2)
  })

  test('that someone installed by hand are taken as they are', async () => {
    write(
      'package-lock.json',
      lock('1.0.0', { 'node_modules/other-platform': { version: '1', optional: true } }),
    )
    write('node_modules/.package-lock.json', lock('1.0.0'))
    expect(await outcomeOf(launch('a.ts'))).toMatchObject({ code: 0 })
    expect(npmCalls()).toBe(0)
  })

  test('without those for development are completed for a program that needs them', async () => {
    write('package-lock.json', lock('1.0.0', { 'node_modules/test-tool': { version: '1', dev: true } }))
    write('node_modules/.package-lock.json', lock('1.0.0'))
    write('src/main.ts', 'console.log("served")\n')
    expect(await outcomeOf(start('bin/vorder.mjs', 'serve'))).toMatchObject({ code: 0, out: 'served\n' })
    expect(npmCalls()).toBe(0)
    await outcomeOf(launch('a.ts'))
    expect(npmCalls()).toBe(1)
  })

  test('that cannot be installed stop the start', async () => {
    write('package-lock.json', lock('1.0.0'))
    write('npm-is-broken', '')
    expect(await outcomeOf(launch('a.ts'))).toMatchObject({ code: 1, out: '' })
  })
})
