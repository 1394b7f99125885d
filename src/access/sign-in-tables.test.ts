import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { authOf } from './auth.ts'

let world: TestContext
beforeAll(async () => {
  world = await createTestContext()
})
afterAll(() => world.close())

test('our migration leaves nothing for the sign-in library to migrate', async () => {
  const { toBeCreated, toBeAdded } = await getMigrations((await authOf(world.ctx)).options)
  expect(toBeCreated).toEqual([])
  expect(toBeAdded).toEqual([])
})
