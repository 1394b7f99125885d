import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { type InvalidField, InvalidInputError } from '../errors.ts'
import { checkProfile } from './check-profile.ts'
import { type Customer, type CustomerFacts, type CustomerField, customerName } from './customer.ts'
import { changedFields, type FieldChange } from './customer-changes.ts'
import { claimNumber } from './customer-number.ts'
import { lockCustomer, writeCustomer } from './customer-table.ts'
import { refuseAnonymised } from './refuse-anonymised.ts'
import { addPins } from './set-pin.ts'
import { lockCustomerNumbers } from './take-customer-numbers.ts'
import { problemsOf, tidyFacts } from './tidy-facts.ts'

export type EditCustomerInput = {
  customerId: string
  /** Fields that are absent stay. */
  facts?: Partial<CustomerFacts> | undefined
  number?: string | undefined
  profileId?: string | null | undefined
  /** Fields that from now on a refresh leaves alone. */
  pin?: readonly CustomerField[] | undefined
}

/** A changed thing besides the facts: the number, or the profile by its id. */
type OtherChange = { field: 'number' | 'profileId'; before: string | null; after: string | null }

/**
 * Changes a customer by hand; clearing the company name makes it a person (promise A4). An unpinned field of a linked
 * customer follows the CRM again at the next refresh (A14, A16). Never written to the CRM (A10). Throws NotFoundError,
 * InvalidInputError with the fields, ConflictError `number_taken`, `not_linked` (pins without a CRM record) or `anonymised`.
 */
export function editCustomer(ctx: Context | Tx, input: EditCustomerInput): Promise<Customer> {
  return inTransaction(ctx, async (tx) => {
    // Numbers before rows, as everybody does: two who wait for each other would wait for ever.
    if (input.number !== undefined) await lockCustomerNumbers(tx)
    const customer = await lockCustomer(tx, input.customerId)
    refuseAnonymised(customer)
    const changes = changedFields(customer, tidyFacts(input.facts ?? {}))
    refuseProblems(customer, changes)
    const others = await otherChanges(tx, customer, input)
    const change = Object.fromEntries([...changes, ...others].map(({ field, after }) => [field, after]))
    const isChanged = changes.length + others.length > 0
    const after = isChanged
      ? await writeCustomer(tx, customer, { ...change, editedByHandAt: tx.now() })
      : customer
    if (isChanged) {
      await recordActivity(tx, {
        subjectKind: 'customer',
        subjectId: customer.id,
        kind: 'customer.edited',
        data: { name: customerName(after), number: after.number, changes: [...changes, ...others] },
      })
    }
    return addPins(tx, after, input.pin ?? [])
  })
}

async function otherChanges(tx: Tx, customer: Customer, input: EditCustomerInput): Promise<OtherChange[]> {
  const changes: OtherChange[] = []
  const { number, profileId } = input
  if (number !== undefined && number !== customer.number) {
    changes.push({
      field: 'number',
      before: customer.number,
      after: await claimNumber(tx, number, customer.id),
    })
  }
  if (profileId !== undefined && profileId !== customer.profileId) {
    await checkProfile(tx, profileId)
    changes.push({ field: 'profileId', before: customer.profileId, after: profileId })
  }
  return changes
}

/** Only what changes is judged: what the CRM sent stays as it is until somebody types something else. */
function refuseProblems(customer: Customer, changes: readonly FieldChange[]): void {
  const typed = Object.fromEntries(
    changes.map(({ field, after }) => [field, after]),
  ) as Partial<CustomerFacts>
  const problems: InvalidField[] = problemsOf(typed)
  const hadName = customerName(customer) !== ''
  if (hadName && customerName({ ...customer, ...typed }) === '')
    problems.push({ path: 'companyName', message: 'A name is needed' })
  if (problems.length > 0) throw new InvalidInputError('Some fields are not valid', problems)
}
