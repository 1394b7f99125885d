// Promise B10: a profile in use is replaced, not lost: customers, open invoices, defaults and its name in custom fields lead to the other one
// Promise C4: what the old profile had planned is decided anew by the new one, and leaves once
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../src/context.ts'
import { replaceProfile } from '../../src/profile-uses/index.ts'
import { fileDoor } from '../support/file-door.ts'
import { historyOf, invoiceOf } from '../support/read-ledger.ts'
import { createMailWorld, invitationOf, type MailWorld, stopMailWorld } from '../support/read-messages.ts'

type Profile = { id: string; name: string }
type Answer = { status: number; body: { error?: { code: string; details?: Record<string, string> } } }

let world: MailWorld
let customer: { type: 'company'; id: string }

beforeAll(async () => {
  world = await createMailWorld()
  const { id } = world.teamleader.control.addCompany({ name: 'Smet bv', email: 'info@smet.example' })
  customer = { type: 'company', id }
})
afterAll(() => stopMailWorld(world))

const profiles = async () => (await world.get<{ items: Profile[] }>('/profiles')).items
const ask = (method: string, path: string, body?: unknown) =>
  world.visitor.request(method, `/api/v1${path}`, body) as Promise<Answer>
const replace = (id: string, byProfileId: string) => ask('POST', `/profiles/${id}/replace`, { byProfileId })
const book = (rest: object = {}) => world.teamleader.control.addInvoice({ customer, ...rest })
const profileOf = async (externalId: string) => (await invoiceOf(world, externalId)).profile

async function add(name: string, settings: object = {}): Promise<string> {
  const { id } = await world.send<Profile>('POST', '/api/v1/profiles', { name })
  await world.send('PATCH', `/api/v1/profiles/${id}`, { sendOnBooking: true, ...settings })
  return id
}

test('the only profile stays; one that nothing refers to goes', async () => {
  const only = await profiles()
  expect(await ask('DELETE', `/profiles/${world.profileId}`)).toMatchObject({
    status: 409,
    body: { error: { code: 'last_profile' } },
  })
  const unused = await add('Unused')
  expect((await ask('DELETE', `/profiles/${unused}`)).status).toBe(204)
  expect((await ask('DELETE', `/profiles/${unused}`)).status).toBe(404)
  expect(await profiles()).toEqual(only)
})

