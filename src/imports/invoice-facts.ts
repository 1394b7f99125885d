import type { CrmInvoice } from '../crm/index.ts'
import type { Invoice, InvoiceFacts, PaymentState } from '../invoices/index.ts'
import { chooseProfile, type FormerProfile, type Profile, type ProfileChoice } from '../profiles/index.ts'
import type { FieldValues } from './gather-companions.ts'

type FactsInput = {
  invoice: CrmInvoice
  customer: { ownId: string; name: string; profileId: string | null }
  known: Invoice | undefined
  fields: FieldValues | undefined
  profiles: readonly Profile[]
  formerProfiles: readonly FormerProfile[]
  defaultProfileId: string
}

/** The facts to store for an invoice: the CRM's money and days as they are, and the profile that the rules choose. */
export function invoiceFacts(input: FactsInput): InvoiceFacts {
  const { invoice, customer } = input
  return {
    externalId: invoice.externalId,
    number: invoice.number,
    // The record's own customer, also once it was merged into another one: undoing that takes its invoices along.
    customerId: customer.ownId,
    customerName: customer.name || invoice.customerName,
    departmentExternalId: invoice.departmentExternalId,
    invoiceDate: invoice.invoiceDate,
    dueDate: invoice.dueDate,
    currency: invoice.total.currency,
    totalCents: invoice.total.amountCents,
    openCents: invoice.isPaid ? 0 : invoice.open.amountCents,
    paymentState: paymentStateOf(input),
    paidAt: invoice.paidAt,
    remittance: invoice.remittance,
    purchaseOrderNumber: invoice.purchaseOrderNumber,
    documentVersion: invoice.documentVersion,
    webUrl: invoice.webUrl,
    externalCreatedAt: invoice.createdAt,
    externalUpdatedAt: invoice.updatedAt,
    profile: profileOf(input),
  }
}

/**
 * What was paid, from the CRM's own facts: `paid` and the open amount, never recomputed from payments. A list calls a credited
 * invoice paid: what its record told stands until its record tells otherwise.
 */
function paymentStateOf({ invoice, known }: FactsInput): PaymentState {
  const wasCredited = invoice.payments === null && known?.sourcePaymentState === 'credited'
  if (invoice.isPaid) return invoice.isCredited || wasCredited ? 'credited' : 'paid'
  return invoice.open.amountCents < invoice.total.amountCents ? 'part_paid' : 'open'
}

// A profile once chosen stays until the CRM's custom fields are read again: changing a default later moves no invoice.
function profileOf({
  known,
  fields,
  customer,
  profiles,
  defaultProfileId,
  ...input
}: FactsInput): ProfileChoice {
  if (known && !fields) {
    const {
      profileId,
      profileChosenBy: chosenBy,
      profileWarning: warning,
      profileWarningValue: warningValue,
    } = known
    const profileName = profiles.find((profile) => profile.id === profileId)?.name ?? ''
    return { profileId, profileName, chosenBy, warning, warningValue }
  }
  const fallback = known && known.profileChosenBy === 'connection' ? known.profileId : defaultProfileId
  const { invoiceValues, subscriptionValues } = { invoiceValues: [], subscriptionValues: [], ...fields }
  return chooseProfile({
    profiles,
    formerProfiles: input.formerProfiles,
    invoiceValues,
    subscriptionValues,
    isFieldMissing: [fields?.invoiceField, fields?.subscriptionField].includes(''),
    customerProfileId: customer.profileId,
    defaultProfileId: fallback,
  })
}
