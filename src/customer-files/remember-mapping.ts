import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import type { FileColumn } from './customer-import.ts'
import type { FileTarget } from './file-columns.ts'
import { plainHeader } from './header-names.ts'
import { isRefusedHeader } from './refused-headers.ts'

/**
 * Remembers what a person chose for the columns of a file with these headers, for the next one that has them (promise
 * A13), such as the file of its refused rows. Of a file without headers it helps with that one only.
 */
export async function rememberMapping(tx: Tx, columns: readonly FileColumn[]): Promise<void> {
  const own = columns.filter(({ header }) => !isRefusedHeader(header))
  const values = {
    creditorId: creditorOf(tx),
    signature: signatureOf(own.map(({ header }) => header)),
    targets: JSON.stringify(own.map(({ target }) => target)),
    usedAt: tx.now(),
  }
  await tx.db
    .insertInto('customerFileMappings')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(['creditorId', 'signature'])
        .doUpdateSet({ targets: sql`excluded.targets`, usedAt: sql`excluded.used_at` }),
    )
    .execute()
}

/** What the columns of a file with these headers were last time; undefined when there was none. */
export function findMapping(
  ctx: Context | Tx,
  headers: readonly string[],
): Promise<(FileTarget | null)[] | undefined> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('customerFileMappings')
      .select('targets')
      .where('signature', '=', signatureOf(headers))
      .executeTakeFirst()
    return row?.targets as (FileTarget | null)[] | undefined
  })
}

function signatureOf(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(plainHeader).join('\n')).digest('hex')
}
