import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { createVisitor, type Visitor } from '../src/cli/index.ts'
import type { TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Child, startChild } from './child.ts'
import type { FastClock } from './fast-clock.ts'
import { freePort } from './free-port.ts'
import type { PrivatePostgres } from './private-postgres.ts'
import { until } from './until.ts'

export type ConnectedVorder = {
  child: Child
  url: string
  visitor: Visitor
  connectionId: string
  /** Where the sandbox sends its webhooks. */
  hookUrl: string
  /** Sees every row. */
  database: pg.Client
  /** Switches automatic import on, which starts to look through all that the CRM has. */
  switchOn(): Promise<void>
  stop(): Promise<void>
}

export type ConnectedVorderInput = {
  postgres: PrivatePostgres
  teamleader: TeamleaderSandbox
  hasCallLimit?: boolean
  clock?: FastClock
  /** Next to those that it needs. */
  settings?: Record<string, string>
}

/** Starts Vorder on a fresh database in a process of its own, signs up and connects it, as a person would. */
export async function startConnectedVorder(input: ConnectedVorderInput): Promise<ConnectedVorder> {
  const { postgres, teamleader, hasCallLimit = false, clock } = input
  const databaseUrl = await postgres.createMigrated()
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-bench-'))
  const own = { ...settingsFor(teamleader), ...input.settings }
  const settings = { ...own, DATABASE_URL: databaseUrl, VORDER_DATA_FOLDER: dataFolder }
  const port = String(await freePort())
  const child = await startChild('process-vorder.ts', {
    settings: { ...settings, VORDER_PORT: port, VORDER_PUBLIC_URL: `http://127.0.0.1:${port}` },
    hasCallLimit,
    ...(clock && { clock }),
  })
  const url = String(child.ready.url)
  const visitor = createVisitor(url)
  const database = await postgres.connect(databaseUrl)
  const connectionId = await signUpAndConnect(visitor, url)
  const vorder: ConnectedVorder = {
    child,
    url,
    visitor,
    connectionId,
    hookUrl: '',
    database,
    async switchOn() {
      const options = { importInvoicesAutomatically: true, updateCustomersAutomatically: true }
      await must(visitor.request('PATCH', `/api/v1/connections/${connectionId}`, options))
      vorder.hookUrl = await until('a registered webhook', async () => registeredAt(teamleader, port))
    },
    async stop() {
      await database.end()
      await child.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
  return vorder
}

function settingsFor(teamleader: TeamleaderSandbox): Record<string, string> {
  return {
    TEAMLEADER_AUTHORIZE_URL: teamleader.authorizeUrl,
    TEAMLEADER_TOKEN_URL: teamleader.tokenUrl,
    TEAMLEADER_API_URL: teamleader.apiUrl,
    TEAMLEADER_CLIENT_ID: teamleader.clientId,
    TEAMLEADER_CLIENT_SECRET: teamleader.clientSecret,
  }
}

async function signUpAndConnect(visitor: Visitor, url: string): Promise<string> {
  const who = { name: 'Ann', email: 'ann@example.com', password: 'a long enough password', language: 'en' }
  const business = { name: 'Atelier Demeyer', iban: null, senderEmail: null }
  await must(visitor.request('POST', '/api/v1/first-run', { ...who, business }))
  const back = new URL(await visitor.connectTeamleader(), url)
  const connectionId = back.searchParams.get('connected')
  if (!connectionId) throw new Error(`Connecting failed: ${back.search}`)
  return connectionId
}

async function must(answer: ReturnType<Visitor['request']>): Promise<void> {
  const { status, body } = await answer
  if (status >= 400) throw new Error(`Vorder answered ${status} ${JSON.stringify(body)}`)
}

function registeredAt(teamleader: TeamleaderSandbox, port: string): string | undefined {
  return teamleader.control.webhooks.registered().find(({ url }) => url.includes(`:${port}/`))?.url
}

/** Switching on looks through the CRM once; that is no part of what is measured. */
export function firstLookDone({ database }: ConnectedVorder): Promise<true> {
  return until('the first look through the CRM', async () => {
    const { rows } = await database.query(`select 1 from import_runs where state = 'finished'`)
    return rows.length > 0 ? true : undefined
  })
}
