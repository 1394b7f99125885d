import type { Tx } from '../context.ts'
import { sharedFileColumns } from './shared-file.ts'

/** The files that are there for somebody: finished, not removed, not expired. `ownerId` keeps those of one owner. */
export function selectSharedFiles(tx: Tx, ownerId: string | undefined) {
  const query = tx.db
    .selectFrom('sharedFiles')
    .select([...sharedFileColumns, 'storageKey'])
    .where('readyAt', 'is not', null)
    .where('removedAt', 'is', null)
    .where('expiresAt', '>', tx.now())
  return ownerId === undefined ? query : query.where('ownerId', '=', ownerId)
}
