// Promise C5, B7: old invoices can be imported by hand without one mail: the preview counts them, and none leaves by itself
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { creditorOf, inTransaction } from '../../src/context.ts'
import { pressByHand, runByHand, seeImport } from '../support/import-by-hand.ts'
import { invoiceOf, lineOf } from '../support/read-ledger.ts'
import {
  createMailWorld,
  goLive,
  invitationOf,
  inviteByHand,
  type MailWorld,
  messagesOf,
  stopMailWorld,
} from '../support/read-messages.ts'
import { advanceTo, mondayAtTen, tick } from '../support/read-reminders.ts'

const minute = 60_000
const day = 24 * 60 * minute

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({
    resting: ['retrieve-documents'],
    switches: { importInvoicesAutomatically: false, updateCustomersAutomatically: false },
    profile: { waitForDocument: false, sendReminders: true },
  })
})
beforeEach(() => {
  world.mailbox.clear()
  world.teamleader.control.clearFaults()
})
afterAll(() => stopMailWorld(world))

function addInvoices(count: number, email: string | null): string[] {
  const { control } = world.teamleader
  const company = control.addCompany({ name: 'Bakkerij Peeters', email })
  return Array.from({ length: count }, () => {
    const { id } = control.addInvoice({ customer: { type: 'company', id: company.id } })
    control.editInvoice(id, { dueOn: '2026-01-15' } as never)
    return id
  })
}

/** The mails to customers; the summary goes to whoever imported. */
function asked() {
  return world.mailbox.mails().filter(({ subject }) => !subject.startsWith('Import'))
}

