import { templateOf } from './blank-invoice.ts'
import { oneLine } from './builders.ts'
import type { CustomerRef, CustomField, SubscriptionRecord } from './records.ts'
import { totalsOf } from './totals.ts'
import type { World } from './world.ts'

/** A monthly subscription without a title, customer or lines. */
export function blankSubscription(world: World, departmentId: string): SubscriptionRecord {
  const nowMs = world.clock.now()
  return {
    id: world.random.uuid(),
    title: '',
    note: null,
    status: 'active',
    departmentId,
    customer: { type: 'company', id: '' },
    forAttentionOf: null,
    projectId: null,
    startsOn: world.clock.today(),
    endsOn: null,
    nextRenewalDate: null,
    billingCycle: { unit: 'month', period: 1, daysInAdvance: 0 },
    sections: [],
    netCents: 0,
    totalCents: 0,
    currency: world.catalog.departments.get(departmentId)?.currency ?? 'EUR',
    paymentTerm: { type: 'after_invoice_date', days: 30 },
    action: 'draft',
    sendingMethods: [],
    directDebit: false,
    customFields: [],
    documentTemplateId: templateOf(world, departmentId),
    createdAt: nowMs,
    updatedAt: nowMs,
  }
}

export type NewSubscription = {
  title?: string
  customer: CustomerRef
  departmentId?: string
  totalCents?: number
  customFields?: CustomField[]
}

/** A running monthly contract of the given amount, VAT included. */
export function addSubscription(world: World, input: NewSubscription): SubscriptionRecord {
  const departmentId = input.departmentId ?? [...world.catalog.departments.all()][0]?.id ?? ''
  const line = oneLine(world, departmentId, { total: input.totalCents ?? 12_100 })
  const sections = [{ title: '', lines: [line] }]
  const subscription = world.subscriptions.add({
    ...blankSubscription(world, departmentId),
    title: input.title ?? 'Onderhoudscontract',
    customer: { ...input.customer },
    sections,
    ...totalsOf(sections, []),
    action: 'book',
    customFields: input.customFields ?? [],
    nextRenewalDate: world.clock.today(),
  })
  world.emit({ type: 'subscription.added', subject: { type: 'subscription', id: subscription.id } })
  return subscription
}
