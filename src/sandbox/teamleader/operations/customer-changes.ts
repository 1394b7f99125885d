import { z } from 'zod'
import { addCompany, addContact } from '../builders.ts'
import { changeCustomer, deleteCustomer, getCustomer } from '../customer-moves.ts'
import { customFieldsInput, given, mergeCustomFields } from '../document-input.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import type { ContactRecord, CustomerType, TypedAddress } from '../records.ts'
import type { World } from '../world.ts'

const addressInput = z.object({
  type: z.enum(['primary', 'invoicing', 'delivery', 'visiting']),
  address: z.object({
    line_1: z.string().nullish(),
    postal_code: z.string().nullish(),
    city: z.string().nullish(),
    country: z.string(),
    addressee: z.string().nullish(),
    area_level_two_id: ask.uuid.nullish(),
  }),
})
const phone = z.object({ type: z.enum(['phone', 'mobile', 'fax']), number: ask.text })
const commonInput = {
  telephones: z.array(phone).nullish(),
  website: ask.text.nullish(),
  addresses: z.array(addressInput).optional(),
  iban: ask.text.nullish(),
  bic: ask.text.nullish(),
  language: ask.text.nullish(),
  vat_number: z.string().nullish(),
  national_identification_number: z.string().nullish(),
  remarks: z.string().nullish(),
  tags: z.array(ask.text).optional(),
  custom_fields: customFieldsInput.optional(),
  custom_fields_update_strategy: z.string().optional(),
  marketing_mails_consent: z.boolean().optional(),
}
type CommonInput = z.infer<ReturnType<typeof z.object<typeof commonInput>>>

const companyInput = {
  ...commonInput,
  business_type_id: ask.uuid.nullish(),
  emails: z.array(z.object({ type: z.enum(['primary', 'invoicing']), email: z.email() })).optional(),
  responsible_user_id: ask.uuid.nullish(),
  preferred_currency: ask.currencyCode.nullish(),
}
const contactInput = {
  ...commonInput,
  first_name: ask.text.nullish(),
  emails: z.array(z.object({ type: z.literal('primary'), email: z.email().nullable() })).optional(),
  salutation: ask.text.nullish(),
  gender: z.enum(['female', 'male', 'non_binary', 'prefers_not_to_say', 'unknown']).nullish(),
  birthdate: ask.day.nullish(),
}
type CompanyInput = z.infer<ReturnType<typeof z.object<typeof companyInput>>>
type ContactInput = z.infer<ReturnType<typeof z.object<typeof contactInput>>>

function addressesFrom(addresses: CommonInput['addresses']): TypedAddress[] | undefined {
  return addresses?.map(({ type, address }) => ({
    type,
    address: {
      line1: address.line_1 ?? null,
      postalCode: address.postal_code ?? null,
      city: address.city ?? null,
      country: address.country,
      addressee: address.addressee ?? null,
    },
  }))
}

/** Lists are replaced as a whole; what is left out stays. */
function commonChange(world: World, known: ContactRecord['customFields'], asked: CommonInput) {
  return given({
    telephones: asked.telephones === null ? [] : asked.telephones,
    website: asked.website,
    addresses: addressesFrom(asked.addresses),
    iban: asked.iban,
    bic: asked.bic,
    language: asked.language ?? undefined,
    vatNumber: asked.vat_number,
    nationalIdentificationNumber: asked.national_identification_number,
    remarks: asked.remarks,
    tags: asked.tags,
    marketingMailsConsent: asked.marketing_mails_consent,
    customFields: mergeCustomFields(world, known, asked.custom_fields, asked.custom_fields_update_strategy),
  })
}

function companyChange(world: World, known: ContactRecord['customFields'], asked: CompanyInput) {
  return {
    ...commonChange(world, known, asked),
    ...given({
      businessTypeId: asked.business_type_id,
      emails: asked.emails,
      responsibleUserId: asked.responsible_user_id ?? undefined,
      preferredCurrency: asked.preferred_currency,
    }),
  }
}

function contactChange(world: World, known: ContactRecord['customFields'], asked: ContactInput) {
  return {
    ...commonChange(world, known, asked),
    ...given({
      firstName: asked.first_name,
      salutation: asked.salutation,
      gender: asked.gender,
      birthdate: asked.birthdate,
      emails: asked.emails?.flatMap(({ type, email }) => (email === null ? [] : [{ type, email }])),
    }),
  }
}

