import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Context, forAllCreditors, inTransaction, type Tx } from '../context.ts'

type Attempt = { email: string; address: string }

/** How many failures are free, and how long the delay after that may grow, in seconds. */
type Rule = { key: string; free: number; firstDelaySeconds: number; longestDelaySeconds: number }

/**
 * Counts a sign-in before the password is looked at, so that many at once count as many. Returns the instant
 * until which the account has to wait, or undefined when the attempt may go on. The delay doubles with every
 * failure; it is long for one account from one address, short for an account from everywhere, so that a stranger
 * cannot lock a person out for long.
 */
export async function countAttempt(ctx: Context, attempt: Attempt): Promise<Date | undefined> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    for (const rule of rulesFor(attempt)) {
      const lockedUntil = await countUnder(tx, rule)
      if (lockedUntil) return lockedUntil
    }
    return undefined
  })
}

/** After a right password the account starts from zero; failures of yesterday are removed. */
export async function forgetFailures(ctx: Context, attempt: Attempt): Promise<void> {
  const keys = rulesFor(attempt).map((rule) => hashOf(rule.key))
  await inTransaction(forAllCreditors(ctx), async (tx) => {
    await sql`delete from auth.sign_in_failures where key_hash = any(${keys}::bytea[])
      or last_failed_at < ${tx.now()}::timestamptz - interval '1 day'`.execute(tx.db)
  })
}

function rulesFor({ email, address }: Attempt): Rule[] {
  const account = email.trim().toLowerCase()
  return [
    { key: `${account}\n${address}`, free: 5, firstDelaySeconds: 30, longestDelaySeconds: 15 * 60 },
    { key: account, free: 50, firstDelaySeconds: 5, longestDelaySeconds: 60 },
  ]
}

async function countUnder(tx: Tx, rule: Rule): Promise<Date | undefined> {
  const key = hashOf(rule.key)
  const now = tx.now()
  const delay = sql`least(${rule.longestDelaySeconds}, ${rule.firstDelaySeconds} * power(2, least(f.failures + 1 - ${rule.free}, 20)))`
  const counted = await sql`
    insert into auth.sign_in_failures as f (key_hash, failures, last_failed_at) values (${key}, 1, ${now})
    on conflict (key_hash) do update set
      failures = case when f.last_failed_at < ${now}::timestamptz - interval '1 day' then 1 else f.failures + 1 end,
      last_failed_at = ${now},
      locked_until = case when f.failures + 1 >= ${rule.free} then ${now}::timestamptz + make_interval(secs => ${delay}) end
    where f.locked_until is null or f.locked_until <= ${now}
    returning failures`.execute(tx.db)
  if (counted.rows.length > 0) return undefined
  const locked = await sql<{ lockedUntil: Date }>`
    select locked_until as "lockedUntil" from auth.sign_in_failures where key_hash = ${key}`.execute(tx.db)
  return locked.rows[0]?.lockedUntil
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}
