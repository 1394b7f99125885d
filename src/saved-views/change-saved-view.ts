import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import { nameTaken } from './create-saved-view.ts'
import {
  ownerOf,
  type SavedView,
  type SavedViewContent,
  savedViewColumns,
  savedViewFrom,
} from './saved-view.ts'

/**
 * Changes what is given of a view. Throws NotFoundError, NotAllowedError for one that another person shares, ConflictError
 * `view_name_taken`.
 */
export function changeSavedView(
  ctx: Context | Tx,
  {
    viewId,
    ...changes
  }: { viewId: string } & { [Field in keyof SavedViewContent]?: SavedViewContent[Field] | undefined },
): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    const own = await lockOwn(tx, viewId)
    if (changes.name !== undefined) await refuseTaken(tx, { ...own, name: changes.name })
    const row = await tx.db
      .updateTable('savedViews')
      .set({ ...changes, updatedAt: tx.now() })
      .where('id', '=', viewId)
      .returning([...savedViewColumns])
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        // Somebody gave this name away a moment ago.
        throw isTaken(error) ? nameTaken(changes.name ?? '') : error
      })
    return savedViewFrom(tx, row)
  })
}

/** Removes a view. Throws NotFoundError, NotAllowedError for one that another person shares. */
export function removeSavedView(ctx: Context | Tx, { viewId }: { viewId: string }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockOwn(tx, viewId)
    await tx.db.deleteFrom('savedViews').where('id', '=', viewId).execute()
  })
}

async function lockOwn(tx: Tx, viewId: string): Promise<{ id: string; list: string }> {
  const row = await tx.db
    .selectFrom('savedViews')
    .select(['id', 'list', 'ownerId', 'isShared'])
    .where('id', '=', viewId)
    .forUpdate()
    .executeTakeFirst()
  if (row?.ownerId === ownerOf(tx)) return row
  // What another person keeps for themselves is as good as absent.
  if (!row?.isShared) throw new NotFoundError('There is no such view')
  throw new NotAllowedError('Only who made a view may change it')
}

/** PostgreSQL's code of a value that is there already. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

async function refuseTaken(tx: Tx, view: { id: string; list: string; name: string }): Promise<void> {
  const holder = await tx.db
    .selectFrom('savedViews')
    .select('id')
    .where('ownerId', '=', ownerOf(tx))
    .where('list', '=', view.list)
    .where(sql`lower(name)`, '=', sql<string>`lower(${view.name})`)
    .where('id', '<>', view.id)
    .executeTakeFirst()
  if (holder) throw nameTaken(view.name)
}
