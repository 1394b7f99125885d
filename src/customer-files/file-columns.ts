import type { CustomerField } from '../customers/index.ts'

/** What a column of a customer file can be: a fact, one of our own, or where the record lives in its CRM. */
export type FileTarget = CustomerField | 'number' | 'profile' | CrmTarget
type CrmTarget = 'crmSource' | 'crmAccount' | 'crmType' | 'crmId' | 'crmStatus'

/**
 * The columns of the files that Vorder writes, in their order, with the header that each carries (promise A12: the same
 * file comes in unedited and finds its CRM records). Several CC addresses stand in one cell, separated by "; ".
 */
export const fileColumns: readonly { target: FileTarget; header: string }[] = [
  { target: 'number', header: 'customer_number' },
  { target: 'companyName', header: 'company_name' },
  { target: 'firstName', header: 'first_name' },
  { target: 'lastName', header: 'last_name' },
  { target: 'email', header: 'email' },
  { target: 'cc', header: 'cc' },
  { target: 'mobile', header: 'mobile' },
  { target: 'language', header: 'language' },
  { target: 'addressLine', header: 'address' },
  { target: 'postalCode', header: 'postal_code' },
  { target: 'city', header: 'city' },
  { target: 'country', header: 'country' },
  { target: 'invoicingAddressee', header: 'invoicing_addressee' },
  { target: 'invoicingAddressLine', header: 'invoicing_address' },
  { target: 'invoicingPostalCode', header: 'invoicing_postal_code' },
  { target: 'invoicingCity', header: 'invoicing_city' },
  { target: 'invoicingCountry', header: 'invoicing_country' },
  { target: 'vatNumber', header: 'vat_number' },
  { target: 'enterpriseNumber', header: 'enterprise_number' },
  { target: 'peppolId', header: 'peppol_id' },
  { target: 'profile', header: 'profile' },
  { target: 'crmSource', header: 'crm_source' },
  { target: 'crmAccount', header: 'crm_account' },
  { target: 'crmType', header: 'crm_type' },
  { target: 'crmId', header: 'crm_id' },
  { target: 'crmStatus', header: 'crm_status' },
]
