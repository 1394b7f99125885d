import { startTeamleaderSandbox, type TeamleaderSandbox } from '../src/sandbox/index.ts'
import { holdDocuments } from './b3-backfill.ts'
import { type Bench, createEnding } from './bench.ts'
import { type Child, startChild } from './child.ts'
import { type ConnectedVorder, firstLookDone, startConnectedVorder } from './connected-vorder.ts'
import { startPrivatePostgres } from './private-postgres.ts'
import type { SinkCount } from './process-smtp-sink.ts'
import type { ResourceUse } from './resource-use.ts'
import type { Figures, Round } from './rounds.ts'
import { until } from './until.ts'

const connections = 5
const msPerMessage = 100
/** What nobody can be faster than. */
const sinkLimit = (connections * 1_000) / msPerMessage

const ours = { of: 'vorder', figure: 'messagesPerSecond' }

/** B9: how fast due reminders leave, with the look at Teamleader before each, at a mail server of limited speed. */
export const messages: Bench = {
  id: 'B9',
  title: 'reminders by mail',
  rounds: 3,
  sizes: { messages: 2_000 },
  aims: [
    {
      name: 'messages a second, times what the mail server can take',
      value: { of: 'vorder', figure: 'ofTheLimit' },
      atLeast: 0.9,
    },
    {
      name: 'messages a second, times a bare pool of five',
      value: ours,
      over: { of: 'bare', figure: 'messagesPerSecond' },
      atLeast: 0.9,
    },
    { name: 'sent twice', value: { of: 'vorder', figure: 'double' }, atMost: 0, for: 'every round' },
    { name: 'never sent', value: { of: 'vorder', figure: 'lost' }, atMost: 0, for: 'every round' },
    { name: 'not noted as sent', value: { of: 'vorder', figure: 'notNoted' }, atMost: 0, for: 'every round' },
  ],
  steady: [{ of: 'bare', figure: 'messagesPerSecond' }],
  async start(sizes) {
    const count = sizes.messages ?? 0
    const ending = createEnding()
    try {
      const postgres = ending.add(await startPrivatePostgres())
      const teamleader = ending.add(
        await startTeamleaderSandbox({ seed: 'empty', rateLimitPerMinute: null, webhookMode: 'manual' }),
      )
      const sink = ending.add(await startChild('process-smtp-sink.ts', { connections, msPerMessage }))
      const bareSink = ending.add(await startChild('process-smtp-sink.ts', { connections, msPerMessage }))
      const bare = ending.add(await startChild('process-bare-mail.ts', { url: String(bareSink.ready.url) }))
      const settings = {
        VORDER_SMTP_URL: String(sink.ready.url),
        VORDER_MAIL_FROM: 'Vorder <vorder@vorder.example>',
      }
      const vorder = ending.add(await startConnectedVorder({ postgres, teamleader, settings }))
      await prepareProfile(vorder)
      await holdDocuments(vorder)
      await vorder.switchOn()
      await firstLookDone(vorder)
      const world: World = { teamleader, vorder, sink, bare, bareSink, count }
      return { round: () => measure(world), stop: ending.stop }
    } catch (error) {
      await ending.stop()
      throw error
    }
  },
}

type World = {
  teamleader: TeamleaderSandbox
  vorder: ConnectedVorder
  sink: Child
  bare: Child
  bareSink: Child
  count: number
}

async function prepareProfile({ visitor, connectionId }: ConnectedVorder): Promise<void> {
  const must = async (method: string, path: string, body?: unknown) => {
    const answer = await visitor.request(method, `/api/v1${path}`, body)
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await must('PATCH', '/creditor', { iban: 'BE71096123456769' })
  const { items } = (await must('GET', '/profiles')) as { items: { id: string }[] }
  const sendTimes = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '23:59', holidaysOf: [] }
  const settings = { sendOnBooking: false, waitForDocument: false, sendReminders: true, sendTimes }
  await must('PATCH', `/profiles/${items[0]?.id}`, settings)
  await must('POST', `/connections/${connectionId}/go-live`, { held: 'drop' })
}

async function measure(world: World): Promise<Round> {
  await addInvited(world)
  const vorder = await remindAll(world)
  return { vorder, bare: await sendBare(world) }
}

