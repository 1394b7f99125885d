import { type Mailbox, startMailbox } from '../../src/sandbox/index.ts'
import { createTestApp, type TestApp, type TestAppOptions } from './create-test-app.ts'
import { historyOf, invoiceOf } from './read-ledger.ts'

type Words = { code: string; title: string; explanation: string }

/** A message of an invoice as the API gives it. */
export type SeenMessage = {
  id: string
  kind: 'invitation' | 'reminder'
  level: number
  state: string
  stateWords: Words
  detail: string | null
  recipients: { to: string | null; cc: string[] }
  refused: { address: string; answer: string }[]
  origin: 'booking' | 'due_date' | 'hand'
  attempts: number
  nextLookAt: string | null
  sentAt: string | null
  subject: string | null
  language: string | null
  profileVersion: number | null
  canSettle: boolean
}

export type SeenMessages = {
  items: SeenMessage[]
  next: (Words & { at: string | null }) | null
  canInvite: { allowed: boolean; words: Words | null; canSendWithoutDocument: boolean }
  reminder: Words & { level: number | null; at: string | null }
}

export type MailWorld = TestApp & { mailbox: Mailbox; profileId: string }

/** A world with a mailbox, gone live, whose one profile sends on booking and waits for the PDF; told otherwise it does not. */
export async function createMailWorld(
  options: TestAppOptions & { isLive?: boolean; profile?: Record<string, unknown> } = {},
): Promise<MailWorld> {
  const mailbox = await startMailbox()
  const settings = { ...mailSettings(mailbox.smtpUrl), ...options.settings }
  const app = await createTestApp({ resting: [], ...options, settings })
  const world = Object.assign(app, { mailbox, profileId: '' })
  world.profileId = String((await world.get('/profiles')).items[0]?.id)
  await changeProfile(world, { sendOnBooking: true, waitForDocument: true, ...options.profile })
  if (options.isLive !== false) await goLive(world)
  return world
}

export function mailSettings(smtpUrl: string): Record<string, string> {
  return { VORDER_SMTP_URL: smtpUrl, VORDER_MAIL_FROM: 'Vorder <vorder@vorder.example>' }
}

export async function stopMailWorld(world: MailWorld): Promise<void> {
  await world.stop()
  await world.mailbox.stop()
}

export function changeProfile(world: MailWorld, changes: Record<string, unknown>): Promise<unknown> {
  return world.send('PATCH', `/api/v1/profiles/${world.profileId}`, changes)
}

export function goLive(world: TestApp, held: 'send' | 'drop' = 'drop'): Promise<unknown> {
  return world.send('POST', `/api/v1/connections/${world.connectionId}/go-live`, { held })
}

/** The messages of the invoice that came in for this one of Teamleader, and what may be done. */
export async function messagesOf(world: TestApp, externalId: string): Promise<SeenMessages> {
  const { id } = await invoiceOf(world, externalId)
  return world.get<SeenMessages>(`/invoices/${id}/messages`)
}

/** Its invitation. */
export async function invitationOf(world: TestApp, externalId: string): Promise<SeenMessage> {
  const { items } = await messagesOf(world, externalId)
  if (!items[0]) throw new Error(`The invoice ${externalId} has no message`)
  return items[0]
}

/** Presses the button. */
export async function inviteByHand(
  world: TestApp,
  externalId: string,
  body: Record<string, unknown> = {},
): Promise<{ status: number; body: { error?: { code: string } } & Partial<SeenMessage> }> {
  const { id } = await invoiceOf(world, externalId)
  const answer = await world.visitor.request('POST', `/api/v1/invoices/${id}/invitation`, body)
  return { status: answer.status, body: answer.body as never }
}

/** What was recorded about the invitation of an invoice, oldest first. */
export async function invitationHistoryOf(world: TestApp, externalId: string): Promise<string[]> {
  const { id } = await invoiceOf(world, externalId)
  return (await historyOf(world, id)).filter((kind) => kind.startsWith('invoice.invit'))
}
