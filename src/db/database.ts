import type { Kysely } from 'kysely'
import type pg from 'pg'
import { SourceUnavailableError } from '../errors.ts'
import type { DB } from './generated/schema.ts'

/** Typed SQL inside one transaction. Columns are camelCase here and snake_case in the database. */
export type Db = Kysely<DB>

/** For whom a transaction works: one creditor (it cannot see or change another one), or across all of them. */
export type Scope = { kind: 'creditor'; creditorId: string } | { kind: 'system' }

/** `undefined` says that the connection was away for a while, so that notices may have been missed. */
export type NoticeListener = (payload: string | undefined) => void

export type Database = {
  /**
   * Runs the work in one transaction with the rights of the scope; commits when it returns, rolls back when it
   * throws. The work may run up to five times: when PostgreSQL reports that two transactions got in each other's
   * way, so it must change nothing but the database. Throws SourceUnavailableError when the database cannot be
   * reached (`database_unavailable`) or the connection broke while committing (`commit_unknown`: the rows may or
   * may not be stored).
   */
  transaction<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>
  /** Hears the notices of a channel (`pg_notify`) until the returned function is called; reconnects by itself. */
  listen(channel: string, onNotice: NoticeListener): Promise<() => Promise<void>>
  /** Resolves when the database answers within five seconds. */
  ping(): Promise<void>
  /** Connections with all rights, for migrations, sign-in and the job queue only. */
  owner: pg.Pool
  close(): Promise<void>
}

/**
 * The connection broke while committing: nobody knows whether the rows are stored. A transaction is never tried
 * again because of it; a job is, because jobs are safe to run twice.
 */
export class CommitUnknownError extends SourceUnavailableError {
  constructor(cause: unknown) {
    const message =
      'The connection to the database broke while storing; it is not known whether it was stored'
    super(message, { code: 'commit_unknown', cause })
  }
}
