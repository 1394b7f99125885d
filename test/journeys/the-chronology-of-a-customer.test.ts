// Promise C8, C10: what was sent to a customer, by which rule, how far it came, and what was paid, over all its invoices
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

type Event = {
  id: string
  at: string
  kind: 'message' | 'payment' | 'stop'
  invoice: { id: string; number: string | null }
  message: {
    kind: string
    state: string
    recipients: { to: string | null; cc: string[] }
    subject: string | null
    profile: { name: string; version: number } | null
  } | null
  payment: { amount: { amountCents: number }; origin: string; revokedCause: string | null } | null
  stop: { kind: string; reason: string | null; endedAt: string | null } | null
}
type History = { items: Event[]; nextCursor: string | null }

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld({ resting: ['retrieve-documents'], profile: { waitForDocument: false } })
})
afterAll(() => stopMailWorld(world))

async function invite(name: string, email: string): Promise<{ id: string; customerId: string }> {
  const { control } = world.teamleader
  const company = control.addCompany({ name, email, invoicingEmails: [`cc-${email}`] })
  const { id } = control.addInvoice({ total: 12_100, customer: { type: 'company', id: company.id } })
  await world.drain()
  const invoice = await invoiceOf(world, id)
  await world.advance(60_000)
  return { id: invoice.id, customerId: invoice.customer.id }
}

function historyOf(customerId: string, query = ''): Promise<History> {
  return world.get<History>(`/customers/${customerId}/history${query}`)
}

let kept: { id: string; customerId: string }
let merged: { id: string; customerId: string }

test('messages, payments and stops of all invoices, also of a merged customer, newest first, page by page', async () => {
  kept = await invite('Bakkerij Peeters', 'info@peeters.example')
  merged = await invite('Peeters bvba', 'old@peeters.example')
  await invite('Someone Else', 'else@other.example')
  await world.send('POST', `/api/v1/invoices/${kept.id}/hold`, { reason: 'on a journey' })
  await world.advance(60_000)
  await world.send('DELETE', `/api/v1/invoices/${kept.id}/hold`)
  await world.send('POST', `/api/v1/invoices/${kept.id}/payments`, { amountCents: 2_100 })
  await world.send('POST', `/api/v1/customers/${kept.customerId}/merge`, {
    otherId: merged.customerId,
    take: {},
  })
  const { items, nextCursor } = await historyOf(kept.customerId)
  expect(nextCursor).toBeNull()
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(['message', 'message', 'payment', 'stop'])
  expect(items.map(({ at }) => at)).toEqual(
    items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(items.filter(({ kind }) => kind === 'message')).toMatchObject([
    { invoice: { id: merged.id }, message: { state: 'sent', recipients: { to: 'old@peeters.example' } } },
    {
      invoice: { id: kept.id },
      message: {
        kind: 'invitation',
        recipients: { to: 'info@peeters.example', cc: ['cc-info@peeters.example'] },
        profile: { name: 'Standard', version: expect.any(Number) },
        subject: expect.stringContaining('Atelier Demeyer'),
      },
    },
  ])
  expect(items.find(({ payment }) => payment)).toMatchObject({
    payment: { amount: { amountCents: 2_100 }, origin: 'hand', revokedCause: null },
  })
  expect(items.find(({ stop }) => stop)).toMatchObject({
    stop: { kind: 'hold', reason: 'on a journey', endedAt: expect.any(String) },
  })
  expect(JSON.stringify(items)).not.toContain('else@other.example')
  // The address of the merged one leads to the same.
  expect((await historyOf(merged.customerId)).items).toEqual(items)
  const seen: Event[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: History = await historyOf(
      kept.customerId,
      `?limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    seen.push(...page.items)
    cursor = page.nextCursor
  }
  expect(seen).toEqual(items)
  expect((await historyOf(kept.customerId, '?kind=payment')).items.map(({ kind }) => kind)).toEqual([
    'payment',
  ])
  const nobody = await world.visitor.request('GET', '/api/v1/customers/nobody/history')
  expect(nobody.status).toBe(404)
})

test('a payment that was taken back says so', async () => {
  const { items } = await world.get<{ items: { id: string }[] }>(`/invoices/${kept.id}/payments`)
  await world.send('POST', `/api/v1/payments/${items[0]?.id}/revoke`, {})
  const { items: events } = await historyOf(kept.customerId, '?kind=payment')
  expect(events).toMatchObject([{ payment: { revokedCause: 'by_hand' } }])
})

test('an address that takes no mail names whose it is; anonymised, nothing of the customer is left', async () => {
  world.mailbox.refuseAddress('an@geheim.example', { code: 550, message: 'no such mailbox' })
  const gone = await invite('An Geheim', 'an@geheim.example')
  const listed = await world.get<{ items: Record<string, unknown>[] }>('/undeliverable-addresses')
  expect(listed.items).toMatchObject([
    {
      address: 'an@geheim.example',
      customers: [{ id: gone.customerId, name: 'An Geheim' }],
      invoice: { id: gone.id },
    },
  ])
  const own = await world.get<{ items: unknown[] }>(`/undeliverable-addresses?customerId=${gone.customerId}`)
  expect(own.items).toHaveLength(1)
  const others = await world.get<{ items: unknown[] }>(
    `/undeliverable-addresses?customerId=${kept.customerId}`,
  )
  expect(others.items).toEqual([])
  expect(JSON.stringify(await historyOf(gone.customerId))).toMatch(/geheim/i)
  await world.send('POST', `/api/v1/customers/${gone.customerId}/anonymise`)
  const { items } = await historyOf(gone.customerId)
  expect(items).toMatchObject([
    { kind: 'message', message: { recipients: { to: null, cc: [] }, subject: null } },
  ])
  expect(JSON.stringify(items)).not.toMatch(/geheim/i)
})
