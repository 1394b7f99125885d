/** What the sandbox remembers. Money is in cents; `...At` are milliseconds since 1970; days are YYYY-MM-DD. */
export type CustomerType = 'company' | 'contact'
export type CustomerRef = { type: CustomerType; id: string }
export type CustomFieldValue = string | number | boolean | string[] | { type: string; id: string } | null
export type CustomField = { id: string; value: CustomFieldValue }
export type PaymentTerm = { type: 'cash' | 'end_of_month' | 'after_invoice_date'; days: number }

export type Address = {
  line1: string | null
  postalCode: string | null
  city: string | null
  country: string
  addressee: string | null
}
export type TypedAddress = { type: 'primary' | 'invoicing' | 'delivery' | 'visiting'; address: Address }
export type Telephone = { type: 'phone' | 'mobile' | 'fax'; number: string }

type Customer = {
  id: string
  status: 'active' | 'deactivated'
  vatNumber: string | null
  nationalIdentificationNumber: string | null
  telephones: Telephone[]
  website: string | null
  addresses: TypedAddress[]
  iban: string | null
  bic: string | null
  language: string
  paymentTerm: PaymentTerm | null
  peppolId: string | null
  remarks: string | null
  tags: string[]
  customFields: CustomField[]
  marketingMailsConsent: boolean
  addedAt: number
  updatedAt: number
}

export type CompanyRecord = Customer & {
  name: string
  businessTypeId: string | null
  emails: Array<{ type: 'primary' | 'invoicing'; email: string }>
  preferredCurrency: string | null
  responsibleUserId: string
}

export type ContactRecord = Customer & {
  firstName: string | null
  lastName: string
  salutation: string | null
  emails: Array<{ type: 'primary'; email: string }>
  gender: string | null
  birthdate: string | null
  companies: CompanyLink[]
}
export type CompanyLink = { companyId: string; position: string | null; decisionMaker: boolean }

export type InvoiceLine = {
  description: string
  extendedDescription: string | null
  quantity: number
  unitPriceCents: number
  taxRateId: string
  ratePercent: number
  discountPercent: number
  netCents: number
  netBeforeDiscountCents: number
  taxCents: number
}
export type InvoiceSection = { title: string; lines: InvoiceLine[] }
export type Discount = { percent: number; description: string }
export type Payment = { paidAt: number; amountCents: number; methodId: string | null }
/** Who the invoice is for, as written on the paper: later edits of the customer do not reach it. */
export type Invoicee = {
  name: string
  vatNumber: string | null
  email: string | null
  nationalIdentificationNumber: string | null
}

export type InvoiceRecord = {
  id: string
  departmentId: string
  number: string | null
  invoiceDate: string | null
  dueOn: string | null
  status: 'draft' | 'outstanding' | 'matched'
  paid: boolean
  paidAt: number | null
  sent: boolean
  customer: CustomerRef
  invoicee: Invoicee
  forAttentionOf: { name: string | null; contactId: string | null } | null
  sections: InvoiceSection[]
  discounts: Discount[]
  currency: string
  /** Units of the document's currency for one euro. */
  exchangeRate: number
  netCents: number
  totalCents: number
  paymentTerm: PaymentTerm
  payments: Payment[]
  creditedCents: number
  purchaseOrderNumber: string | null
  paymentReference: string | null
  note: string | null
  expectedPaymentMethod: { method: string; reference?: string | null } | null
  onHoldSince: string | null
  customFields: CustomField[]
  subscriptionIds: string[]
  projectId: string | null
  deliveryDate: string | null
  peppolStatus: string | null
  documentTemplateId: string
  fileId: string | null
  fileReadyAt: number
  createdAt: number
  updatedAt: number
}

export type CreditNoteRecord = {
  id: string
  departmentId: string
  number: string
  date: string
  invoiceId: string | null
  paid: boolean
  paidAt: number | null
  customer: CustomerRef
  invoicee: Invoicee
  sections: InvoiceSection[]
  discounts: Discount[]
  currency: string
  exchangeRate: number
  netCents: number
  totalCents: number
  documentTemplateId: string
  peppolStatus: string | null
  createdAt: number
  updatedAt: number
}

export type SubscriptionRecord = {
  id: string
  title: string
  note: string | null
  status: 'active' | 'deactivated'
  departmentId: string
  customer: CustomerRef
  forAttentionOf: { name: string | null; contactId: string | null } | null
  projectId: string | null
  startsOn: string
  endsOn: string | null
  nextRenewalDate: string | null
  billingCycle: { unit: 'week' | 'month' | 'year'; period: number; daysInAdvance: number }
  sections: InvoiceSection[]
  netCents: number
  totalCents: number
  currency: string
  paymentTerm: PaymentTerm
  action: 'draft' | 'book' | 'book_and_send'
  sendingMethods: string[]
  directDebit: boolean
  customFields: CustomField[]
  documentTemplateId: string
  createdAt: number
  updatedAt: number
}

export type DepartmentRecord = {
  id: string
  name: string
  vatNumber: string
  currency: string
  email: string
  iban: string
  bic: string
  address: Address
  telephone: string
  website: string
  status: 'active' | 'archived'
  createdAt: number
}
export type TaxRateRecord = { id: string; departmentId: string; description: string; ratePercent: number }
export type DocumentTemplateRecord = { id: string; departmentId: string; name: string; type: string }
export type PaymentMethodRecord = { id: string; name: string; status: 'active' | 'archived' }
export type PaymentTermRecord = PaymentTerm & { id: string }
export type CustomFieldDefinitionRecord = {
  id: string
  context: string
  type: string
  label: string
  group: string
  required: boolean
  options: Array<{ id: string; value: string }>
}
export type UserRecord = { id: string; firstName: string; lastName: string; email: string; language: string }
export type NoteRecord = {
  id: string
  subject: { type: string; id: string }
  content: string
  addedAt: number
}
export type TrackedEmailRecord = NoteRecord & { title: string; attachmentIds: string[] }
export type FileRecord = {
  id: string
  subject: { type: string; id: string } | null
  name: string
  mimeType: string
  folder: string
  bytes: Uint8Array
  updatedAt: number
}
