import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { listConnections } from '../connections/index.ts'
import { forAllCreditors } from '../context.ts'
import { findBrokenPromises } from '../imports/index.ts'
import type { Environment } from './environment.ts'

type Line = { ok: boolean; text: string }

/**
 * Checks what an operator can mend: settings, database, connections, mail, parked jobs and the promises that the data
 * must keep. Each line is ok or says what to do; the exit code is 1 when something is not ok. Changes nothing and
 * may run beside `vorder serve`.
 */
export async function doctor(env: Environment): Promise<void> {
  const config = readConfig(env)
  const app = await createApp({ ...config, logLevel: 'silent' })
  try {
    const lines: Line[] = [{ ok: true, text: 'settings are readable' }]
    await app.ctx.database.ping()
    lines.push({ ok: true, text: 'database answers and its tables are up to date' })
    lines.push(
      ...(await checkConnections(app)),
      await checkMailServer(app),
      await checkFiles(app),
      ...(await checkJobs(app)),
    )
    for (const { promise, count } of await findBrokenPromises(forAllCreditors(app.ctx))) {
      lines.push({
        ok: count === 0,
        text: count === 0 ? promise : `${promise}: broken ${count} times; keep the data and report it`,
      })
    }
    for (const line of lines) process.stdout.write(`${line.ok ? 'ok  ' : 'mend'} ${line.text}\n`)
    if (lines.some((line) => !line.ok)) process.exitCode = 1
  } finally {
    await app.stop()
  }
}

type OpenApp = Awaited<ReturnType<typeof createApp>>

async function checkConnections(app: OpenApp): Promise<Line[]> {
  const connections = await listConnections(forAllCreditors(app.ctx))
  if (connections.length === 0)
    return [{ ok: false, text: 'no Teamleader account is connected: Settings, Integrations, Connect' }]
  return connections.map(({ accountName, state, hookProblem }) => {
    if (state === 'reconnect_needed')
      return { ok: false, text: `${accountName}: connect again in Settings, Integrations` }
    if (hookProblem)
      return {
        ok: false,
        text: `${accountName}: webhooks could not be registered (${hookProblem}); Vorder tries again`,
      }
    return { ok: true, text: `${accountName}: ${state}` }
  })
}

const verbs = { refused: 'refuses', unreachable: 'does not answer' } as const

async function checkMailServer(app: OpenApp): Promise<Line> {
  const check = await app.ctx.mail.verify()
  if (check.ok) return { ok: true, text: 'mail server lets us in' }
  if (check.code === 'not_set_up') return { ok: false, text: `mail: ${check.detail}, so nothing is mailed` }
  return { ok: false, text: `mail: the server of VORDER_SMTP_URL ${verbs[check.code]}: ${check.detail}` }
}

async function checkFiles(app: OpenApp): Promise<Line> {
  const check = await app.ctx.files.verify()
  const { filesBucket } = app.ctx.config
  if (check.ok)
    return { ok: true, text: filesBucket ? `bucket ${filesBucket.name} keeps files` : 'folder keeps files' }
  return { ok: false, text: `files: ${check.detail}` }
}

async function checkJobs(app: OpenApp): Promise<Line[]> {
  await app.jobs.start()
  const parked = await app.jobs.parked()
  if (parked.length === 0) return [{ ok: true, text: 'no job is parked' }]
  return parked.map((job) => ({
    ok: false,
    text: `job ${job.name} is parked since ${job.parkedAt.toISOString()}: ${job.problem}`,
  }))
}