/** Invoices that come in by the look of every quarter of an hour, due four days ago, invited ten days ago. */
async function addInvited({ teamleader, vorder, count }: World): Promise<void> {
  const { control } = teamleader
  const dueOn = Temporal.Now.plainDateISO('Europe/Brussels').subtract({ days: 4 }).toString()
  for (let at = 0; at < count; at += 1) {
    const company = control.addCompany({ silent: true })
    control.addInvoice({ silent: true, dueOn, customer: { type: 'company', id: company.id } })
  }
  const { database, child } = vorder
  const before = await countInvoices(vorder)
  await child.ask({ runSchedule: 'reconcile' })
  await until('the invoices', async () => (await countInvoices(vorder)) >= before + count || undefined, {
    everyMs: 500,
    givenUpAfterMs: 600_000,
  })
  // Their customers' own records would follow in the background, which is no part of this.
  await database.query('update customers set details_read_at = now() where details_read_at is null')
  await database.query('analyze')
}

async function countInvoices({ database }: ConnectedVorder): Promise<number> {
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from invoices')
  return rows[0]?.count ?? 0
}

async function remindAll({ vorder, teamleader, sink, count }: World): Promise<Figures> {
  const { database, child } = vorder
  await sink.ask({ isCleared: true })
  teamleader.journal.clear()
  const before = await child.ask<ResourceUse>({})
  const startedAt = Date.now()
  await database.query(markInvited)
  await child.ask({ runSchedule: 'tick-messages' })
  await until('the mails', async () => (await isQuiet(sink, count)) || undefined, {
    everyMs: 250,
    givenUpAfterMs: 1_800_000,
  })
  const taken = await sink.ask<SinkCount>({})
  const notNoted = async () => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from messages where kind = 'reminder' and state <> 'sent'`,
    )
    return rows[0]?.count ?? 0
  }
  await until('the last to be noted', async () => ((await notNoted()) === 0 ? true : undefined)).catch(
    () => {},
  )
  const seconds = (taken.lastAt - startedAt) / 1_000
  const messagesPerSecond = taken.distinct / seconds
  const after = await child.ask<ResourceUse>({})
  return {
    messagesPerSecond,
    ofTheLimit: messagesPerSecond / sinkLimit,
    seconds,
    double: taken.messages - taken.distinct,
    lost: count - taken.distinct,
    notNoted: await notNoted(),
    calls: teamleader.journal.requests().length,
    cpuMsPerMessage: ((after.cpuSeconds - before.cpuSeconds) * 1_000) / count,
    maxRssMb: after.maxRssMb,
  }
}

/** All are here, or nothing has come for half a minute. */
async function isQuiet(sink: Child, count: number): Promise<boolean> {
  const { distinct, lastAt } = await sink.ask<SinkCount>({})
  return distinct >= count || (lastAt > 0 && Date.now() - lastAt > 30_000)
}

const markInvited = `
  with invited as (
    update invoices set invitation_state = 'sent' where invitation_state = 'none'
    returning id, creditor_id, connection_id, profile_id)
  insert into messages (id, creditor_id, connection_id, invoice_id, kind, level, state, origin, planned_for, mail_id, sent_to,
    subject, profile_id, profile_version, created_at, updated_at, sent_at)
  select 'msg_' || i.id, i.creditor_id, i.connection_id, i.id, 'invitation', 0, 'sent', 'booking', now(), i.id || '@bench',
    'info@customer.example', 'Factuur', i.profile_id, p.version, now(), now(), now() - interval '10 days'
  from invited i join profiles p on p.id = i.profile_id`

async function sendBare({ sink, bare, bareSink, count }: World): Promise<Figures> {
  const { sample } = await sink.ask<SinkCount>({})
  await bareSink.ask({ isCleared: true })
  const { startedAt } = await bare.ask<{ startedAt: number }>({ messages: count, sample })
  const { lastAt } = await bareSink.ask<SinkCount>({})
  const messagesPerSecond = (count * 1_000) / (lastAt - startedAt)
  return { messagesPerSecond, ofTheLimit: messagesPerSecond / sinkLimit }
}
