import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import {
  countCalls,
  customersPerInvoice,
  holdDocuments,
  pageSize,
  rowVersions,
  secondsOfRun,
} from './b3-backfill.ts'
import { type Bench, createEnding } from './bench.ts'
import { type ConnectedVorder, startConnectedVorder } from './connected-vorder.ts'
import { type FastClock, nowOf } from './fast-clock.ts'
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts'
import type { Round } from './rounds.ts'

/** What an import may use of the 200 calls a minute: the rest stays free for persons and webhooks. */
const callsAMinute = 0.85 * 200

/**
 * B3 with Teamleader's limit of calls in force, on clocks that both sides share and that run faster than the real one:
 * what a large account costs in calls and minutes, and that nobody is told to slow down.
 */
export const backfillWithinTheLimit: Bench = {
  id: 'B3-LIMIT',
  title: 'backfill within the limit of calls',
  rounds: 1,
  sizes: { invoices: 100_000, timesFaster: 2 },
  aims: [
    { name: 'calls, times the ideal', value: { of: 'vorder', figure: 'callsOverIdeal' }, atMost: 1.05 },

    { name: 'times told to slow down', value: { of: 'vorder', figure: 'refused' }, atMost: 0 },
    {
      name: 'minutes, times what the limit allows',
      value: { of: 'vorder', figure: 'minutesOverIdeal' },
      atMost: 1.5,
    },
    { name: 'invoices missing or double', value: { of: 'vorder', figure: 'wrong' }, atMost: 0 },
    {
      name: 'rows of invoices that the second run wrote',
      value: { of: 'again', figure: 'writtenInvoices' },
      atMost: 0,
    },
    { name: 'peak memory, MB', value: { of: 'vorder', figure: 'maxRssMb' }, atMost: 400 },
  ],
  steady: [],
  async start({ invoices = 0, timesFaster = 1 }) {
    const ending = createEnding()
    const clock: FastClock = { startedAt: Date.now(), timesFaster }
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const now = () => nowOf(clock)
      const teamleader = ending.add(
        await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: 200, webhookMode: 'manual', now }),
      )
      const customers = Math.ceil(invoices * customersPerInvoice)
      teamleader.control.addMany({ invoices, customers })
      const world: World = { postgres, teamleader, clock, invoices, customers }
      return { round: () => measure(world), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = {
  postgres: PrivatePostgres
  teamleader: TeamleaderSandbox
  clock: FastClock
  invoices: number
  customers: number
}

async function measure(world: World): Promise<Round> {
  const vorder = await startConnectedVorder({ ...world, hasCallLimit: true })
  try {
    return { vorder: await importAll(world, vorder), again: await importAgain(world, vorder) }
  } finally {
    await vorder.stop()
  }
}

async function importAll({ teamleader, invoices, customers }: World, vorder: ConnectedVorder) {
  await holdDocuments(vorder)
  teamleader.journal.clear()
  const startedAt = performance.now()
  await vorder.switchOn()
  const minutes = (await secondsOfRun(vorder, 1)) / 60
  const calls = countCalls(teamleader)
  const { maxRssMb } = await vorder.child.ask<{ maxRssMb: number }>({})
  const { rows } = await vorder.database.query<{ count: number }>(
    'select count(*)::int as count from invoices',
  )
  return {
    rowsPerSecond: invoices / ((performance.now() - startedAt) / 1_000),
    minutes,
    minutesOverIdeal: minutes / (calls / callsAMinute),
    calls,
    callsPerInvoice: calls / invoices,
    callsOverIdeal: calls / (Math.ceil(invoices / pageSize) + Math.ceil(customers / pageSize)),
    refused: teamleader.journal.requests({ status: 429 }).length,
    wrong: Math.abs(invoices - (rows[0]?.count ?? 0)),
    maxRssMb,
  }
}

async function importAgain({ teamleader }: World, vorder: ConnectedVorder) {
  const before = await rowVersions(vorder.database)
  teamleader.journal.clear()
  await vorder.visitor.request('POST', `/api/v1/connections/${vorder.connectionId}/reconcile`)
  const minutes = (await secondsOfRun(vorder, 2)) / 60
  const after = await rowVersions(vorder.database)
  const { maxRssMb } = await vorder.child.ask<{ maxRssMb: number }>({})
  return {
    minutes,
    calls: countCalls(teamleader),
    writtenInvoices: [...after].filter((version) => !before.has(version)).length,
    maxRssMb,
  }
}
