import type { Collection } from './collection.ts'
import { createCollection } from './collection.ts'
import type { Random } from './random.ts'
import type {
  CustomFieldDefinitionRecord,
  DepartmentRecord,
  DocumentTemplateRecord,
  PaymentMethodRecord,
  PaymentTermRecord,
  TaxRateRecord,
  UserRecord,
} from './records.ts'

/** What every account has before the first customer: entities, rates, terms, methods, the user who connects. */
export type Catalog = {
  user: UserRecord
  departments: Collection<DepartmentRecord>
  taxRates: Collection<TaxRateRecord>
  paymentMethods: Collection<PaymentMethodRecord>
  paymentTerms: Collection<PaymentTermRecord>
  defaultPaymentTermId: string
  documentTemplates: Collection<DocumentTemplateRecord>
  customFieldDefinitions: Collection<CustomFieldDefinitionRecord>
  mailTemplateId: string
  businessTypes: ReadonlyArray<{ id: string; name: string; country: string }>
}

const RATES = [
  { percent: 21, description: '21%' },
  { percent: 12, description: '12%' },
  { percent: 6, description: '6%' },
  { percent: 0, description: '0%' },
]
const BUSINESS_TYPES = ['BV', 'NV', 'VOF', 'CV', 'VZW', 'Eenmanszaak']
const METHODS = ['Overschrijving', 'Bancontact', 'Domiciliëring', 'Cash']
const TERMS = [
  { type: 'after_invoice_date', days: 30 },
  { type: 'after_invoice_date', days: 14 },
  { type: 'end_of_month', days: 30 },
  { type: 'cash', days: 0 },
] as const

/** Two departments that number their invoices independently, so that equal numbers occur. */
export function createCatalog(random: Random, nowMs: number): Catalog {
  const departments = createCollection<DepartmentRecord>()
  departments.add(aDepartment(random.uuid(), nowMs))
  departments.add({
    ...aDepartment(random.uuid(), nowMs),
    name: 'Van Damme Onderhoud BV',
    vatNumber: 'BE0711909059',
    email: 'onderhoud@vandamme-techniek.example',
    iban: 'BE43068999999501',
  })
  const terms = createCollection<PaymentTermRecord>()
  for (const term of TERMS) terms.add({ id: random.uuid(), ...term })
  const methods = createCollection<PaymentMethodRecord>()
  for (const name of METHODS) methods.add({ id: random.uuid(), name, status: 'active' })
  methods.add({ id: random.uuid(), name: 'Cheque', status: 'archived' })
  return {
    user: {
      id: random.uuid(),
      firstName: 'Lien',
      lastName: 'Van Damme',
      email: 'lien@vandamme-techniek.example',
      language: 'nl-BE',
    },
    departments,
    taxRates: taxRatesOf(departments, random),
    paymentMethods: methods,
    paymentTerms: terms,
    defaultPaymentTermId: [...terms.all()][0]?.id ?? '',
    documentTemplates: templatesOf(departments, random),
    customFieldDefinitions: createCollection(),
    mailTemplateId: random.uuid(),
    businessTypes: BUSINESS_TYPES.map((name) => ({ id: random.uuid(), name, country: 'BE' })),
  }
}

function aDepartment(id: string, nowMs: number): DepartmentRecord {
  return {
    id,
    name: 'Van Damme Techniek BV',
    vatNumber: 'BE0899623035',
    currency: 'EUR',
    email: 'boekhouding@vandamme-techniek.example',
    iban: 'BE71096123456769',
    bic: 'GKCCBEBB',
    address: {
      line1: 'Dok Noord 3A 101',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
      addressee: null,
    },
    telephone: '+3292980615',
    website: 'https://vandamme-techniek.example',
    status: 'active',
    createdAt: nowMs,
  }
}

function taxRatesOf(departments: Collection<DepartmentRecord>, random: Random): Collection<TaxRateRecord> {
  const rates = createCollection<TaxRateRecord>()
  for (const { id } of departments.all()) {
    for (const { percent, description } of RATES) {
      rates.add({ id: random.uuid(), departmentId: id, description, ratePercent: percent })
    }
  }
  return rates
}

function templatesOf(
  departments: Collection<DepartmentRecord>,
  random: Random,
): Collection<DocumentTemplateRecord> {
  const templates = createCollection<DocumentTemplateRecord>()
  for (const { id } of departments.all()) {
    templates.add({ id: random.uuid(), departmentId: id, name: 'Factuur', type: 'invoice' })
  }
  return templates
}
