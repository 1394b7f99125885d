import {
  type Customer,
  type CustomerFacts,
  type CustomerField,
  customerFields,
  isSameFact,
} from '../customers/index.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'

/** What can be chosen of the two. */
export const mergeChoices = [...customerFields, 'number', 'profileId'] as const
export type MergeChoice = (typeof mergeChoices)[number]
export type MergeTake = Partial<Record<MergeChoice, 'this' | 'other'>>

/** What a merge makes of the survivor; also what it was before, so that it can be undone. */
export type MergedState = CustomerFacts & Pick<Customer, 'number' | 'profileId' | 'pinnedFields'>

export type MergeDecision = { survivor: Customer; merged: Customer; after: MergedState }

/**
 * Who stays and with which values. When one of the two is linked to the CRM it is the one that stays, else `this`. What is
 * not chosen is the survivor's, and the other's where the survivor has nothing. A value that a linked survivor does not
 * have from the CRM is pinned, or the next refresh would take it away. Throws InvalidInputError, ConflictError
 * `already_merged` or `anonymised`.
 */
export function decideMerge(thisOne: Customer, otherOne: Customer, take: MergeTake): MergeDecision {
  if (thisOne.id === otherOne.id)
    throw new InvalidInputError('A customer cannot be merged with itself', [
      { path: 'otherId', message: 'The same customer' },
    ])
  for (const customer of [thisOne, otherOne]) {
    if (customer.mergedInto)
      throw new ConflictError('One of the two was merged already', 'already_merged', {
        details: { customerId: customer.mergedInto },
      })
    if (customer.anonymisedAt) throw new ConflictError('An anonymised customer is not merged', 'anonymised')
  }
  const isOtherLinkedAlone = otherOne.externalId !== null && thisOne.externalId === null
  const [survivor, merged] = isOtherLinkedAlone ? [otherOne, thisOne] : [thisOne, otherOne]
  const sides = { this: thisOne, other: otherOne }
  const chosen = mergeChoices.map((choice) => [
    choice,
    chosenValue(choice, { survivor, merged, sides, take }),
  ])
  const values = Object.fromEntries(chosen) as CustomerFacts & Pick<Customer, 'number' | 'profileId'>
  return { survivor, merged, after: { ...values, pinnedFields: pinsAfter(survivor, values) } }
}

type Two = {
  survivor: Customer
  merged: Customer
  sides: Record<'this' | 'other', Customer>
  take: MergeTake
}

function chosenValue(choice: MergeChoice, { survivor, merged, sides, take }: Two) {
  const side = take[choice]
  if (side) return sides[side][choice]
  const own = survivor[choice]
  return own === null || (Array.isArray(own) && own.length === 0) ? merged[choice] : own
}

function pinsAfter(survivor: Customer, values: CustomerFacts): CustomerField[] {
  if (survivor.externalId === null) return []
  return customerFields.filter(
    (field) => survivor.pinnedFields.includes(field) || !isSameFact(survivor[field], values[field]),
  )
}
