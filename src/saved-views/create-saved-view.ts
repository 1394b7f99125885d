import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { newId } from '../values/index.ts'
import {
  ownerOf,
  type SavedView,
  type SavedViewContent,
  type SavedViewList,
  savedViewColumns,
  savedViewFrom,
} from './saved-view.ts'

/** More than a menu can show; it also keeps a program that runs wild from filling the table. */
const mostViews = 200

/**
 * Keeps a way of looking at a list under a name of the actor's. Throws ConflictError `view_name_taken` when the actor has one
 * of that name, whatever its case, and InvalidInputError `too_many_views` beyond 200.
 */
export function createSavedView(
  ctx: Context | Tx,
  input: SavedViewContent & { list: SavedViewList },
): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('savedViews')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('ownerId', '=', ownerOf(tx))
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostViews)
      throw new InvalidInputError(`There are ${mostViews} views already; remove some`, [], 'too_many_views')
    const row = await tx.db
      .insertInto('savedViews')
      .values({
        ...input,
        id: newId('svw'),
        creditorId: creditorOf(tx),
        ownerId: ownerOf(tx),
        ownerName: tx.actor.name ?? null,
        createdAt: tx.now(),
        updatedAt: tx.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning([...savedViewColumns])
      .executeTakeFirst()
    if (!row) throw nameTaken(input.name)
    return savedViewFrom(tx, row)
  })
}

export function nameTaken(name: string): ConflictError {
  const message = `You already have a view called "${name}"`
  return new ConflictError(message, 'view_name_taken', { fields: [{ path: 'name', message }] })
}
