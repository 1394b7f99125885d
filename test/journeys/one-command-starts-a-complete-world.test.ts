// Promise N8: one command starts a complete world (database, sandbox Teamleader with data, mailbox, product)
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createVisitor } from '../../src/cli/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let demo: ChildProcess
let said = ''
let ended: Promise<number | null>

beforeAll(async () => {
  demo = spawn(process.execPath, ['bin/vorder.mjs', 'demo'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  ended = new Promise((resolve) => demo.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString()
      if (said.includes('Ctrl-C')) resolve()
    }
    demo.stdout?.on('data', listen)
    demo.stderr?.on('data', listen)
    demo.once('exit', () => reject(new Error(`The demo ended by itself:\n${said}`)))
  })
}, 120_000)

afterAll(() => {
  demo.kill('SIGKILL')
})

test('it prints three addresses that answer, and a sign-in that works and shows invoices', async () => {
  const [vorder = '', teamleader = '', mailbox = ''] = said.match(/http:\/\/\S+/g) ?? []
  for (const address of [vorder, teamleader, mailbox])
    expect((await fetch(address)).status, address).toBe(200)
  const [, email, password] = /sign in as (\S+) with password (\S+)/.exec(said) ?? []
  const visitor = createVisitor(vorder)
  expect((await visitor.request('POST', '/api/v1/sign-in', { email, password })).status).toBe(204)
  await expect
    .poll(async () => (await visitor.request('GET', '/api/v1/invoices/summary')).body, { timeout: 30_000 })
    .toMatchObject({ counts: { all: expect.toSatisfy((count: number) => count > 20) } })
})

test('Ctrl-C ends everything and leaves nothing behind', async () => {
  const pids = await childrenOf(demo.pid)
  expect(pids.length).toBeGreaterThan(0)
  demo.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([])
}, 30_000)

/** Every process below this one, on systems that tell (Linux). */
async function childrenOf(pid: number | undefined): Promise<number[]> {
  const own = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number)
  const below = await Promise.all(own.map((child) => childrenOf(child)))
  return [...own, ...below.flat()]
}
