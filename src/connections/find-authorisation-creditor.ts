import { sql } from 'kysely'
import { type Context, forAllCreditors, inTransaction } from '../context.ts'
import { secretHash } from './secret-hash.ts'

/**
 * For which business a person started to connect: the browser comes back from the CRM without the header that names
 * one. Undefined for a state that nobody started.
 */
export function findAuthorisationCreditor(
  ctx: Context,
  input: { state: string | undefined },
): Promise<string | undefined> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const found = await sql<{ creditorId: string }>`
      select creditor_id from authorisations where state_hash = ${secretHash(input.state ?? '')}`.execute(
      tx.db,
    )
    return found.rows[0]?.creditorId
  })
}