test('a preview counts the mails and the customers; imported without, none leaves, until a person sends one', async () => {
  const [first = '', second = ''] = addInvoices(2, 'info@peeters.example')
  const [silent = ''] = addInvoices(1, null)
  const [returned = ''] = addInvoices(1, 'Gone@peeters.example')
  await inTransaction(world.ctx, (tx) =>
    tx.db
      .insertInto('undeliverableAddresses')
      .values({
        id: 'und_1',
        creditorId: creditorOf(tx),
        address: 'gone@peeters.example',
        detail: '550',
        foundAt: tx.now(),
      })
      .execute(),
  )
  const period = { from: '2020-01-01', to: '2099-12-31' }
  const preview = await runByHand(world, 'preview', { period })
  expect(preview).toMatchObject({
    choice: 'none',
    invitations: [
      { invitation: 'kept_back', count: 2, customers: 2 },
      { invitation: 'leaves', count: 2, customers: 1 },
    ],
  })
  const done = await runByHand(world, 'import', { period })
  expect(done).toMatchObject({
    choice: 'none',
    counts: { imported: 4 },
    invitations: [{ invitation: 'none', count: 4, customers: 3 }],
  })
  expect(
    world.mailbox
      .mails()
      .map(({ text }) => text)
      .join(),
  ).toContain('Nobody was asked to pay')
  await advanceTo(world, mondayAtTen(world.ctx.now()))
  for (const id of [first, second, silent, returned]) {
    expect((await messagesOf(world, id)).items).toMatchObject([
      { kind: 'invitation', state: 'cancelled', stateWords: { code: 'without_invitations' } },
    ])
  }
  // What happens to the invoice later does not make it leave either.
  const { id: invoiceId } = await invoiceOf(world, first)
  const payment = await world.send<{ payment: { id: string } }>(
    'POST',
    `/api/v1/invoices/${invoiceId}/payments`,
    {
      paidOn: '2026-02-01',
    },
  )
  expect(payment).toBeDefined()
  const { items } = await world.get<{ items: { id: string }[] }>(`/invoices/${invoiceId}/payments`)
  await world.send('POST', `/api/v1/payments/${items[0]?.id}/revoke`, {})
  await world.advance(day)
  await tick(world)
  expect(asked()).toEqual([])
  expect(await invitationOf(world, first)).toMatchObject({ stateWords: { code: 'without_invitations' } })
  expect(await inviteByHand(world, second)).toMatchObject({ status: 202 })
  await world.drain()
  expect(asked()).toHaveLength(1)
  // From then on it is reminded like any other.
  await world.advance(5 * day)
  await advanceTo(world, mondayAtTen(world.ctx.now()))
  expect((await messagesOf(world, second)).items.map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect((await messagesOf(world, first)).items).toHaveLength(1)
})

test('an invoice that was already in keeps its planned invitation', async () => {
  // The summary for whoever imported, and the invitation.
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  world.mailbox.refuseNext({ code: 451, message: 'later' })
  const [id = ''] = addInvoices(1, 'info@wouters.example')
  await runByHand(world, 'import', { externalIds: [id], invitations: 'as_profile_says' })
  expect(await invitationOf(world, id)).toMatchObject({ state: 'failed' })
  const again = await runByHand(world, 'import', { externalIds: [id], invitations: 'none' })
  expect(again.counts).toMatchObject({ imported: 0 })
  expect(await invitationOf(world, id)).toMatchObject({ state: 'failed' })
  await world.advance(10 * minute)
  await tick(world)
  expect(await invitationOf(world, id)).toMatchObject({ state: 'sent' })
  expect(asked()).toHaveLength(1)
})

test('one that failed in such an import comes in later without an invitation', async () => {
  const { control } = world.teamleader
  control.replyAlways('companies.list', { kind: 'patch', patch: { 'data.*.updated_at': 'never' } })
  const [first = '', second = ''] = [
    ...addInvoices(1, 'a@claes.example'),
    ...addInvoices(1, 'b@claes.example'),
  ]
  await runByHand(world, 'import', { externalIds: [first], invitations: 'none' })
  await runByHand(world, 'import', { externalIds: [second], invitations: 'as_profile_says' })
  expect(await lineOf(world, first)).toMatchObject({ outcome: 'failed' })
  const retry = async (id: string) =>
    world.send('POST', `/api/v1/import-lines/${(await lineOf(world, id)).id}/retry`)
  // It fails once more, and keeps what was chosen.
  await retry(first)
  expect(await lineOf(world, first)).toMatchObject({ outcome: 'failed' })
  control.clearFaults()
  for (const id of [first, second]) await retry(id)
  await world.drain()
  expect(await invitationOf(world, first)).toMatchObject({ stateWords: { code: 'without_invitations' } })
  expect(await invitationOf(world, second)).toMatchObject({ state: 'sent' })
  expect(asked()).toHaveLength(1)
})

test('nobody chose: a period since going live is invited, older ones and numbers are not; two choices at once are not one', async () => {
  const today = world.ctx.now().toISOString().slice(0, 10)
  const choiceOf = async (wish: Record<string, unknown>) => (await runByHand(world, 'preview', wish)).choice
  expect(await choiceOf({ period: { from: today, to: today } })).toBe('as_profile_says')
  expect(await choiceOf({ period: { from: '2026-01-01', to: today } })).toBe('none')
  expect(await choiceOf({ numbers: ['2026/1'] })).toBe('none')
  const wish = { period: { from: today, to: today } }
  const { id } = await pressByHand(world, 'import', { ...wish, invitations: 'none' })
  const other = await world.visitor.request('POST', '/api/v1/invoice-imports', {
    connectionId: world.connectionId,
    ...wish,
    invitations: 'as_profile_says',
  })
  expect(other.body).toMatchObject({ error: { code: 'other_run_under_way' } })
  await world.drain()
  expect((await seeImport(world, id)).choice).toBe('none')
})

test('before going live, too: going live and sending what was held sends none of them', async () => {
  await world.send('POST', `/api/v1/connections/${world.connectionId}/stop-sending`)
  const [silent = '', held = ''] = addInvoices(2, 'info@maes.example')
  await runByHand(world, 'import', { externalIds: [silent], invitations: 'none' })
  const done = await runByHand(world, 'import', { externalIds: [held], invitations: 'as_profile_says' })
  expect(done.invitations).toEqual([{ invitation: 'when_live', count: 1, customers: 1 }])
  await goLive(world, 'send')
  await world.advance(minute)
  expect(await invitationOf(world, silent)).toMatchObject({ stateWords: { code: 'without_invitations' } })
  expect(asked()).toHaveLength(1)
  // The calendar names the reason, and foretells nothing.
  const { number } = await invoiceOf(world, silent)
  const today = world.ctx.now().toISOString().slice(0, 10)
  const { kept } = await world.get<{ kept: { why: { code: string }; invoice: { number: string } }[] }>(
    `/message-calendar?from=${today}&to=${today}`,
  )
  expect(kept).toContainEqual(
    expect.objectContaining({
      why: expect.objectContaining({ code: 'without_invitations' }),
      invoice: expect.objectContaining({ number }),
    }),
  )
})
