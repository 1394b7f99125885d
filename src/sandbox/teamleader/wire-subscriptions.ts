import type { SubscriptionRecord } from './records.ts'
import { taxGroups } from './totals.ts'
import {
  reference,
  referenceOrNull,
  wireCustomFields,
  wireInstant,
  wireMoney,
  wireSections,
  wireTaxes,
} from './wire.ts'
import { webUrl, wireAttention } from './wire-invoices.ts'
import type { World } from './world.ts'

export function wireSubscriptionItem(_world: World, subscription: SubscriptionRecord) {
  const { currency, billingCycle } = subscription
  return {
    id: subscription.id,
    title: subscription.title,
    note: subscription.note,
    status: subscription.status,
    department: reference('department', subscription.departmentId),
    invoicee: {
      customer: reference(subscription.customer.type, subscription.customer.id),
      for_attention_of: wireAttention(subscription.forAttentionOf),
    },
    project: referenceOrNull('project', subscription.projectId),
    starts_on: subscription.startsOn,
    ends_on: subscription.endsOn,
    next_renewal_date: subscription.nextRenewalDate,
    billing_cycle: {
      periodicity: { unit: billingCycle.unit, period: billingCycle.period },
      days_in_advance: billingCycle.daysInAdvance,
    },
    total: {
      tax_exclusive: wireMoney(subscription.netCents, currency),
      tax_inclusive: wireMoney(subscription.totalCents, currency),
      taxes: wireTaxes(taxGroups(subscription.sections, []), currency),
    },
    web_url: webUrl('subscription_detail.php', subscription.id),
    created_at: wireInstant(subscription.createdAt),
  }
}

export function wireSubscriptionInfo(world: World, subscription: SubscriptionRecord) {
  return {
    ...wireSubscriptionItem(world, subscription),
    payment_term: subscription.paymentTerm,
    grouped_lines: wireSections(subscription.sections, subscription.currency),
    invoice_generation: {
      action: subscription.action,
      ...(subscription.directDebit && { payment_method: 'direct_debit' }),
      ...(subscription.action === 'book_and_send' && {
        sending_methods: subscription.sendingMethods.map((method) => ({ method })),
      }),
    },
    custom_fields: wireCustomFields(world, subscription.customFields),
    document_template: reference('documentTemplate', subscription.documentTemplateId),
    currency: subscription.currency,
  }
}
