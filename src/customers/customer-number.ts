import type { Tx } from '../context.ts'
import { ConflictError } from '../errors.ts'
import { lockCustomerNumbers, takeCustomerNumbers } from './take-customer-numbers.ts'

/**
 * The number that a new customer gets: the given one when it is free, else the next of the sequence. Throws
 * ConflictError `number_taken`, naming the owner.
 */
export async function claimNumber(tx: Tx, wanted: string | undefined, exceptId?: string): Promise<string> {
  if (wanted === undefined) return (await takeCustomerNumbers(tx, 1))[0] ?? ''
  // Two who give the same number at once wait for each other here, so that the second one sees the first.
  await lockCustomerNumbers(tx)
  const owner = await tx.db
    .selectFrom('customers')
    .select(['id', 'mergedInto'])
    .where('number', '=', wanted)
    .executeTakeFirst()
  if (owner && owner.id !== exceptId) throw numberTaken(wanted, owner.mergedInto ?? owner.id)
  return wanted
}

function numberTaken(number: string, customerId: string): ConflictError {
  return new ConflictError(`The customer number ${number} belongs to another customer`, 'number_taken', {
    fields: [{ path: 'number', message: 'Already in use' }],
    details: { customerId },
  })
}
