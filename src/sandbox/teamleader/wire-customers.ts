import type { CompanyRecord, ContactRecord } from './records.ts'
import {
  primaryAddress,
  reference,
  referenceOrNull,
  wireAddresses,
  wireCompanyEmails,
  wireCustomerBase,
  wireCustomFields,
} from './wire.ts'
import { webUrl } from './wire-invoices.ts'
import type { World } from './world.ts'

function companyFacts(world: World, company: CompanyRecord) {
  return {
    ...wireCustomerBase(company),
    name: company.name,
    business_type: referenceOrNull('businessType', company.businessTypeId),
    emails: wireCompanyEmails(world, company),
    preferred_currency: company.preferredCurrency,
    responsible_user: reference('user', company.responsibleUserId),
    web_url: webUrl('company_detail.php', company.id),
  }
}

export function wireCompanyItem(world: World, company: CompanyRecord) {
  return { ...companyFacts(world, company), primary_address: primaryAddress(company.addresses) }
}

export function wireCompanyInfo(world: World, company: CompanyRecord) {
  return {
    ...companyFacts(world, company),
    addresses: wireAddresses(company.addresses),
    remarks: company.remarks,
    custom_fields: wireCustomFields(world, company.customFields),
  }
}

/** The people linked to a company, shown with `includes=related_contacts`. */
export function wireRelatedContacts(world: World, companyId: string) {
  const related = []
  for (const contact of world.contacts.all()) {
    const link = contact.companies.find((entry) => entry.companyId === companyId)
    if (!link) continue
    related.push({
      type: 'contact',
      id: contact.id,
      position: link.position,
      secondary_position: null,
      division: null,
      is_decision_maker: link.decisionMaker,
    })
  }
  return related
}

function contactFacts(contact: ContactRecord) {
  return {
    ...wireCustomerBase(contact),
    first_name: contact.firstName,
    last_name: contact.lastName,
    salutation: contact.salutation,
    emails: contact.emails,
    gender: contact.gender,
    birthdate: contact.birthdate,
    web_url: webUrl('contact_detail.php', contact.id),
  }
}

/** The VAT number of a person is in `.info` only. */
export function wireContactItem(_world: World, contact: ContactRecord) {
  const { vat_number: _, ...facts } = contactFacts(contact)
  return { ...facts, primary_address: primaryAddress(contact.addresses) }
}

export function wireContactInfo(world: World, contact: ContactRecord) {
  return {
    ...contactFacts(contact),
    addresses: wireAddresses(contact.addresses),
    companies: contact.companies.map((link) => ({
      position: link.position,
      secondary_position: null,
      division: null,
      decision_maker: link.decisionMaker,
      company: reference('company', link.companyId),
    })),
    remarks: contact.remarks,
    custom_fields: wireCustomFields(world, contact.customFields),
  }
}
