import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { type Context, inTransaction } from '../context.ts'
import { changeSavedView, removeSavedView } from './change-saved-view.ts'
import { createSavedView } from './create-saved-view.ts'
import { listSavedViews } from './list-saved-views.ts'

let opened: TestContext
let ann: Context
let bob: Context
let stranger: Context
beforeAll(async () => {
  opened = await createTestContext()
  const business = await addTestCreditor(opened.ctx)
  ann = { ...business, actor: { kind: 'user', id: 'usr_ann', name: 'Ann' } }
  bob = { ...business, actor: { kind: 'user', id: 'usr_bob', name: 'Bob' } }
  // The same person in another business.
  stranger = { ...(await addTestCreditor(opened.ctx, 'Another')), actor: ann.actor }
})
afterAll(() => opened.close())

const view = { list: 'invoices', query: 'state=overdue&sort=dueDate', columns: ['number', 'open'] } as const
const keep = (ctx: Context, name: string, isShared = false) =>
  createSavedView(ctx, { ...view, columns: [...view.columns], name, isShared })
const namesOf = async (ctx: Context) =>
  (await listSavedViews(ctx, { list: 'invoices' })).map(({ name, isOwn }) => [name, isOwn])

test('each sees their own views and what others share; another business sees none of them', async () => {
  await keep(ann, 'Mine')
  const shared = await keep(ann, 'For all', true)
  await keep(bob, 'Bobs')
  expect(shared).toMatchObject({
    query: view.query,
    columns: ['number', 'open'],
    isOwn: true,
    ownerName: 'Ann',
  })
  expect(await namesOf(ann)).toEqual([
    ['For all', true],
    ['Mine', true],
  ])
  expect(await namesOf(bob)).toEqual([
    ['Bobs', true],
    ['For all', false],
  ])
  expect(await namesOf(stranger)).toEqual([])
})

test('only its owner changes or removes a view: a shared one refuses others, a private one is not there for them', async () => {
  const shared = await keep(ann, 'Change me', true)
  const own = await keep(ann, 'Nobody else')
  const changes = { name: 'Changed', query: 'state=paid', columns: [], isShared: false }
  await expect(changeSavedView(bob, { viewId: shared.id, ...changes })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await expect(removeSavedView(bob, { viewId: shared.id })).rejects.toMatchObject({ code: 'not_allowed' })
  for (const ctx of [bob, stranger]) {
    await expect(changeSavedView(ctx, { viewId: own.id, ...changes })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(removeSavedView(ctx, { viewId: own.id })).rejects.toMatchObject({ code: 'not_found' })
  }
  expect(await changeSavedView(ann, { viewId: shared.id, ...changes })).toMatchObject(changes)
  expect((await namesOf(bob)).flat()).not.toContain('Changed')
  await removeSavedView(ann, { viewId: shared.id })
  expect((await namesOf(ann)).flat()).not.toContain('Changed')
})

test('a name is taken once a person, whatever its case; two at once make one', async () => {
  const taken = { code: 'view_name_taken' }
  await keep(ann, 'Overdue')
  await expect(keep(ann, 'OVERDUE')).rejects.toMatchObject(taken)
  await expect(keep(bob, 'Overdue')).resolves.toMatchObject({ isOwn: true })
  const other = await keep(ann, 'Other')
  await expect(changeSavedView(ann, { viewId: other.id, name: 'overdue' })).rejects.toMatchObject(taken)
  await expect(changeSavedView(ann, { viewId: other.id, name: 'other' })).resolves.toMatchObject({
    name: 'other',
  })
  const both = await Promise.allSettled([keep(ann, 'At once'), keep(ann, 'At once')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('two views that get one name at once: one has it, the other is told that it is taken', async () => {
  const [one, two] = [await keep(bob, 'One'), await keep(bob, 'Two')]
  const second = await inTransaction(bob, async (tx) => {
    await changeSavedView(tx, { viewId: one.id, name: 'Same' })
    const waiting = Promise.allSettled([changeSavedView(bob, { viewId: two.id, name: 'same' })])
    const isWaiting = () =>
      sql<{ is: boolean }>`select exists (select from pg_locks where not granted) as is`.execute(tx.db)
    while (!(await isWaiting()).rows[0]?.is) await new Promise(setImmediate)
    return { waiting }
  })
  expect(await second.waiting).toMatchObject([{ status: 'rejected', reason: { code: 'view_name_taken' } }])
})
