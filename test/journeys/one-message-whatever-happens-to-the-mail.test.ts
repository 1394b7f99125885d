// Promise C4, C8: the same message is never sent twice; of an unknown outcome a person is told, and nothing is sent again by itself
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { getMessage } from '../../src/invitations/index.ts'
import { noteBounce } from '../../src/message-delivery/index.ts'
import {
  createMailWorld,
  invitationHistoryOf,
  invitationOf,
  inviteByHand,
  type MailWorld,
  stopMailWorld,
} from '../support/read-messages.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({ profile: { waitForDocument: false }, resting: ['retrieve-documents'] })
})
afterEach(() => world.mailbox.clear())
afterAll(() => stopMailWorld(world))

function addInvoice(options: { email?: string | null; cc?: string[] } = {}) {
  const { control } = world.teamleader
  const { email = 'info@peeters.example', cc = [] } = options
  const company = control.addCompany({ name: 'Bakkerij Peeters', email, invoicingEmails: cc })
  const invoice = control.addInvoice({ customer: { type: 'company', id: company.id } })
  return { id: invoice.id, companyId: company.id }
}

test('a server that says "later" gets it again, and once', async () => {
  world.mailbox.refuseNext({ code: 451, message: 'come back later' })
  const { id } = addInvoice()
  await world.drain()
  const failed = await invitationOf(world, id)
  expect(failed).toMatchObject({ state: 'failed', stateWords: { code: 'mail_deferred' }, attempts: 1 })
  expect(failed.nextLookAt).not.toBeNull()
  expect(world.mailbox.mails()).toEqual([])
  await world.advance(2 * minute)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent', attempts: 2 })
  await world.advance(day)
  expect(world.mailbox.mails()).toHaveLength(1)
})

test.each(['before_data', 'in_data'] as const)(
  'a connection cut %s: it did not leave, and leaves later',
  async (at) => {
    world.mailbox.breakNext({ at, how: 'cut' })
    const { id } = addInvoice()
    await world.drain()
    expect(await invitationOf(world, id)).toMatchObject({
      state: 'failed',
      stateWords: { code: 'mail_unreachable' },
    })
    expect(world.mailbox.mails()).toEqual([])
    await world.advance(2 * minute)
    expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
    expect(world.mailbox.mails()).toHaveLength(1)
  },
)

test('a connection cut after the last line: nobody knows, it is not sent again, and a person says what became of it', async () => {
  world.mailbox.breakNext({ at: 'after_data', how: 'cut' })
  const { id } = addInvoice()
  await world.drain()
  const message = await invitationOf(world, id)
  expect(message).toMatchObject({
    state: 'unknown',
    stateWords: { code: 'outcome_unknown' },
    nextLookAt: null,
    canSettle: true,
  })
  await world.advance(30 * day)
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(await inviteByHand(world, id)).toMatchObject({
    status: 409,
    body: { error: { code: 'not_known_whether_sent' } },
  })
  const settle = `/api/v1/messages/${message.id}/settle`
  await world.send('POST', settle, { as: 'send_again' })
  await world.drain()
  const [first, second] = world.mailbox.mails()
  expect(second?.headers['message-id']).toBe(first?.headers['message-id'])
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  await expect(world.send('POST', settle, { as: 'arrived' })).rejects.toThrow('not_unknown')
})

test.each([
  ['the database refuses to note it', "raise exception 'no'"],
  ['the connection to the database is gone', 'perform pg_terminate_backend(pg_backend_pid())'],
])('the server took it, and %s: nobody knows, and it is never sent again', async (_case, failure) => {
  const { owner } = world.app.ctx.database
  await owner.query(`create function fail_here() returns trigger language plpgsql security definer as $$
    begin ${failure}; return new; end $$`)
  await owner.query(`create trigger fail_here before update of sent_at on messages for each row
    when (new.sent_at is not null) execute function fail_here()`)
  const { id } = addInvoice()
  await world.drain()
  expect(world.mailbox.mails()).toHaveLength(1)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sending' })
  await owner.query('drop function fail_here() cascade')
  await world.advance(2 * minute)
  await world.app.jobs.runSchedule('tick-messages')
  await world.advance(30 * day)
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'unknown',
    stateWords: { code: 'stopped_while_sending' },
  })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('an address that is refused for good: seen, not tried again, and once more by hand when it was corrected', async () => {
  world.mailbox.refuseAddress('gone@peeters.example', { code: 550, message: 'no such user' })
  const { id, companyId } = addInvoice({ email: 'gone@peeters.example' })
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'bounced',
    stateWords: { code: 'recipients_refused' },
    detail: expect.stringContaining('no such user'),
    nextLookAt: null,
  })
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
  world.teamleader.control.editCompany(companyId, {
    emails: [{ type: 'primary', email: 'new@peeters.example' }],
  } as never)
  await world.drain()
  expect(await inviteByHand(world, id)).toMatchObject({ status: 202 })
  await world.drain()
  expect(world.mailbox.mails()).toMatchObject([{ to: ['new@peeters.example'] }])
})

