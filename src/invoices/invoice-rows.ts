import { sql } from 'kysely'
import type { InvoiceFacts } from './invoice.ts'
import { nothingPaidHere, type PaidHere, settle } from './settle.ts'

/** The columns that follow the CRM, and what is due by it, with their types, in the one order that every statement of this room uses. */
const columns = {
  number: 'text',
  customer_id: 'text',
  customer_name: 'text',
  department_external_id: 'text',
  invoice_date: 'date',
  due_date: 'date',
  currency: 'text',
  total_cents: 'bigint',
  open_cents: 'bigint',
  state: 'text',
  state_cause: 'text',
  payment_state: 'text',
  paid_at: 'timestamptz',
  source_open_cents: 'bigint',
  source_payment_state: 'text',
  source_paid_at: 'timestamptz',
  paid_here_cents: 'bigint',
  paid_here_at: 'timestamptz',
  overpaid_cents: 'bigint',
  remittance: 'text',
  purchase_order_number: 'text',
  profile_id: 'text',
  profile_chosen_by: 'text',
  profile_warning: 'text',
  profile_warning_value: 'text',
  document_version: 'text',
  web_url: 'text',
  external_created_at: 'timestamptz',
  external_updated_at: 'timestamptz',
} as const

const names = Object.keys(columns)

/** `number, customer_id, …` */
export const factColumns = sql.raw(names.join(', '))
/** `r.number, r.customer_id, …` */
export const factValues = sql.raw(names.map((name) => `r.${name}`).join(', '))
/** The record definition for `jsonb_to_recordset`. */
export const factRecord = sql.raw(
  ['id text', 'external_id text', ...Object.entries(columns).map(([name, type]) => `${name} ${type}`)].join(
    ', ',
  ),
)

/** One row for `jsonb_to_recordset`: a thousand of them travel as one JSON document, the fastest form short of COPY. */
export function factRow(
  id: string,
  facts: InvoiceFacts,
  paidHere: PaidHere = nothingPaidHere,
): Record<string, unknown> {
  const settlement = settle({ totalCents: facts.totalCents, source: facts, paidHere })
  return {
    id,
    external_id: facts.externalId,
    number: facts.number,
    customer_id: facts.customerId,
    customer_name: facts.customerName,
    department_external_id: facts.departmentExternalId,
    invoice_date: facts.invoiceDate,
    due_date: facts.dueDate,
    currency: facts.currency,
    total_cents: facts.totalCents,
    open_cents: settlement.openCents,
    state: settlement.state,
    state_cause: settlement.stateCause,
    payment_state: settlement.paymentState,
    paid_at: settlement.paidAt?.toISOString() ?? null,
    source_open_cents: facts.openCents,
    source_payment_state: facts.paymentState,
    source_paid_at: facts.paidAt?.toISOString() ?? null,
    paid_here_cents: paidHere.cents,
    paid_here_at: paidHere.at?.toISOString() ?? null,
    overpaid_cents: settlement.overpaidCents,
    remittance: facts.remittance,
    purchase_order_number: facts.purchaseOrderNumber,
    profile_id: facts.profile.profileId,
    profile_chosen_by: facts.profile.chosenBy,
    profile_warning: facts.profile.warning,
    profile_warning_value: facts.profile.warningValue,
    document_version: facts.documentVersion,
    web_url: facts.webUrl,
    external_created_at: facts.externalCreatedAt?.toISOString() ?? null,
    external_updated_at: facts.externalUpdatedAt?.toISOString() ?? null,
  }
}
