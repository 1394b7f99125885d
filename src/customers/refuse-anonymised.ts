import { ConflictError } from '../errors.ts'
import type { Customer } from './customer.ts'

/** Whose personal details were removed is never filled again. Throws ConflictError `anonymised`. */
export function refuseAnonymised(customer: Pick<Customer, 'anonymisedAt'>): void {
  if (customer.anonymisedAt) throw new ConflictError('This customer was anonymised', 'anonymised')
}
