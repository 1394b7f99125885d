import type { CrmCustomer } from '../../src/crm/index.ts'

/** A company as a CRM may tell of it; what matters to a test is given. */
export function crmCompany(given: Partial<CrmCustomer> = {}): CrmCustomer {
  return {
    type: 'company',
    externalId: '11111111-1111-4111-8111-111111111111',
    companyName: 'Bakkerij Peeters',
    firstName: null,
    lastName: null,
    email: 'info@peeters.example',
    cc: [],
    mobile: null,
    language: 'nl',
    addressLine: 'Kerkstraat 1',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
    invoicingAddressee: null,
    invoicingAddressLine: null,
    invoicingPostalCode: null,
    invoicingCity: null,
    invoicingCountry: null,
    vatNumber: 'BE0899623035',
    enterpriseNumber: null,
    peppolId: null,
    isDeactivated: false,
    isWhole: true,
    webUrl: null,
    updatedAt: new Date('2026-03-01T10:00:00Z'),
    ...given,
  }
}

/** A person as a CRM may tell of one. */
export function crmPerson(given: Partial<CrmCustomer> = {}): CrmCustomer {
  return crmCompany({
    type: 'person',
    companyName: null,
    firstName: 'Jan',
    lastName: 'Peeters',
    vatNumber: null,
    ...given,
  })
}

/** The same record as a row of a list: without the invoicing address, and of a person without the VAT number. */
export function asListRow(record: CrmCustomer): CrmCustomer {
  return {
    ...record,
    invoicingAddressee: null,
    invoicingAddressLine: null,
    invoicingPostalCode: null,
    invoicingCity: null,
    invoicingCountry: null,
    vatNumber: record.type === 'person' ? null : record.vatNumber,
    isWhole: false,
  }
}
