import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type Child, startChild } from './child.ts'
import { type ConnectedVorder, firstLookDone, startConnectedVorder } from './connected-vorder.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import type { LoadRequest, LoadResult } from './process-load.ts'
import type { ResourceUse } from './resource-use.ts'
import type { Figures } from './rounds.ts'
import { until } from './until.ts'

const large = 3_800
const small = 200
const customersPerInvoice = 0.4

/** B1: how many webhooks a second are accepted for good, and how many become what they are about. */
export const ingest: Bench = {
  id: 'B1',
  title: 'webhook ingest',
  rounds: 3,
  sizes: { vorder: 4_000, bare: 20_000, groupCommit: 8_000, stripe: 2_000, crowd: 256 },
  aims: [
    {
      name: 'accepted a second, times stripe-sync-engine (3.8 kB)',
      value: { of: 'vorder', figure: 'acceptedPerSecond' },
      over: { of: 'stripe', figure: 'acceptedPerSecond' },
      atLeast: 4,
    },
    {
      name: 'accepted a second, times node http + JSON.parse (3.8 kB)',
      value: { of: 'vorder', figure: 'acceptedPerSecond' },
      over: { of: 'bare', figure: 'acceptedPerSecond' },
      atLeast: 0.25,
    },
    {
      name: 'processed a second, times stripe-sync-engine',
      value: { of: 'vorder', figure: 'processedPerSecond' },
      over: { of: 'stripe', figure: 'acceptedPerSecond' },
      atLeast: 1,
    },
    { name: 'p99 ms, 32 connections, 3.8 kB', value: { of: 'vorder', figure: 'p99' }, atMost: 25 },
    { name: 'p99 ms, 32 connections, 0.2 kB', value: { of: 'vorderSmall', figure: 'p99' }, atMost: 25 },
    { name: 'p99 ms, 256 connections, 0.2 kB', value: { of: 'vorderCrowd', figure: 'p99' }, atMost: 80 },
    ...['vorder', 'vorderSmall', 'vorderCrowd'].map((of) => ({
      name: `accepted but lost (${of})`,
      value: { of, figure: 'lost' },
      atMost: 0,
      for: 'every round' as const,
    })),
  ],
  steady: ['bare', 'groupCommit', 'stripe'].map((of) => ({ of, figure: 'acceptedPerSecond' })),
  async start(sizes) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null }))
      const load = ending.add(await startChild('process-load.ts'))
      const bare = ending.add(await startChild('process-bare-http.ts'))
      const databaseUrl = await postgres.createEmpty()
      const group = ending.add(await startChild('process-group-commit.ts', { databaseUrl }))
      const stripeUrl = await postgres.createEmpty()
      const stripe = ending.add(await startChild('process-stripe-sync.ts', { databaseUrl: stripeUrl }))
      const vorder = ending.add(await startConnectedVorder({ postgres, teamleader }))
      await vorder.switchOn()
      await firstLookDone(vorder)
      const world: World = { teamleader, load, bare, group, stripe, vorder }
      await measureAll(world, { vorder: 300, bare: 1_000, groupCommit: 500, stripe: 300, crowd: 64 }, 'warm')
      return {
        round: (number) => measureAll(world, sizes, `r${number}`),
        stop: ending.stop,
      }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = {
  teamleader: TeamleaderSandbox
  load: Child
  bare: Child
  group: Child
  stripe: Child
  vorder: ConnectedVorder
}
type Sizes = Readonly<Record<string, number>>

async function measureAll(world: World, sizes: Sizes, name: string) {
  const { bare, group, stripe } = world
  const count = (size: string) => sizes[size] ?? 0
  const fireAt = async (server: Child, ids: string[], kind: LoadRequest['kind'] = 'teamleader') => {
    const before = await server.ask<ResourceUse>({})
    const { startedAt: _, ...figures } = await fire(world, { url: String(server.ready.url), ids, kind })
    return { ...figures, ...perEventOf(before, await server.ask<ResourceUse>({}), ids.length) }
  }
  return {
    bare: await fireAt(bare, idsOf(name, count('bare'))),
    vorder: await fireAtVorder(world, { count: count('vorder'), bytes: large }),
    groupCommit: await fireAt(group, idsOf(name, count('groupCommit'))),
    vorderSmall: await fireAtVorder(world, { count: count('vorder'), bytes: small }),
    stripe: await fireAt(stripe, idsOf(name, count('stripe')), 'stripe'),
    vorderCrowd: await fireAtVorder(world, {
      count: count('vorder'),
      bytes: small,
      connections: count('crowd'),
    }),
  }
}

function idsOf(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}_${at}`)
}

type Shot = Partial<LoadRequest> & Pick<LoadRequest, 'url' | 'ids' | 'kind'>

async function fire(world: World, shot: Shot) {
  const request = { bytes: large, connections: 32, ...shot, accountId: world.teamleader.account.id }
  const { accepted, refused, startedAt, seconds, p50, p99 } = await world.load.ask<LoadResult>(request)
  if (refused > 0) throw new Error(`${refused} of ${accepted + refused} requests were refused`)
  return { acceptedPerSecond: accepted / seconds, p50, p99, startedAt }
}

type VorderShot = { count: number; bytes: number; connections?: number }

/** Events about invoices that exist: each has to become an invoice, or it counts as lost. */
async function fireAtVorder(world: World, { count, bytes, connections = 32 }: VorderShot): Promise<Figures> {
  const { vorder, teamleader } = world
  const customers = Math.ceil(count * customersPerInvoice)
  const { invoiceIds } = teamleader.control.addMany({ invoices: count, customers })
  const shot = { url: vorder.hookUrl, ids: invoiceIds, kind: 'teamleader' as const, bytes, connections }
  const before = await vorder.child.ask<ResourceUse>({})
  const { startedAt, ...accepted } = await fire(world, shot)
  await until('the events to be processed', () => nothingWaits(vorder))
  const processedPerSecond = count / ((Date.now() - (startedAt ?? 0)) / 1_000)
  const imported = await countImported(vorder, invoiceIds)
  const use = perEventOf(before, await vorder.child.ask<ResourceUse>({}), count)
  return { ...accepted, processedPerSecond, lost: count - imported, ...use }
}

/** Of Vorder it holds accepting and processing, like that of stripe-sync-engine; the database's own time is in neither. */
function perEventOf(before: ResourceUse, after: ResourceUse, count: number) {
  return {
    maxRssMb: after.maxRssMb,
    cpuMicrosPerEvent: ((after.cpuSeconds - before.cpuSeconds) * 1_000_000) / count,
  }
}

async function nothingWaits({ database }: ConnectedVorder): Promise<true | undefined> {
  const { rows } = await database.query(`select 1 from webhook_events where state = 'pending' limit 1`)
  return rows.length === 0 ? true : undefined
}

async function countImported({ database }: ConnectedVorder, invoiceIds: readonly string[]): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'select count(*)::int as count from invoices where external_id = any($1)',
    [invoiceIds],
  )
  return rows[0]?.count ?? 0
}
