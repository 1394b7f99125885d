import { type CustomerFacts, type CustomerField, customerFields } from './customer.ts'

type FactValue = CustomerFacts[CustomerField]

/** One field that has another value than before. */
export type FieldChange = { field: CustomerField; before: FactValue; after: FactValue }

/** The fields that differ, in the order in which people read them; fields that `after` does not name are the same. */
export function changedFields(before: CustomerFacts, after: Partial<CustomerFacts>): FieldChange[] {
  return customerFields.flatMap((field) => {
    const [was, is] = [before[field], after[field]]
    return is === undefined || isSameFact(was, is) ? [] : [{ field, before: was, after: is }]
  })
}

/** Two values of one field are the same; a CC list is the same in the same order only. */
export function isSameFact(one: FactValue, other: FactValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((address, index) => address === other[index])
}
