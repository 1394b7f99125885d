import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { startMailbox, startTeamleaderSandbox, type TeamleaderSandbox } from '../sandbox/index.ts'
import type { Environment } from './environment.ts'
import { portOrFree } from './port-or-free.ts'
import { untilSignal } from './until-signal.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const signIn = { email: 'demo@vorder.example', password: 'vorder-demo-world' } as const
const ports = { vorder: 4400, teamleader: 4500, mailboxPages: 4600, mailboxSmtp: 4625 } as const

/**
 * A complete world on this machine (promise N8): Vorder with its database, a sandbox Teamleader with a believable
 * business in it, a mailbox. It starts afresh each time and leaves nothing behind.
 */
export async function demo(env: Environment, options: { isPrepared: boolean }): Promise<void> {
  const stopAsked = untilSignal()
  await using started = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'vorder-demo-'))
  started.defer(() => rm(folder, { recursive: true, force: true }))
  const teamleader = await startTeamleaderSandbox({ port: await portOrFree(ports.teamleader), seed: 1 })
  started.defer(() => teamleader.stop())
  const mailbox = await startMailbox({
    smtpPort: await portOrFree(ports.mailboxSmtp),
    webPort: await portOrFree(ports.mailboxPages),
  })
  started.defer(() => mailbox.stop())
  const settings = demoSettings(folder, teamleader, mailbox.smtpUrl)
  const config = readConfig({
    VORDER_PORT: String(await portOrFree(ports.vorder)),
    VORDER_LOG_LEVEL: 'warn',
    ...env,
    ...settings,
  })
  const app = await createApp(config)
  started.defer(() => app.stop())
  const address = await app.start()
  if (options.isPrepared) await prepare(address, teamleader.account.name)
  const { publicUrl: vorder } = config
  process.stdout.write(welcome({ vorder, teamleader: teamleader.url, mailbox: mailbox.url, ...options }))
  await stopAsked
  process.stdout.write('\nStopping…\n')
}

function demoSettings(folder: string, teamleader: TeamleaderSandbox, smtpUrl: string) {
  return {
    VORDER_DATA_FOLDER: folder,
    TEAMLEADER_AUTHORIZE_URL: teamleader.authorizeUrl,
    TEAMLEADER_TOKEN_URL: teamleader.tokenUrl,
    TEAMLEADER_API_URL: teamleader.apiUrl,
    TEAMLEADER_CLIENT_ID: teamleader.clientId,
    TEAMLEADER_CLIENT_SECRET: teamleader.clientSecret,
    VORDER_SMTP_URL: smtpUrl,
    VORDER_MAIL_FROM: 'Vorder <vorder@vorder.example>',
  }
}

/** Sets the business up, connects and switches imports on, through the same doors that a person uses. */
async function prepare(address: string, name: string): Promise<void> {
  const visitor = createVisitor(address)
  const business = { name, iban: 'BE68539007547034', senderEmail: 'facturen@vandammetechniek.example' }
  await must(
    visitor.request('POST', '/api/v1/first-run', { name: 'Lien Demo', ...signIn, language: 'en', business }),
  )
  await must(visitor.request('POST', '/api/v1/profiles', { name: 'Direct debit' }))
  await sendOnBooking(visitor)
  const back = new URL(await visitor.connectTeamleader(), address)
  const id = back.searchParams.get('connected')
  if (!id) throw new Error(`The demo could not connect to its sandbox: ${back.search}`)
  const path = `/api/v1/connections/${id}`
  await must(
    visitor.request('PATCH', path, {
      invoiceProfileFieldId: await profileField(visitor, `${path}/fields?context=invoice`),
      subscriptionProfileFieldId: await profileField(visitor, `${path}/fields?context=subscription`),
      importInvoicesAutomatically: true,
      updateCustomersAutomatically: true,
    }),
  )
}

/** Nothing leaves before somebody goes live all the same: the settings of the connection show how many wait for that. */
async function sendOnBooking(visitor: Visitor): Promise<void> {
  const { items } = (await must(visitor.request('GET', '/api/v1/profiles'))) as { items: { id: string }[] }
  for (const { id } of items)
    await must(visitor.request('PATCH', `/api/v1/profiles/${id}`, { sendOnBooking: true }))
}

/** The sandbox's business keeps the name of a profile in a custom field. */
async function profileField(visitor: Visitor, path: string): Promise<string | null> {
  const { items } = (await must(visitor.request('GET', path))) as { items: { id: string; label: string }[] }
  return items.find((field) => field.label.startsWith('Betaalprofiel'))?.id ?? null
}

async function must(answer: Promise<{ status: number; body: unknown }>): Promise<unknown> {
  const { status, body } = await answer
  if (status >= 400) throw new Error(`The demo could not be set up: ${status} ${JSON.stringify(body)}`)
  return body
}

function welcome(world: {
  vorder: string
  teamleader: string
  mailbox: string
  isPrepared: boolean
}): string {
  const who = world.isPrepared
    ? `sign in as ${signIn.email} with password ${signIn.password}`
    : 'set up your business first'
  return [
    '',
    `  Vorder       ${world.vorder}   ${who}`,
    `  Teamleader   ${world.teamleader}   sandbox: book an invoice here and watch it arrive`,
    `  Mailbox      ${world.mailbox}   every mail that Vorder sends`,
    '',
    '  Ctrl-C stops everything; nothing is kept.',
    '',
    '',
  ].join('\n')
}
