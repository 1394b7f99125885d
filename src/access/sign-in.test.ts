import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestContext, type TestContext } from '../../test/support/test-context.ts'
import { NotAllowedError } from '../errors.ts'
import { createAdministrator } from './create-administrator.ts'
import { findSession } from './find-session.ts'
import { sessionLimits } from './session-limits.ts'
import { signIn, TooManyAttemptsError } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { updateLanguage } from './update-language.ts'

const email = 'ann@example.com'
const password = 'correct horse battery'

let world: TestContext
beforeAll(async () => {
  world = await createTestContext()
  await createAdministrator(world.ctx, { name: 'Ann', email, password, language: 'nl' })
})
afterAll(() => world.close())

function cookieOf(setCookies: readonly string[]): string {
  return setCookies.map((line) => line.split(';', 1)[0]).join('; ')
}

async function signInFrom(address: string, given = password): Promise<string> {
  const { setCookies } = await signIn(world.ctx, { email, password: given, address })
  return cookieOf(setCookies)
}

test('the right password opens a session in a cookie that scripts cannot read', async () => {
  const { setCookies } = await signIn(world.ctx, { email: 'ANN@example.com', password, address: '10.0.0.1' })
  expect(setCookies).toHaveLength(1)
  expect(setCookies[0]).toMatch(/^vorder-session=.*HttpOnly.*SameSite=Lax/)
  const session = await findSession(world.ctx, cookieOf(setCookies))
  expect(session?.user).toMatchObject({ name: 'Ann', email, language: 'nl' })
  expect(session?.sessionHash).toHaveLength(32)
})

test('behind https the cookie is secure and bound to the host', async () => {
  const ctx = { ...world.ctx, config: { ...world.ctx.config, publicUrl: 'https://vorder.example.com' } }
  const database = { ...world.ctx.database }
  const { setCookies } = await signIn({ ...ctx, database }, { email, password, address: '10.0.0.2' })
  expect(setCookies[0]).toMatch(/^__Host-vorder-session=/)
  expect(setCookies[0]).toMatch(/; Secure/)
  expect(setCookies[0]).toMatch(/Path=\/;/)
  expect(setCookies[0]).not.toMatch(/Domain/i)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signInFrom('10.0.0.3', 'wrong password!').catch((error: unknown) => error)
  const unknown = await signIn(world.ctx, {
    email: 'nobody@example.com',
    password,
    address: '10.0.0.3',
  }).catch((error: unknown) => error)
  expect(wrong).toBeInstanceOf(NotAllowedError)
  expect({ ...(unknown as Error) }).toEqual({ ...(wrong as Error) })
  expect((unknown as Error).message).toBe((wrong as Error).message)
})

test('signing in again gives another session and ends the one before', async () => {
  const before = await signInFrom('10.0.0.4')
  const { setCookies } = await signIn(world.ctx, { email, password, address: '10.0.0.4', cookie: before })
  const after = cookieOf(setCookies)
  expect(after).not.toBe(before)
  expect(await findSession(world.ctx, before)).toBeUndefined()
  expect(await findSession(world.ctx, after)).toBeDefined()
})

test('a cookie that was changed by one letter opens nothing', async () => {
  const cookie = await signInFrom('10.0.0.5')
  const forged = cookie.replace(/=(.)/, (_all, letter: string) => `=${letter === 'a' ? 'b' : 'a'}`)
  expect(await findSession(world.ctx, forged)).toBeUndefined()
})

test('signing out ends the session for every copy of the cookie', async () => {
  const cookie = await signInFrom('10.0.0.6')
  const emptied = await signOut(world.ctx, cookie)
  expect(emptied[0]).toMatch(/Max-Age=0/)
  expect(await findSession(world.ctx, cookie)).toBeUndefined()
})

