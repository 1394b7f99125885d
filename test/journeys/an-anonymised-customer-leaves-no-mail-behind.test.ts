// Promise A1, C8: of an anonymised customer no address and no word of a message stays; that it was sent stays
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld()
})
afterAll(() => stopMailWorld(world))

test('its mails, their history, why reminders stopped, and notes on payments', async () => {
  const gone = await invited('An Geheim', 'an@geheim.example')
  const kept = await invited('Bakkerij Blijft', 'info@blijft.example')
  for (const to of ['zus@geheim.example', 'broer@geheim.example']) {
    await sendAgain(gone.id, to)
    await world.drain()
  }
  // One that has not left yet.
  await sendAgain(gone.id, 'oom@geheim.example')
  await world.send('POST', `/api/v1/invoices/${gone.id}/hold`, { reason: 'Mevrouw Geheim is ziek' })
  const payment = { amountCents: 100, note: 'cash of An Geheim' }
  await world.send('POST', `/api/v1/invoices/${gone.id}/payments`, payment)
  await world.drain()
  expect(world.mailbox.mails().filter(({ to }) => to.join().includes('geheim'))).toHaveLength(3)
  expect(await everythingKept()).toMatch(/geheim/i)

  await world.send('POST', `/api/v1/customers/${gone.customerId}/anonymise`)
  expect(await everythingKept()).not.toMatch(/geheim/i)
  const { items } = await world.get<{ items: { kind: string; state: string }[] }>(
    `/invoices/${gone.id}/messages`,
  )
  expect(items.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'held'])
  // Nobody else loses a word.
  const others = await world.get(`/invoices/${kept.id}/messages`)
  expect(JSON.stringify(others)).toContain('info@blijft.example')
})

async function sendAgain(invoiceId: string, to: string): Promise<void> {
  const [message] = (await world.get(`/invoices/${invoiceId}/messages`)).items
  await world.send('POST', `/api/v1/messages/${String(message?.id)}/again`, { to })
}

async function invited(name: string, email: string): Promise<{ id: string; customerId: string }> {
  const { control } = world.teamleader
  const company = control.addCompany({ name, email })
  const { id } = control.addInvoice({ customer: { type: 'company', id: company.id } })
  await world.drain()
  const { id: invoiceId } = await invoiceOf(world, id)
  return world.get(`/invoices/${invoiceId}`)
}

/** What the rooms of messages, payments and history hold, as it lies in the database. */
async function everythingKept(): Promise<string> {
  const { rows } = await world.app.ctx.database.owner.query(
    `select to_jsonb(m) as row from messages m union all select to_jsonb(a) from activities a where subject_kind = 'invoice'
     union all select to_jsonb(s) from collection_stops s union all select to_jsonb(p) from payments p
     union all select to_jsonb(u) from undeliverable_addresses u`,
  )
  return JSON.stringify(rows)
}
