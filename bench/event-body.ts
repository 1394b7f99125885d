/** Whose webhook it imitates. */
export type EventKind = 'teamleader' | 'stripe'

/** Signs Stripe's events between the load generator and the reference; protects nothing. */
export const stripeSecret = 'whsec_benchmark'

/** The body of one event about one invoice; Teamleader's is padded to `bytes`, Stripe's carries the whole invoice. */
export function bodyOf(
  kind: EventKind,
  { id, accountId, bytes }: { id: string; accountId: string; bytes: number },
): string {
  return kind === 'stripe' ? stripeEvent(id, bytes) : teamleaderEvent(id, accountId, bytes)
}

function teamleaderEvent(id: string, accountId: string, bytes: number): string {
  const event = {
    subject: { type: 'invoice', id },
    type: 'invoice.booked',
    account: { type: 'account', id: accountId },
  }
  const plain = JSON.stringify(event)
  const missing = bytes - plain.length - ',"padding":""'.length
  return missing > 0 ? JSON.stringify({ ...event, padding: 'x'.repeat(missing) }) : plain
}

function stripeEvent(id: string, bytes: number): string {
  const created = Math.floor(Date.now() / 1_000)
  const event = (note: string) =>
    JSON.stringify({
      id: `evt_${id}`,
      object: 'event',
      api_version: '2020-08-27',
      created,
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type: 'invoice.paid',
      data: { object: stripeInvoice({ id: `in_${id}`, customerId: `cus_${id}`, created, note }) },
    })
  const missing = bytes - event('').length
  return missing > 0 ? event('x'.repeat(missing)) : event('')
}

/** An invoice with three lines in the shape of Stripe's API. */
export function stripeInvoice(input: { id: string; customerId: string; created: number; note: string }) {
  const { id, customerId, created, note } = input
  return {
    id,
    object: 'invoice',
    account_country: 'BE',
    account_name: 'Atelier',
    amount_due: 12_100,
    amount_paid: 12_100,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    auto_advance: false,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created,
    currency: 'eur',
    customer: customerId,
    customer_email: 'info@company.example',
    customer_name: 'Company BV',
    description: note,
    discounts: [],
    due_date: created + 2_592_000,
    ending_balance: 0,
    lines: {
      object: 'list',
      data: [0, 1, 2].map((line) => stripeLine(`${id}_${line}`)),
      has_more: false,
      total_count: 3,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: {},
    number: id.slice(-8),
    paid: true,
    period_end: created,
    period_start: created,
    starting_balance: 0,
    status: 'paid',
    status_transitions: {
      finalized_at: created,
      marked_uncollectible_at: null,
      paid_at: created,
      voided_at: null,
    },
    subtotal: 10_000,
    tax: 2_100,
    total: 12_100,
    total_discount_amounts: [],
    total_tax_amounts: [],
  }
}

function stripeLine(id: string) {
  return {
    id: `il_${id}`,
    object: 'line_item',
    amount: 4_033,
    currency: 'eur',
    description: 'Onderhoud installatie',
    discountable: true,
    discounts: [],
    livemode: false,
    metadata: {},
    period: { end: 1_764_000_000, start: 1_764_000_000 },
    proration: false,
    quantity: 1,
    tax_amounts: [],
    tax_rates: [],
    type: 'invoiceitem',
  }
}
