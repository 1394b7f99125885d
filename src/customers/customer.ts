/** Who owes: a company or a person. Linked to a CRM record by connection + external id, never by number. */
export type Customer = {
  id: string
  number: string
  kind: 'company' | 'person'
  companyName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  cc: string[]
  mobile: string | null
  language: string | null
  addressLine: string | null
  postalCode: string | null
  city: string | null
  country: string | null
  vatNumber: string | null
  enterpriseNumber: string | null
  peppolId: string | null
  profileId: string | null
  connectionId: string | null
  externalType: 'company' | 'person' | null
  externalId: string | null
  goneCause: string | null
}

type Named = Pick<Customer, 'companyName' | 'firstName' | 'lastName'>

/** The name to show: the company's, else first and last name; empty when the CRM has none. */
export function customerName(customer: Named): string {
  if (customer.companyName) return customer.companyName
  return [customer.firstName, customer.lastName].filter(Boolean).join(' ')
}

/** The columns of a customer that leave the room. */
export const customerColumns = [
  'id',
  'number',
  'kind',
  'companyName',
  'firstName',
  'lastName',
  'email',
  'cc',
  'mobile',
  'language',
  'addressLine',
  'postalCode',
  'city',
  'country',
  'vatNumber',
  'enterpriseNumber',
  'peppolId',
  'profileId',
  'connectionId',
  'externalType',
  'externalId',
  'goneCause',
] as const
