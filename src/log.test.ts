import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }))
  return lines.join('')
}

test('a line is JSON with level, time and message', () => {
  const line = JSON.parse(logged((log) => log.info({ port: 1 }, 'listening')))
  expect(line).toMatchObject({
    level: 'info',
    port: 1,
    msg: 'listening',
    time: expect.stringMatching(/^\d{4}-/),
  })
})

test('the secret of a webhook address never reaches a line', () => {
  const secret = 'q7Zk-very_secret'
  const text = logged((log) => {
    log.info({ req: { url: `/hooks/teamleader/${secret}?x=1` } }, 'request')
    log.error(
      { err: new Error(`POST https://v.example.com/hooks/teamleader/${secret} failed`) },
      `at /hooks/teamleader/${secret}`,
    )
  })
  expect(text).not.toContain(secret)
  expect(text).toContain('/hooks/teamleader/[hidden]?x=1')
})

test('fields and addresses with secrets are hidden', () => {
  const text = logged((log) => {
    log.info({
      headers: { authorization: 'Bearer hunter2', cookie: 'hunter2' },
      body: { tokens: { refresh_token: 'hunter2' } },
    })
    log.warn({ password: 'hunter2', err: new Error('no answer of smtp://me:hunter2@mail:25') })
  })
  expect(text).not.toContain('hunter2')
})

test('of an error a log says what went wrong, and nothing that a library hung on it', () => {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  const cause = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' })
  const error = Object.assign(new Error('the pool failed', { cause }), { client: { host: 'secret-host' } })
  log.error({ err: error }, 'failed')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: { type: 'Error', message: 'the pool failed', cause: { code: 'ECONNREFUSED' } },
  })
  expect(lines.join()).not.toContain('secret-host')
})
