import { membershipsOf } from '../access/index.ts'
import { type Context, creditorOf } from '../context.ts'

/**
 * Whose files the actor sees: an administrator every file of the business, anybody else their own (the id of the one
 * owner). What is no person (a job, the command line) works for the business.
 */
export async function ownerSeenBy(ctx: Context): Promise<string | undefined> {
  const { kind, id } = ctx.actor
  if (kind !== 'user' || id === undefined) return undefined
  const creditorId = creditorOf(ctx)
  const memberships = await membershipsOf(ctx, id)
  const isAdministrator = memberships.some(
    (membership) => membership.creditorId === creditorId && membership.role === 'administrator',
  )
  return isAdministrator ? undefined : id
}
