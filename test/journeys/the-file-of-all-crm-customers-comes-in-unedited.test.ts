// Promise A12, A13: the file of all CRM customers comes in unedited, and each row finds its record
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/access/index.ts'
import { type Context, forAllCreditors, inTransaction } from '../../src/context.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { type FileDoor, fileDoor } from '../support/file-door.ts'
import { addTestCreditor } from '../support/test-context.ts'

const switches = { importInvoicesAutomatically: false, updateCustomersAutomatically: false }

let world: TestApp
let door: FileDoor
beforeAll(async () => {
  world = await createTestApp({ switches })
  door = fileDoor(world)
  const { control } = world.teamleader
  control.addCompany({
    name: '=Formula & "Zonen"; bv',
    email: 'info@zonen.be',
    invoicingEmails: ['facturen@zonen.be'],
    addresses: [address('primary', 'Veldstraat 1'), address('invoicing', 'Postbus 9')],
  })
  control.addContact({ firstName: '+Ann', lastName: "'t Hooft" })
  control.addMany({ invoices: 0, customers: 28 })
})
afterAll(() => world.stop())

test('exported, and imported unedited: in the same business nothing changes but what was missing', async () => {
  const { text } = await exportAll()
  const file = await door.upload('teamleader-customers.csv', text)
  expect(file.columns.map(({ guessedBy }) => guessedBy)).toEqual(file.columns.map(() => 'name'))
  const first = await door.work(file.id, 'import')
  expect(first).toMatchObject({ counts: { total: 30, create: 30, update: 0, refuse: 0, unlinked: 0 } })
  // Programs write ids in capitals too.
  const capitals = Buffer.from(text)
    .toString()
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => id.toUpperCase())
  for (const same of [text, capitals]) {
    const again = await door.upload('teamleader-customers.csv', same)
    expect(await door.work(again.id, 'import')).toMatchObject({
      counts: { create: 0, update: 0, unchanged: 30, refuse: 0, unlinked: 0 },
    })
  }
})

test('each is linked to its record, as the CRM has it, and follows it from there', async () => {
  const formula = await find('Formula')
  expect(formula).toMatchObject({
    isLinked: true,
    externalId: expect.any(String),
    facts: {
      companyName: '=Formula & "Zonen"; bv',
      email: 'info@zonen.be',
      cc: ['facturen@zonen.be'],
      addressLine: 'Veldstraat 1',
      invoicingAddressLine: 'Postbus 9',
    },
  })
  expect(await find('Hooft')).toMatchObject({
    isLinked: true,
    kind: 'person',
    facts: { firstName: '+Ann', lastName: "'t Hooft" },
  })
  world.teamleader.control.editCompany(String(formula.externalId), { name: 'Zonen bv' })
  await world.send('POST', `/api/v1/customers/${formula.id}/refresh`)
  expect(await world.get(`/customers/${formula.id}`)).toMatchObject({ name: 'Zonen bv' })
  expect(await unlinkedCount()).toBe(0)
})

test('in another business with the same account it links as well; without the account it comes in unlinked and says so', async () => {
  const { text } = await exportAll()
  const other = await addTestCreditor(forAllCreditors(world.ctx), 'The other business')
  await moveTo(other)
  const before = await door.upload('before.csv', text)
  const unlinked = await door.work(before.id, 'import')
  expect(unlinked).toMatchObject({ counts: { create: 30, unlinked: 30, refuse: 0 } })
  expect((await door.rows(before.id))[0]?.notes[0]).toContain('not connected here')
  await door.work(before.id, 'undo')
  await world.visitor.connectTeamleader()
  await world.drain()
  const after = await door.upload('after.csv', text)
  expect(await door.work(after.id, 'import')).toMatchObject({
    counts: { create: 30, unlinked: 0, refuse: 0 },
  })
  expect(await find('Zonen')).toMatchObject({ isLinked: true, facts: { companyName: 'Zonen bv' } })
  expect(await unlinkedCount()).toBe(0)
})

type Found = { id: string; isLinked: boolean; externalId: string | null; facts: Record<string, unknown> }

async function find(name: string): Promise<Found> {
  const { items } = await world.get(`/customers?q=${encodeURIComponent(name)}`)
  return world.get<Found>(`/customers/${String(items[0]?.id)}`)
}

async function unlinkedCount(): Promise<number> {
  return (await world.get('/customers?linked=false')).items.length
}

/** The whole export, and the file as it is downloaded. */
async function exportAll(): Promise<{ text: Buffer }> {
  const { items } = await world.get<{ items: { id: string }[] }>('/connections')
  const run = await world.send<{ id: string }>('POST', '/api/v1/customer-exports', {
    connectionId: items[0]?.id,
    details: 'whole',
  })
  await world.drain()
  const { result } = await world.get<{ result: { sharedFileId: string } }>(`/long-runs/${run.id}`)
  const answer = await world.visitor.download(`/api/v1/shared-files/${result.sharedFileId}/content`)
  return { text: Buffer.from(await answer.arrayBuffer()) }
}

async function moveTo(ctx: Context): Promise<void> {
  const userId = await inTransaction(forAllCreditors(ctx), async (tx) => {
    const moved = await tx.db.deleteFrom('memberships').returning('userId').executeTakeFirstOrThrow()
    return moved.userId
  })
  const creditorId = ctx.scope.kind === 'creditor' ? ctx.scope.creditorId : ''
  await addMembership(ctx, { creditorId, userId, role: 'administrator' })
}

function address(type: 'primary' | 'invoicing', line1: string) {
  return { type, address: { line1, postalCode: '9000', city: 'Gent', country: 'BE', addressee: null } }
}
