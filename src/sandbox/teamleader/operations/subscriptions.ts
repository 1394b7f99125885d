import { z } from 'zod'
import { invalid, notFound } from '../api-error.ts'
import { findCustomer } from '../customer-moves.ts'
import * as input from '../document-input.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import { listPage } from '../paging.ts'
import type { SubscriptionRecord } from '../records.ts'
import { blankSubscription } from '../subscriptions.ts'
import { totalsOf } from '../totals.ts'
import { wireSubscriptionInfo, wireSubscriptionItem } from '../wire-subscriptions.ts'
import type { World } from '../world.ts'

const subscriptionFilter = ask.filter({
  ids: z.array(ask.uuid),
  invoice_id: ask.uuid,
  deal_id: ask.uuid,
  department_id: ask.uuid,
  customer: ask.customerRef,
  status: z.array(z.enum(['active', 'deactivated'])),
})
type SubscriptionFilter = NonNullable<z.infer<typeof subscriptionFilter>>

const list = operation(
  200,
  z.object({
    filter: subscriptionFilter,
    page: ask.page,
    sort: ask.sortBy(['title', 'created_at', 'status']),
    includes: ask.includes,
  }),
  (world, asked) => {
    const sort = asked.sort?.[0] ?? { field: 'created_at' as const }
    const key = (row: SubscriptionRecord) => (sort.field === 'created_at' ? row.createdAt : row[sort.field])
    const order = `${sort.field} ${sort.order ?? 'asc'}`
    return listPage(
      world,
      {
        collection: world.subscriptions,
        rows: world.subscriptions.sorted({ name: order, key, descending: sort.order === 'desc' }),
        order,
        filter: asked.filter,
        matches: (row) => matches(world, row, asked.filter ?? {}),
        page: asked.page,
        includes: asked.includes,
      },
      wireSubscriptionItem,
    )
  },
)

/** `invoice_id` finds the subscriptions that made the invoice; there may be several. */
function matches(world: World, row: SubscriptionRecord, filter: SubscriptionFilter): boolean {
  const { invoice_id: invoiceId, department_id: departmentId, customer, status } = filter
  if (filter.deal_id) return false
  if (invoiceId && !world.invoices.get(invoiceId)?.subscriptionIds.includes(row.id)) return false
  if (departmentId && row.departmentId !== departmentId) return false
  if (customer && row.customer.id !== customer.id) return false
  return !status || status.includes(row.status)
}

function getSubscription(world: World, id: string): SubscriptionRecord {
  const subscription = world.subscriptions.get(id)
  if (!subscription) throw notFound('subscription')
  return subscription
}

const cycleInput = z.object({
  periodicity: z.object({ unit: z.enum(['week', 'month', 'year']), period: z.number().int().min(1).max(10) }),
  days_in_advance: z.union([0, 7, 14, 21, 28].map((days) => z.literal(days))),
})
const generationInput = z.object({
  action: z.enum(['draft', 'book', 'book_and_send']),
  payment_method: z.literal('direct_debit').nullish(),
  sending_methods: z.array(z.object({ method: z.enum(['email', 'peppol', 'postal_service']) })).optional(),
})
const createInput = z.object({
  invoicee: input.invoiceeInput,
  department_id: ask.uuid,
  starts_on: ask.day,
  ends_on: ask.day.nullish(),
  billing_cycle: cycleInput,
  title: ask.text,
  grouped_lines: input.groupedLinesInput,
  project_id: ask.uuid.nullish(),
  deal_id: ask.uuid.nullish(),
  note: ask.text.nullish(),
  payment_term: input.paymentTermInput,
  invoice_generation: generationInput,
  custom_fields: input.customFieldsInput.optional(),
  custom_fields_update_strategy: z.string().optional(),
  document_template_id: ask.uuid.optional(),
})

const create = operation(201, createInput, (world, asked) => {
  if (!world.catalog.departments.get(asked.department_id)) throw invalid('department_id', 'must be valid')
  const subscription = Object.assign(
    blankSubscription(world, asked.department_id),
    changesFrom(world, asked.department_id, { known: [], asked }),
  )
  world.subscriptions.add(subscription)
  world.emit({ type: 'subscription.added', subject: { type: 'subscription', id: subscription.id } })
  return { data: { type: 'subscription', id: subscription.id } }
})

type Asked = Partial<z.infer<typeof createInput>>

function changesFrom(
  world: World,
  departmentId: string,
  { known, asked }: { known: SubscriptionRecord['customFields']; asked: Asked },
): Partial<SubscriptionRecord> {
  const { invoicee, billing_cycle: cycle, invoice_generation: generation } = asked
  if (invoicee && !findCustomer(world, invoicee.customer)) throw invalid('invoicee.customer', 'must be valid')
  const sections = asked.grouped_lines && input.sectionsFrom(world, departmentId, asked.grouped_lines)
  return {
    ...(invoicee && { customer: invoicee.customer, forAttentionOf: input.attentionFrom(invoicee) }),
    ...(sections && { sections, ...totalsOf(sections, []) }),
    ...(cycle && { billingCycle: { ...cycle.periodicity, daysInAdvance: cycle.days_in_advance } }),
    ...(generation && {
      action: generation.action,
      directDebit: generation.payment_method === 'direct_debit',
      sendingMethods: generation.sending_methods?.map(({ method }) => method) ?? [],
    }),
    customFields: input.mergeCustomFields(
      world,
      known,
      asked.custom_fields,
      asked.custom_fields_update_strategy,
    ),
    ...input.given({
      title: asked.title,
      note: asked.note,
      startsOn: asked.starts_on,
      nextRenewalDate: asked.starts_on,
      endsOn: asked.ends_on,
      projectId: asked.project_id,
      paymentTerm: asked.payment_term,
      documentTemplateId: asked.document_template_id,
    }),
  }
}

function change(world: World, id: string, changes: Partial<SubscriptionRecord>, event: string): void {
  const subscription = getSubscription(world, id)
  Object.assign(subscription, changes, { updatedAt: world.clock.now() })
  world.subscriptions.touch(subscription)
  world.emit({ type: event, subject: { type: 'subscription', id } })
}

const update = operation(204, createInput.partial().extend({ id: ask.uuid }), (world, asked) => {
  const { departmentId, customFields } = getSubscription(world, asked.id)
  const changes = changesFrom(world, departmentId, { known: customFields, asked })
  change(world, asked.id, changes, 'subscription.updated')
})

export const subscriptionOperations: Record<string, Operation> = {
  'subscriptions.list': list,
  'subscriptions.info': operation(200, ask.byId, (world, { id }) => ({
    data: wireSubscriptionInfo(world, getSubscription(world, id)),
  })),
  'subscriptions.create': create,
  'subscriptions.update': update,
  'subscriptions.deactivate': operation(204, ask.byId, (world, { id }) => {
    change(world, id, { status: 'deactivated', nextRenewalDate: null }, 'subscription.deactivated')
  }),
}