test('an idle session ends, one in use is renewed, and after twelve hours it ends anyway', async () => {
  const cookie = await signInFrom('10.0.0.7')
  const moveBack = (seconds: number) =>
    world.ctx.database.owner.query(
      `update auth.sessions set created_at = created_at - make_interval(secs => $1), expires_at = expires_at - make_interval(secs => $1)
       where ip_address = '10.0.0.7'`,
      [seconds],
    )
  await moveBack(sessionLimits.idleSeconds - 60)
  expect((await findSession(world.ctx, cookie, { renew: false }))?.setCookies).toEqual([])
  expect((await findSession(world.ctx, cookie))?.setCookies[0]).toMatch(/^vorder-session=/)
  await moveBack(sessionLimits.idleSeconds - 60)
  expect(await findSession(world.ctx, cookie)).toBeDefined()
  await world.ctx.database.owner.query(
    `update auth.sessions set created_at = created_at - interval '12 hours' where ip_address = '10.0.0.7'`,
  )
  expect(await findSession(world.ctx, cookie)).toBeUndefined()

  const idle = await signInFrom('10.0.0.8')
  await world.ctx.database.owner.query(
    `update auth.sessions set expires_at = now() - interval '1 second' where ip_address = '10.0.0.8'`,
  )
  expect(await findSession(world.ctx, idle)).toBeUndefined()
})

test('five wrong passwords lock the account for that address only, also when they come at once', async () => {
  const attempts = Array.from({ length: 12 }, () =>
    signInFrom('10.0.0.20', 'wrong password!').catch((e: unknown) => e),
  )
  const answers = await Promise.all(attempts)
  expect(answers.filter((answer) => answer instanceof NotAllowedError)).toHaveLength(5)
  expect(answers.filter((answer) => answer instanceof TooManyAttemptsError)).toHaveLength(7)

  const locked = await signInFrom('10.0.0.20').catch((error: unknown) => error)
  expect(locked).toBeInstanceOf(TooManyAttemptsError)
  const waitMs = (locked as TooManyAttemptsError).retryAt.getTime() - world.ctx.now().getTime()
  expect(waitMs).toBeGreaterThan(15_000)
  expect(waitMs).toBeLessThanOrEqual(30_000)
  expect(await signInFrom('10.0.0.21')).toMatch(/^vorder-session=/)
})

test('the delay doubles with the next failure and ends with the right password', async () => {
  const from = '10.0.0.22'
  for (let n = 0; n < 5; n++) await signInFrom(from, 'wrong password!').catch(() => {})
  world.advance(31_000)
  await expect(signInFrom(from, 'wrong password!')).rejects.toBeInstanceOf(NotAllowedError)
  const locked = await signInFrom(from).catch((error: unknown) => error)
  expect((locked as TooManyAttemptsError).retryAt.getTime() - world.ctx.now().getTime()).toBeGreaterThan(
    45_000,
  )
  world.advance(61_000)
  expect(await signInFrom(from)).toMatch(/^vorder-session=/)
  await expect(signInFrom(from, 'wrong password!')).rejects.toBeInstanceOf(NotAllowedError)
  expect(await signInFrom(from)).toMatch(/^vorder-session=/)
})

test('one address that tries many accounts is stopped by the limit per address', async () => {
  const tryAccount = (n: number) =>
    signIn(world.ctx, { email: `someone${n}@example.com`, password, address: '10.0.0.30' }).catch(
      (e: unknown) => e,
    )
  const answers = await Promise.all(Array.from({ length: 33 }, (_, n) => tryAccount(n)))
  expect(answers.filter((answer) => answer instanceof NotAllowedError)).toHaveLength(30)
  expect(answers.filter((answer) => answer instanceof TooManyAttemptsError)).toHaveLength(3)
})

test('neither passwords nor cookies reach the log', () => {
  const log = world.logLines.join('')
  expect(log).not.toContain(password)
  expect(log).not.toContain('wrong password!')
  expect(log).not.toContain('vorder-session')
})

test('a person chooses their language', async () => {
  const cookie = await signInFrom('10.0.0.40')
  const session = await findSession(world.ctx, cookie)
  await updateLanguage(world.ctx, { userId: session?.user.id ?? '', language: 'fr' })
  expect((await findSession(world.ctx, cookie))?.user.language).toBe('fr')
})
