import type { Context } from '../context.ts'
import type { Database } from '../db/index.ts'
import type { createAuth } from './create-auth.ts'

type Auth = ReturnType<typeof createAuth>

const instances = new WeakMap<Database, Promise<Auth>>()

/**
 * The sign-in library (better-auth), one a database. Nothing outside this room knows it. It is loaded when the first
 * person comes: loading takes half a second, which no start has to wait for.
 */
export function authOf(ctx: Context): Promise<Auth> {
  const known = instances.get(ctx.database)
  if (known) return known
  const auth = import('./create-auth.ts').then((library) => library.createAuth(ctx))
  instances.set(ctx.database, auth)
  return auth
}
