import { z } from 'zod'
import { notFound } from '../api-error.ts'
import { addCustomFieldDefinition } from '../custom-fields.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { listPage } from '../paging.ts'
import type { CustomFieldDefinitionRecord } from '../records.ts'
import { reference } from '../wire.ts'
import { webUrl } from '../wire-invoices.ts'
import type { World } from '../world.ts'

const CONTEXTS = 'contact company deal project milestone product invoice subscription ticket'.split(' ')
const TYPES =
  'single_line multi_line single_select multi_select date money auto_increment integer number boolean email telephone url company contact product user'.split(
    ' ',
  )

function wireDefinition(_world: World, definition: CustomFieldDefinitionRecord) {
  const { options, ...facts } = definition
  return { ...facts, configuration: options.length > 0 ? { options, extra_option_allowed: false } : {} }
}

const definitionFilter = ask.filter({ ids: z.array(ask.uuid), context: z.enum(CONTEXTS) })
const listDefinitions = operation(
  200,
  z.object({
    filter: definitionFilter,
    page: ask.page,
    sort: ask.sortBy(['label', 'context']),
    includes: ask.includes,
  }),
  (world, input) =>
    listPage(
      world,
      {
        collection: world.catalog.customFieldDefinitions,
        rows: world.catalog.customFieldDefinitions.sorted({ name: 'label', key: ({ label }) => label }),
        order: 'label',
        filter: input.filter,
        matches: ({ context }) => !input.filter?.context || context === input.filter.context,
        page: input.page,
        includes: input.includes,
      },
      wireDefinition,
    ),
)

const createDefinition = operation(
  201,
  z.object({
    label: ask.text.max(30),
    type: z.enum(TYPES),
    context: z.enum(CONTEXTS),
    required: z.boolean().optional(),
    configuration: z.object({ options: z.array(ask.text).optional() }).nullish(),
  }),
  (world, input) => {
    const options = input.configuration?.options ?? []
    const definition = addCustomFieldDefinition(world, { ...input, options })
    return { data: { type: 'customFieldDefinition', id: definition.id } }
  },
)

const definitionInfo = operation(200, ask.byId, (world, { id }) => {
  const definition = world.catalog.customFieldDefinitions.get(id)
  if (!definition) throw notFound('custom field definition')
  return { data: wireDefinition(world, definition) }
})

const taxRates = operation(
  200,
  z.object({
    filter: ask.filter({ department_id: ask.uuid }),
    page: ask.page,
    sort: ask.anySort,
    includes: ask.includes,
  }),
  (world, { filter, page, includes }) =>
    listPage(
      world,
      {
        collection: world.catalog.taxRates,
        rows: [...world.catalog.taxRates.all()],
        order: 'none',
        filter,
        matches: (rate) => !filter?.department_id || rate.departmentId === filter.department_id,
        page,
        includes,
      },
      (_world, rate) => ({
        id: rate.id,
        description: rate.description,
        rate: rate.ratePercent / 100,
        department: reference('department', rate.departmentId),
      }),
    ),
)

/** Knows no paging and names the default term in `meta`. */
const paymentTerms = operation(200, z.unknown(), (world) => ({
  data: [...world.catalog.paymentTerms.all()],
  meta: { default: world.catalog.defaultPaymentTermId },
}))

const paymentMethods = operation(
  200,
  z.object({
    filter: ask.filter({ ids: z.array(ask.uuid), status: z.array(z.enum(['active', 'archived'])) }),
    page: ask.page,
    includes: ask.includes,
  }),
  (world, { filter, page, includes }) =>
    listPage(
      world,
      {
        collection: world.catalog.paymentMethods,
        rows: [...world.catalog.paymentMethods.all()],
        order: 'none',
        filter,
        matches: ({ status }) => filter?.status?.includes(status) ?? true,
        page,
        includes,
      },
      (_world, method) => method,
    ),
)

const documentTemplates = operation(
  200,
  z.object({
    filter: z.object({
      department_id: ask.uuid,
      document_type: ask.text,
      status: z.array(z.enum(['active', 'archived'])).optional(),
    }),
  }),
  (world, { filter }) => ({
    data: [...world.catalog.documentTemplates.all()]
      .filter((each) => each.departmentId === filter.department_id && each.type === filter.document_type)
      .map((each) => ({
        id: each.id,
        department: reference('department', each.departmentId),
        document_type: each.type,
        is_default: true,
        name: each.name,
        status: 'active',
      })),
  }),
)

const mailTemplates = operation(
  200,
  z.object({
    filter: z.object({
      type: z.enum(['invoice', 'quotation', 'work_order', 'credit_note']),
      department_id: ask.uuid.optional(),
    }),
  }),
  (world, { filter }) => ({
    data: [
      {
        id: world.catalog.mailTemplateId,
        department: null,
        name: 'Standaard',
        content: { subject: 'Uw document', body: 'Beste, in bijlage vindt u het document.' },
        language: 'nl',
        type: filter.type,
      },
    ],
  }),
)

const CURRENCIES = [
  { code: 'EUR', symbol: '€', name: 'Euro', perEuro: 1 },
  { code: 'USD', symbol: '$', name: 'US Dollar', perEuro: 1.08 },
  { code: 'GBP', symbol: '£', name: 'British Pound', perEuro: 0.85 },
  { code: 'CHF', symbol: 'CHF', name: 'Swiss Franc', perEuro: 0.95 },
]

const exchangeRates = operation(200, z.object({ base: ask.currencyCode }), (_world, { base }) => {
  const ofBase = CURRENCIES.find(({ code }) => code === base)?.perEuro ?? 1
  const data = CURRENCIES.map(({ perEuro, ...facts }) => ({ ...facts, exchange_rate: perEuro / ofBase }))
  return { data }
})

const businessTypes = operation(200, z.object({ country: z.string().optional() }), (world, { country }) => ({
  data: world.catalog.businessTypes.filter((type) => !country || type.country === country),
}))

const tags = operation(200, z.object({ page: ask.page, sort: ask.anySort }), (world, { page }) => {
  const all = new Set(
    [...world.companies.all(), ...world.contacts.all()].flatMap((customer) => customer.tags),
  )
  const size = page?.size ?? 20
  const from = size * ((page?.number ?? 1) - 1)
  return {
    data: [...all]
      .sort()
      .slice(from, from + size)
      .map((tag) => ({ tag })),
  }
})

const cloudUrl = operation(
  200,
  z.object({ type: z.enum(['invoice', 'quotation', 'ticket']), id: ask.uuid }),
  (world, { type, id }) => {
    if (type !== 'invoice' || !world.invoices.get(id)) throw notFound(type)
    return { data: { url: webUrl('cloud/invoice', id) } }
  },
)

export const lookupOperations: Record<string, Operation> = {
  'customFieldDefinitions.list': listDefinitions,
  'customFieldDefinitions.info': definitionInfo,
  'customFieldDefinitions.create': createDefinition,
  'taxRates.list': taxRates,
  'paymentTerms.list': paymentTerms,
  'paymentMethods.list': paymentMethods,
  'documentTemplates.list': documentTemplates,
  'mailTemplates.list': mailTemplates,
  'currencies.exchangeRates': exchangeRates,
  'businessTypes.list': businessTypes,
  'tags.list': tags,
  'cloudPlatforms.url': cloudUrl,
  'accounts.projects-v2-status': operation(200, z.unknown(), () => ({ data: { status: 'projects-v2' } })),
}
