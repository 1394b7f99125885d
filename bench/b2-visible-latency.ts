import { setTimeout as wait } from 'node:timers/promises'
import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { type Bench, createEnding } from './bench.ts'
import { type Child, startChild } from './child.ts'
import { type ConnectedVorder, firstLookDone, startConnectedVorder } from './connected-vorder.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import type { LoadResult } from './process-load.ts'
import { type Figures, spreadOf } from './rounds.ts'
import { until } from './until.ts'

const upstreamMs = 100
/** A list call for the invoice, one for its customer: less cannot be asked. */
const roundTrips = 2
const everyMs = 200
const pollMs = 10
const callsPerMinute = 200
const pageSize = 100
const customersPerInvoice = 0.4

/** B2: from the webhook to the invoice in the list that a bookkeeper looks at. */
export const visibleLatency: Bench = {
  id: 'B2',
  title: 'visible latency',
  rounds: 3,
  sizes: { events: 100, burst: 1_000 },
  aims: [
    {
      name: 'p50 from webhook to list, times two round trips to Teamleader',
      value: { of: 'vorder', figure: 'p50' },
      over: { of: 'upstream', figure: 'p50' },
      atMost: 2.5,
    },
    { name: 'p95 from webhook to list, ms', value: { of: 'vorder', figure: 'p95' }, atMost: 1_500 },
    {
      name: 'a burst under the limit of 200 calls a minute, times the ideal time',
      value: { of: 'burst', figure: 'seconds' },
      over: { of: 'burst', figure: 'idealSeconds' },
      atMost: 1.2,
    },
    {
      name: 'calls of the burst, times the ideal',
      value: { of: 'burst', figure: 'calls' },
      over: { of: 'burst', figure: 'idealCalls' },
      atMost: 1.5,
    },
    {
      name: 'refused calls (429)',
      value: { of: 'burst', figure: 'refused' },
      atMost: 0,
      for: 'every round',
    },
  ],
  steady: [{ of: 'upstream', figure: 'p50' }],
  async start(sizes) {
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(
        await startTeamleaderSandbox({
          seed: 'empty',
          rateLimitPerMinute: null,
          webhookMode: 'manual',
          latencyMs: upstreamMs,
        }),
      )
      const load = ending.add(await startChild('process-load.ts'))
      const vorder = ending.add(await startConnectedVorder({ postgres, teamleader }))
      await vorder.switchOn()
      // The limit is counted from the start; the first minute of each burst is its own.
      const limited: World = { teamleader, load, vorder }
      await measureEvents(limited, 5)
      return {
        round: async () => ({
          vorder: await measureEvents(limited, sizes.events ?? 0),
          upstream: await measureUpstream(teamleader),
          burst: await measureBurst({ postgres, load }, sizes.burst ?? 0),
        }),
        stop: ending.stop,
      }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = { teamleader: TeamleaderSandbox; load: Child; vorder: ConnectedVorder }

/** Five events a second, each about a new invoice of a new customer; each is looked for from then on. */
async function measureEvents({ teamleader, vorder }: World, count: number): Promise<Figures> {
  const waits: Promise<number>[] = []
  for (let event = 0; event < count; event += 1) {
    const due = wait(everyMs)
    waits.push(timeToVisible(teamleader, vorder))
    await due
  }
  const all = (await Promise.all(waits)).sort((a, b) => a - b)
  return {
    p50: spreadOf(all).median,
    p95: all[Math.ceil(all.length * 0.95) - 1] ?? 0,
    slowest: all.at(-1) ?? 0,
  }
}

async function timeToVisible(teamleader: TeamleaderSandbox, vorder: ConnectedVorder): Promise<number> {
  const { control, account } = teamleader
  const company = control.addCompany({ silent: true, name: `Bedrijf ${crypto.randomUUID()}` })
  const invoice = control.addInvoice({ silent: true, customer: { type: 'company', id: company.id } })
  const body = JSON.stringify({
    subject: { type: 'invoice', id: invoice.id },
    type: 'invoice.booked',
    account: { type: 'account', id: account.id },
  })
  const sentAt = performance.now()
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(vorder.hookUrl, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`The webhook was answered ${answer.status}`)
  await until('the invoice in the list', () => isListed(vorder, company.name), { everyMs: pollMs })
  return performance.now() - sentAt
}

/** The list as the browser asks for it, searched for the customer's name. */
async function isListed({ visitor }: ConnectedVorder, customerName: string): Promise<true | undefined> {
  const word = customerName.split(' ').at(-1) ?? ''
  const { body } = await visitor.request('GET', `/api/v1/invoices?limit=50&q=${word}`)
  return (body as { items: unknown[] }).items.length > 0 ? true : undefined
}

/** The same two calls without Vorder: what nobody can be faster than. */
async function measureUpstream({ apiUrl, control }: TeamleaderSandbox): Promise<Figures> {
  const headers = {
    authorization: `Bearer ${control.issueTokens().access_token}`,
    'content-type': 'application/json',
  }
  const times: number[] = []
  for (let turn = 0; turn < 10; turn += 1) {
    const startedAt = performance.now()
    for (let call = 0; call < roundTrips; call += 1) {
      const body = JSON.stringify({ page: { size: 1, number: 1 } })
      await (await fetch(`${apiUrl}/invoices.list`, { method: 'POST', headers, body })).arrayBuffer()
    }
    times.push(performance.now() - startedAt)
  }
  return { p50: spreadOf(times).median }
}

/** The records of the customers themselves, and the documents, follow in the background. */
const isOfBurst = /^(?!companies\.info|contacts\.info|invoices\.download|creditNotes\.download|download)/

/** A thousand webhooks at once, with the real limit on both sides; a fresh account, so that its minute is unused. */
async function measureBurst(
  { postgres, load }: Pick<World, 'load'> & Pick<Parameters<typeof startConnectedVorder>[0], 'postgres'>,
  count: number,
): Promise<Figures> {
  const ending = createEnding()
  try {
    const teamleader = ending.add(
      await startTeamleaderSandbox({
        seed: 'empty',
        rateLimitPerMinute: callsPerMinute,
        webhookMode: 'manual',
        latencyMs: upstreamMs,
      }),
    )
    const vorder = ending.add(await startConnectedVorder({ postgres, teamleader, hasCallLimit: true }))
    await vorder.switchOn()
    await firstLookDone(vorder)
    const customers = Math.ceil(count * customersPerInvoice)
    const { invoiceIds } = teamleader.control.addMany({ invoices: count, customers })
    teamleader.journal.clear()
    const { startedAt } = await load.ask<LoadResult>({
      url: vorder.hookUrl,
      kind: 'teamleader',
      ids: invoiceIds,
      accountId: teamleader.account.id,
      bytes: 0,
      connections: 16,
    })
    await until('the burst in the list', () => allListed(vorder, count), { everyMs: pollMs })
    const seconds = (Date.now() - startedAt) / 1_000
    const calls = teamleader.journal.requests().filter(({ operation }) => isOfBurst.test(operation)).length
    const refused = teamleader.journal.requests({ status: 429 }).length
    const idealCalls = Math.ceil(count / pageSize) + Math.ceil(customers / pageSize)
    return { seconds, idealSeconds: (idealCalls / callsPerMinute) * 60, calls, idealCalls, refused }
  } finally {
    await ending.stop()
  }
}

async function allListed({ visitor }: ConnectedVorder, count: number): Promise<true | undefined> {
  const { body } = await visitor.request('GET', '/api/v1/invoices/summary')
  return (body as { counts: { all: number } }).counts.all >= count ? true : undefined
}
