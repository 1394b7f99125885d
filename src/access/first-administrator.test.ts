import { afterAll, beforeAll, expect, test } from 'vitest'
import { addTestCreditor, createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { creditorOf, inTransaction } from '../context.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { authOf } from './auth.ts'
import { createAdministrator } from './create-administrator.ts'
import { isFirstRun } from './is-first-run.ts'
import { addMembership, listAdministratorEmails, membershipsOf } from './memberships.ts'
import { signIn } from './sign-in.ts'

const ann = {
  name: 'Ann',
  email: ' Ann@Example.com ',
  password: 'correct horse battery',
  language: 'nl',
} as const

let world: TestContext
beforeAll(async () => {
  world = await createTestContext()
})
afterAll(() => world.close())

test('passwords that are short, monotonous, or the own address are refused on their field', async () => {
  for (const password of ['short pass', 'aaaaaaaaaaaaaaaa', 'ann@example.com', 'x'.repeat(129)]) {
    const refusal = await createAdministrator(world.ctx, { ...ann, password }).catch(
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(InvalidInputError)
    expect((refusal as InvalidInputError).fields[0]?.path).toBe('password')
  }
  expect(await isFirstRun(world.ctx)).toBe(true)
})

test('an administrator vanishes with the transaction that failed', async () => {
  const own = await addTestCreditor(world.ctx, 'First try')
  const failing = inTransaction(own, async (tx) => {
    await createAdministrator(tx, ann)
    throw new Error('the business could not be stored')
  })
  await expect(failing).rejects.toThrow('the business could not be stored')
  expect(await isFirstRun(world.ctx)).toBe(true)
})

test('of five first runs at the same moment one wins, and a later one is refused', async () => {
  const own = await addTestCreditor(world.ctx)
  const setUp = (n: number) =>
    inTransaction(own, async (tx) => {
      const user = await createAdministrator(tx, { ...ann, email: `ann${n}@example.com` })
      await addMembership(tx, { creditorId: creditorOf(own), userId: user.id, role: 'administrator' })
      return user
    })
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(setUp))
  const winners = results.filter((result) => result.status === 'fulfilled')
  expect(winners).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ConflictError)
  await expect(setUp(6)).rejects.toBeInstanceOf(ConflictError)

  const [winner] = winners
  expect(await isFirstRun(world.ctx)).toBe(false)
  expect(await listAdministratorEmails(own)).toEqual([winner?.value.email])
  expect(await membershipsOf(world.ctx, winner?.value.id ?? '')).toMatchObject([{ role: 'administrator' }])
})

test('another business sees neither the people nor the memberships of this one', async () => {
  const other = await addTestCreditor(world.ctx, 'Other business')
  expect(await listAdministratorEmails(other)).toEqual([])
  const seen = await inTransaction(other, (tx) =>
    tx.db
      .withSchema('auth')
      .withTables<{ users: { id: string } }>()
      .selectFrom('users')
      .select('id')
      .execute(),
  )
  expect(seen).toEqual([])
})

test('nobody can sign up through the sign-in library', async () => {
  const request = new Request('http://localhost:0/auth/sign-up/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Eve', email: 'eve@example.com', password: 'correct horse battery' }),
  })
  const response = await (await authOf(world.ctx)).handler(request)
  expect(response.ok).toBe(false)
  const attempt = { email: 'eve@example.com', password: 'correct horse battery', address: '10.0.0.9' }
  await expect(signIn(world.ctx, attempt)).rejects.toThrow()
})
