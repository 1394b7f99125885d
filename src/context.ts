import type { Config } from './config.ts'
import type { Sources } from './crm/index.ts'
import type { Database, Db, Scope } from './db/index.ts'
import type { Files } from './files/index.ts'
import type { Enqueue, JobQueue } from './jobs/index.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/index.ts'

/** Who acts: every activity says it. */
export type Actor = {
  kind: 'user' | 'api_key' | 'webhook' | 'schedule' | 'cli' | 'system' | 'customer'
  id?: string | undefined
  name?: string | undefined
}

/** What a verb may touch. `scope` says for which creditor it works, or that it works across all of them. */
export type Context = {
  database: Database
  queue: JobQueue
  mail: Mail
  files: Files
  sources: Sources
  config: Config
  log: Log
  now: () => Date
  actor: Actor
  scope: Scope
}

/** A context inside one transaction: `db` sees only what the scope allows, `enqueue` commits with the rows. */
export type Tx = Context & { db: Db; enqueue: Enqueue }

/**
 * Runs the work in one transaction, as the role of the context's scope. A verb that is called with a `Tx` joins
 * the transaction of its caller.
 */
export function inTransaction<T>(ctx: Context | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if ('db' in ctx) return work(ctx)
  return ctx.database.transaction(ctx.scope, (db) => work({ ...ctx, db, enqueue: ctx.queue.enqueuer(db) }))
}

/** The same context for one creditor: it can neither see nor change anything of another one. */
export function forCreditor(ctx: Context, creditorId: string): Context {
  return { ...outsideTransaction(ctx), scope: { kind: 'creditor', creditorId } }
}

/** The same context across creditors, for what comes before a creditor is known: hooks, schedules, sign-in. */
export function forAllCreditors(ctx: Context): Context {
  return { ...outsideTransaction(ctx), scope: { kind: 'system' } }
}

// A transaction runs as one role from its first statement on: another scope needs a transaction of its own.
function outsideTransaction(ctx: Context | Tx): Context {
  const { db: _db, enqueue: _enqueue, ...context } = ctx as Tx
  return context
}

/** The creditor that the context works for. A context across creditors has none: that is our bug. */
export function creditorOf(ctx: Context): string {
  if (ctx.scope.kind !== 'creditor') throw new Error('This verb needs a context of one creditor')
  return ctx.scope.creditorId
}