test('an address that is refused for another reason is not marked: the next message goes there', async () => {
  world.mailbox.refuseAddress('full@peeters.example', { code: 552, message: 'mailbox full' })
  const first = addInvoice({ email: 'full@peeters.example' })
  await world.drain()
  expect(await invitationOf(world, first.id)).toMatchObject({ state: 'bounced' })
  world.mailbox.refuseAddress('full@peeters.example', null)
  const second = addInvoice({ email: 'full@peeters.example' })
  await world.drain()
  expect(await invitationOf(world, second.id)).toMatchObject({ state: 'sent' })
})

test('a report about a message that did not leave changes nothing', async () => {
  world.mailbox.refuseNext({ code: 451, message: 'come back later' })
  const { id } = addInvoice({ email: 'slow@peeters.example' })
  await world.drain()
  const { id: messageId } = await invitationOf(world, id)
  const { mailId } = await getMessage(world.ctx, messageId)
  await noteBounce(world.ctx, { mailId, recipient: 'slow@peeters.example', detail: '550 no such user' })
  expect(await invitationOf(world, id)).toMatchObject({ state: 'failed', refused: [] })
  await world.advance(2 * minute)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
})

test('the same report about a CC, twice, is one', async () => {
  const { id } = addInvoice({ email: 'main@peeters.example', cc: ['copy@peeters.example'] })
  await world.drain()
  const { mailId } = await getMessage(world.ctx, (await invitationOf(world, id)).id)
  const report = { mailId, recipient: 'copy@peeters.example', detail: '550 no such user' }
  await noteBounce(world.ctx, report)
  await noteBounce(world.ctx, report)
  const { state, refused } = await invitationOf(world, id)
  expect(state).toBe('sent')
  expect(refused).toHaveLength(1)
})

test('a CC that is refused: the others have it, and it is told who has not', async () => {
  world.mailbox.refuseAddress('old@peeters.example', { code: 550, message: 'no such user' })
  const { id } = addInvoice({ cc: ['old@peeters.example', 'books@peeters.example'] })
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'sent',
    refused: [{ address: 'old@peeters.example' }],
  })
  expect(world.mailbox.mails()).toHaveLength(1)
})

test('a message that is refused for what it is: told with the words of the server, not tried again', async () => {
  world.mailbox.refuseNext({ code: 554, message: 'looks like spam' })
  const { id } = addInvoice()
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'failed',
    stateWords: { code: 'mail_refused' },
    detail: expect.stringContaining('looks like spam'),
    nextLookAt: null,
  })
  await world.advance(day)
  expect(world.mailbox.mails()).toEqual([])
})

test('without an address it is held, and leaves by itself when the customer has one', async () => {
  const { id, companyId } = addInvoice({ email: null })
  await world.drain()
  expect(await invitationOf(world, id)).toMatchObject({
    state: 'held',
    stateWords: { code: 'no_address', explanation: expect.stringContaining('Fill in') },
    nextLookAt: expect.stringContaining('T'),
  })
  expect(await inviteByHand(world, id)).toMatchObject({
    status: 409,
    body: { error: { code: 'no_address' } },
  })
  world.teamleader.control.editCompany(companyId, {
    emails: [{ type: 'primary', email: 'now@peeters.example' }],
  } as never)
  await world.drain()
  await world.app.jobs.runSchedule('tick-messages')
  await world.drain()
  expect(world.mailbox.mails()).toMatchObject([{ to: ['now@peeters.example'] }])
  expect(await invitationHistoryOf(world, id)).toEqual([
    'invoice.invitationPlanned',
    'invoice.invitationHeld',
    'invoice.invitationPlanned',
    'invoice.invited',
  ])
})

test('one that cannot be written keeps back no other, says so, and leaves when that is mended', async () => {
  const bad = { subject: '{', body: '{' }
  await breakText(JSON.stringify({ en: bad, nl: bad, de: bad }))
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Boulangerie', email: 'a@b.example', language: 'fr' })
  const ill = addInvoice()
  const well = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  const failed = await invitationOf(world, ill.id)
  expect(failed).toMatchObject({ state: 'failed', stateWords: { code: 'unexpected' } })
  expect(failed.nextLookAt).not.toBeNull()
  expect(await invitationOf(world, well.id)).toMatchObject({ state: 'sent' })
  await breakText('{}')
  await world.advance(2 * minute)
  expect(await invitationOf(world, ill.id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(2)
})

async function breakText(invitationTexts: string): Promise<void> {
  await inTransaction(world.ctx, (tx) => tx.db.updateTable('profiles').set({ invitationTexts }).execute())
}

test('the database itself refuses a second invitation of an invoice', async () => {
  const { id } = addInvoice()
  await world.drain()
  const { id: messageId } = await invitationOf(world, id)
  const copy = inTransaction(world.ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('messages')
      .selectAll()
      .where('id', '=', messageId)
      .executeTakeFirstOrThrow()
    await tx.db
      .insertInto('messages')
      .values({ ...row, id: 'msg_copy', refused: JSON.stringify(row.refused) })
      .execute()
  })
  await expect(copy).rejects.toThrow(/unique/)
})