const addCompanyOperation = operation(201, z.object({ ...companyInput, name: ask.text }), (world, asked) => {
  const change = companyChange(world, [], asked)
  const { emails = [], ...facts } = change
  const company = addCompany(world, {
    addresses: [],
    paymentTerm: null,
    ...facts,
    name: asked.name,
    email: null,
    silent: true,
  })
  company.emails = emails
  world.emit({ type: 'company.added', subject: { type: 'company', id: company.id } })
  return { data: { type: 'company', id: company.id } }
})

const updateCompany = operation(
  204,
  z.object({ ...companyInput, id: ask.uuid, name: ask.text.optional() }),
  (world, asked) => {
    const ref = { type: 'company' as const, id: asked.id }
    const change = companyChange(world, getCustomer(world, ref).customFields, asked)
    changeCustomer(world, ref, { ...change, ...given({ name: asked.name }) })
  },
)

const addContactOperation = operation(
  201,
  z.object({ ...contactInput, last_name: ask.text }),
  (world, asked) => {
    const { emails = [], ...facts } = contactChange(world, [], asked)
    const contact = addContact(world, {
      addresses: [],
      paymentTerm: null,
      firstName: null,
      ...facts,
      lastName: asked.last_name,
      email: null,
      silent: true,
    })
    contact.emails = emails
    world.emit({ type: 'contact.added', subject: { type: 'contact', id: contact.id } })
    return { data: { type: 'contact', id: contact.id } }
  },
)

const updateContact = operation(
  204,
  z.object({ ...contactInput, id: ask.uuid, last_name: ask.text.optional() }),
  (world, asked) => {
    const ref = { type: 'contact' as const, id: asked.id }
    const change = contactChange(world, getCustomer(world, ref).customFields, asked)
    changeCustomer(world, ref, { ...change, ...given({ lastName: asked.last_name }) })
  },
)

const tagsInput = z.object({ id: ask.uuid, tags: z.array(ask.text).min(1) })
const imageInput = z.object({ id: ask.uuid, image: z.string().nullable() })

/** Deleting, tagging and pictures work the same for both kinds. */
function commonOperations(type: CustomerType, plural: string, picture: string): Record<string, Operation> {
  return {
    [`${plural}.delete`]: operation(204, ask.byId, (world, { id }) => deleteCustomer(world, { type, id })),
    [`${plural}.tag`]: operation(204, tagsInput, (world, { id, tags }) => {
      const known = getCustomer(world, { type, id }).tags
      changeCustomer(world, { type, id }, { tags: [...new Set([...known, ...tags])] })
    }),
    [`${plural}.untag`]: operation(204, tagsInput, (world, { id, tags }) => {
      const known = getCustomer(world, { type, id }).tags
      changeCustomer(world, { type, id }, { tags: known.filter((tag) => !tags.includes(tag)) })
    }),
    [`${plural}.${picture}`]: operation(204, imageInput, (world, { id }) =>
      changeCustomer(world, { type, id }, {}),
    ),
  }
}

const linkInput = z.object({
  id: ask.uuid,
  company_id: ask.uuid,
  position: z.string().nullish(),
  decision_maker: z.boolean().optional(),
})

function linkOperation(event: string, keepsLink: boolean): Operation {
  return operation(204, linkInput, (world, asked) => {
    const contact = getCustomer(world, { type: 'contact', id: asked.id }) as ContactRecord
    getCustomer(world, { type: 'company', id: asked.company_id })
    const others = contact.companies.filter((link) => link.companyId !== asked.company_id)
    const link = {
      companyId: asked.company_id,
      position: asked.position ?? null,
      decisionMaker: asked.decision_maker ?? false,
    }
    contact.companies = keepsLink ? [...others, link] : others
    contact.updatedAt = world.clock.now()
    world.contacts.touch(contact)
    world.emit({ type: event, subject: { type: 'contact', id: contact.id } })
  })
}

export const customerChangeOperations: Record<string, Operation> = {
  'companies.add': addCompanyOperation,
  'companies.update': updateCompany,
  'contacts.add': addContactOperation,
  'contacts.update': updateContact,
  ...commonOperations('company', 'companies', 'uploadLogo'),
  ...commonOperations('contact', 'contacts', 'uploadAvatar'),
  'contacts.linkToCompany': linkOperation('contact.linkedToCompany', true),
  'contacts.updateCompanyLink': linkOperation('contact.updatedLinkToCompany', true),
  'contacts.unlinkFromCompany': linkOperation('contact.unlinkedFromCompany', false),
}
