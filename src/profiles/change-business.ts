import { type Context, inTransaction, type Tx } from '../context.ts'
import { type Creditor, updateCreditor } from '../creditors/index.ts'
import { InvalidInputError } from '../errors.ts'
import { listProfiles } from './list-profiles.ts'

/**
 * Changes the facts of the business. Its account number stays while a profile without one of its own sends by itself. Throws
 * NotFoundError; InvalidInputError that names those profiles.
 */
export function changeBusiness(ctx: Context | Tx, changes: Partial<Omit<Creditor, 'id'>>): Promise<Creditor> {
  return inTransaction(ctx, async (tx) => {
    // First: whoever switches a profile on at this moment waits for it, or has it wait.
    const creditor = await updateCreditor(tx, changes)
    if (changes.iban === null) await refuseWhileNeeded(tx)
    return creditor
  })
}

async function refuseWhileNeeded(tx: Tx): Promise<void> {
  const needing = (await listProfiles(tx)).filter(
    ({ iban, sendOnBooking, sendReminders }) => iban === null && (sendOnBooking || sendReminders),
  )
  if (needing.length === 0) return
  const names = needing.map(({ name }) => name).join(', ')
  throw new InvalidInputError('Profiles that send by themselves need the account number', [
    {
      path: 'iban',
      message: `Sending by themselves: ${names}. Switch that off first, or give them an account number of their own`,
      code: 'account_needed_by',
      params: { profiles: names },
    },
  ])
}