test('one in use says who uses it; replaced twice at once, all of it moves once, and what waits leaves once', async () => {
  const old = world.profileId
  const by = await add('Other', { waitForDocument: false })
  const paid = book()
  await world.drain()
  world.teamleader.control.payInvoice(paid.id)
  world.teamleader.control.delayPdfs(3_600_000)
  const waiting = book()
  await world.drain()
  world.mailbox.clear()
  const own = (await invoiceOf(world, waiting.id)).customer.id
  await world.send('PATCH', `/api/v1/customers/${own}`, { profileId: old })
  expect(await invitationOf(world, waiting.id)).toMatchObject({ state: 'waiting' })
  expect(await ask('DELETE', `/profiles/${old}`)).toMatchObject({
    status: 409,
    body: {
      error: {
        code: 'profile_in_use',
        details: { openInvoices: '1', connections: '1', customers: '1', fieldValues: '0' },
      },
    },
  })
  expect(await world.get(`/profiles/${old}/use`)).toMatchObject({ openInvoices: 1, settledInvoices: 1 })
  expect((await replace(old, old)).status).toBe(422)
  expect((await replace(old, 'prf_nobody')).status).toBe(404)

  const answers = await Promise.all([replace(old, by), replace(old, by)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
  await world.drain()
  expect(await profiles()).toMatchObject([{ id: by }])
  expect(await profileOf(waiting.id)).toMatchObject({ id: by })
  expect(await world.get(`/customers/${own}`)).toMatchObject({ profile: { id: by } })
  expect((await world.get('/connections')).items).toMatchObject([{ defaultProfileId: by }])
  expect(await invitationOf(world, waiting.id)).toMatchObject({ state: 'sent' })
  expect(world.mailbox.mails()).toHaveLength(1)
  const line = 'invoice.profileReplaced'
  expect(await historyOf(world, (await invoiceOf(world, waiting.id)).id)).toContain(line)

  // What is settled keeps showing it, also its message; and it can be neither changed nor chosen any more.
  const settled = await invoiceOf(world, paid.id)
  expect(settled.profile).toMatchObject({ id: old })
  expect(await historyOf(world, settled.id)).not.toContain(line)
  expect((await ask('PATCH', `/profiles/${old}`, { includeDocument: false })).status).toBe(404)
  expect((await ask('PATCH', `/customers/${own}`, { profileId: old })).status).toBe(422)
  const asDefault = await ask('PATCH', `/connections/${world.connectionId}`, { defaultProfileId: old })
  expect(asDefault.status).toBe(422)
  // Opened again it is one of the new profile.
  const [payment] = (await world.get(`/invoices/${settled.id}/payments`)).items
  expect(payment).toBeDefined()
  world.teamleader.control.removePayments(paid.id)
  await world.drain()
  expect(await invoiceOf(world, paid.id)).toMatchObject({ state: 'booked', profile: { id: by } })
  world.profileId = by
})

test('its name in a custom field leads to the one that took its place, through a second replacement too', async () => {
  const { control } = world.teamleader
  const field = control.addCustomField({ label: 'Profiel', type: 'single_line', context: 'invoice' })
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { invoiceProfileFieldId: field.id })
  const gold = await add('Gold')
  const named = book({ customFields: [{ id: field.id, value: ' gold ' }] })
  await world.drain()
  expect(await profileOf(named.id)).toMatchObject({ id: gold })
  control.payInvoice(named.id)
  await world.drain()
  // Nothing but the field names it: the next invoice of that kind would.
  expect(await ask('DELETE', `/profiles/${gold}`)).toMatchObject({
    body: { error: { code: 'profile_in_use', details: { openInvoices: '0', fieldValues: '1' } } },
  })
  const silver = await add('Silver')
  const bronze = await add('Bronze')
  expect((await replace(gold, silver)).status).toBe(200)
  expect((await replace(silver, bronze)).status).toBe(200)
  const later = book({ customFields: [{ id: field.id, value: 'GOLD' }] })
  await world.drain()
  expect(await invoiceOf(world, later.id)).toMatchObject({
    profile: { id: bronze },
    profileReason: { code: 'invoice_field' },
    warning: null,
  })
  // A file of customers that was exported before names it too.
  const door = fileDoor(world)
  const file = await door.upload('klanten.csv', 'Klantnr;Naam;Profiel\nK-900;Uit bestand;Silver\n')
  await door.work(file.id, 'preview')
  await door.work(file.id, 'import')
  const { items } = await world.get('/customers?q=Uit%20bestand')
  expect(items).toMatchObject([{ number: 'K-900', profile: { id: bronze } }])
  // A profile that has the name now comes before the one that had it.
  const again = await add('Gold')
  const last = book({ customFields: [{ id: field.id, value: 'Gold' }] })
  await world.drain()
  expect(await profileOf(last.id)).toMatchObject({ id: again })
})

test('a process that dies in the middle of it leaves everything as it was', async () => {
  const before = await profiles()
  const going = before.find(({ name }) => name === 'Gold')?.id ?? ''
  const uses = () => world.get(`/profiles/${going}/use`)
  const counted = await uses()
  expect(counted).toMatchObject({ openInvoices: 1 })
  const killed = inTransaction(world.ctx, async (tx) => {
    await replaceProfile(tx, { profileId: going, byProfileId: world.profileId })
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await profiles()).toEqual(before)
  expect(await uses()).toEqual(counted)
})

test('an import that chooses it at the very moment of its replacement gets the new one', async () => {
  const old = await add('Going')
  const { id: field } = world.teamleader.control.addCustomField({
    label: 'Welk profiel',
    type: 'single_line',
    context: 'invoice',
  })
  await world.send('PATCH', `/api/v1/connections/${world.connectionId}`, { invoiceProfileFieldId: field })
  const coming = book({ customFields: [{ id: field, value: 'Going' }] })
  let drained: Promise<void> | undefined
  await inTransaction(world.ctx, async (tx) => {
    await replaceProfile(tx, { profileId: old, byProfileId: world.profileId })
    // It reads the profiles as they were, then waits with its invoice for the end of this transaction.
    drained = world.drain()
    await waitsForALock()
  })
  await drained
  expect(await profileOf(coming.id)).toMatchObject({ id: world.profileId })
})

test('crosswise with work that holds one of its invoices and then chooses it, both end well', async () => {
  const old = world.profileId
  const byProfileId = await add('In its place')
  const booked = book()
  await world.drain()
  const invoice = await invoiceOf(world, booked.id)
  let replacing: Promise<unknown> | undefined
  await inTransaction(world.ctx, async (tx) => {
    await sql`select from invoices where id = ${invoice.id} for update`.execute(tx.db)
    const isFirst = !replacing
    replacing ??= replaceProfile(world.ctx, { profileId: old, byProfileId })
    if (isFirst) await waitsForALock()
    // Waits for the profile, which waits for the invoice: PostgreSQL ends one of them, and it is run again.
    await sql`update customers set profile_id = ${old} where id = ${invoice.customer.id}`.execute(tx.db)
  })
  await replacing
  expect(await world.get(`/invoices/${invoice.id}`)).toMatchObject({ profile: { id: byProfileId } })
  expect(await world.get(`/customers/${invoice.customer.id}`)).toMatchObject({ profile: { id: byProfileId } })
})

/** Until some other transaction waits for a row that this one holds. */
function waitsForALock(): Promise<void> {
  return expect
    .poll(async () => {
      const waiting = await inTransaction(world.app.ctx, (tx) =>
        sql`select from pg_locks join pg_stat_activity using (pid)
          where not granted and datname = current_database()`.execute(tx.db),
      )
      return waiting.rows.length
    })
    .toBeGreaterThan(0)
}

test('one that only a settled invoice and its message show can be deleted: it goes out of use, and they show it still', async () => {
  const gone = await add('Bygone', { waitForDocument: false })
  const { id } = world.teamleader.control.addCompany({ name: 'Eens bv', email: 'info@eens.example' })
  const once = { customer: { type: 'company', id } as const }
  const first = world.teamleader.control.addInvoice(once)
  await world.drain()
  const path = `/api/v1/customers/${(await invoiceOf(world, first.id)).customer.id}`
  await world.send('PATCH', path, { profileId: gone })
  const settled = world.teamleader.control.addInvoice(once)
  await world.drain()
  world.teamleader.control.payInvoice(settled.id)
  await world.drain()
  await world.send('PATCH', path, { profileId: null })
  expect((await ask('DELETE', `/profiles/${gone}`)).status).toBe(204)
  expect((await profiles()).map((each) => each.id)).not.toContain(gone)
  expect(await profileOf(settled.id)).toMatchObject({ id: gone, name: 'Bygone' })
  const { id: messageId } = await invitationOf(world, settled.id)
  expect(await world.get(`/messages/${messageId}/preview`)).toMatchObject({ isSent: true })
})
