import { type Context, inTransaction, type Tx } from '../context.ts'
import { ownerOf, type SavedView, type SavedViewList, savedViewColumns, savedViewFrom } from './saved-view.ts'

/** The views of a list that the actor made, and those that others of the business share, by name. */
export function listSavedViews(ctx: Context | Tx, { list }: { list: SavedViewList }): Promise<SavedView[]> {
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('savedViews')
      .select([...savedViewColumns])
      .where('list', '=', list)
      .where((eb) => eb.or([eb('ownerId', '=', ownerOf(tx)), eb('isShared', '=', true)]))
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map((row) => savedViewFrom(tx, row))
  })
}
