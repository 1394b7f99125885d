// Promise N3: somebody with two businesses connects the second one too, and each hears and sees its own only
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '../../src/access/index.ts'
import { type Context, creditorOf, forAllCreditors, inTransaction } from '../../src/context.ts'
import { createProfile } from '../../src/profiles/index.ts'
import { createTestApp, type TestApp } from '../support/create-test-app.ts'
import { addTestCreditor } from '../support/test-context.ts'

let world: TestApp
let second: Context
let secondId: string
let cookie: string
beforeAll(async () => {
  world = await createTestApp()
  second = await addTestCreditor(forAllCreditors(world.ctx), 'The second business')
  secondId = creditorOf(second)
  await workFor('administrator')
  cookie = await signIn()
})
afterAll(() => world.stop())

test('the consent page leads back to the business that asked, not to the first', async () => {
  const answer = await connect()
  expect(answer.headers.get('location')).toContain('connected=')
  const own = await connectionsOf(secondId)
  const first = await connectionsOf()
  expect(own).toHaveLength(1)
  expect(first.map(({ id }) => id)).toEqual([world.connectionId])
  expect(own[0]?.id).not.toBe(world.connectionId)
})

test('a bookkeeper of the second business cannot end what an administrator started there', async () => {
  const callback = await consent()
  await workFor('bookkeeper')
  const refused = await ask(callback)
  expect(refused.headers.get('location')).toContain('connectProblem=not_allowed')
  expect(await connectionsOf(secondId)).toHaveLength(1)
  await workFor('administrator')
})

test('an open page of the second business hears of that one only', async () => {
  const stop = new AbortController()
  const live = await fetch(`${world.url}/api/v1/live?creditor=${secondId}`, {
    headers: { cookie },
    signal: stop.signal,
  })
  await createProfile(world.ctx, { name: 'Of the first' })
  const own = await createProfile(second, { name: 'Of the second' })
  let heard = ''
  for await (const bytes of live.body ?? []) {
    heard += Buffer.from(bytes).toString()
    if (heard.includes(own.id)) break
  }
  stop.abort()
  expect(heard.match(/^data:/gm)).toHaveLength(1)
})

test('a stream of a business that is not theirs is refused', async () => {
  const strange = await addTestCreditor(forAllCreditors(world.ctx), 'Somebody else')
  const answer = await ask(`/api/v1/live?creditor=${creditorOf(strange)}`)
  expect(answer.status).toBe(403)
})

async function workFor(role: 'administrator' | 'bookkeeper'): Promise<void> {
  const userId = await inTransaction(forAllCreditors(world.ctx), async (tx) => {
    const found = await tx.db.selectFrom('memberships').select('userId').executeTakeFirstOrThrow()
    return found.userId
  })
  await addMembership(second, { creditorId: secondId, userId, role })
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${world.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ann@example.com', password: 'a long enough password' }),
  })
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

function ask(path: string): Promise<Response> {
  return fetch(new URL(path, world.url), { headers: { cookie }, redirect: 'manual' })
}

/** Starts to connect for the second business and allows it at Teamleader; gives the address to come back to. */
async function consent(): Promise<string> {
  const started = await fetch(`${world.url}/api/v1/connections/authorise`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-vorder-creditor': secondId },
    body: JSON.stringify({ source: 'teamleader' }),
  })
  const page = new URL(((await started.json()) as { url: string }).url)
  const allowed = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    body: new URLSearchParams([...page.searchParams, ['decision', 'allow']]),
    redirect: 'manual',
  })
  const callback = new URL(allowed.headers.get('location') ?? '')
  return `${callback.pathname}${callback.search}`
}

async function connect(): Promise<Response> {
  return ask(await consent())
}

async function connectionsOf(creditorId?: string): Promise<{ id: string }[]> {
  const answer = await fetch(`${world.url}/api/v1/connections`, {
    headers: { cookie, ...(creditorId && { 'x-vorder-creditor': creditorId }) },
  })
  return ((await answer.json()) as { items: { id: string }[] }).items
}
