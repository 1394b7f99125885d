import type { Customer, CustomerField, CustomerFlag } from '../../client/customer-contract.ts'

/** Where each doubt about the facts is shown. */
const fieldOfFlag: Record<CustomerFlag, CustomerField> = {
  no_name: 'companyName',
  no_email: 'email',
  invalid_email: 'email',
  invalid_cc: 'cc',
  invalid_mobile: 'mobile',
  invalid_vat_number: 'vatNumber',
  unknown_language: 'language',
  unknown_country: 'country',
}

/** What is odd about one field; nobody owes an anonymised customer an explanation. */
export function flagsOf(customer: Customer, field: CustomerField): CustomerFlag[] {
  if (customer.anonymisedAt) return []
  return customer.flags.filter((flag) => fieldOfFlag[flag] === field)
}
