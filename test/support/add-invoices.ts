import { type Context, creditorOf } from '../../src/context.ts'

/** The columns of an invoice that a test cares for; the others are as they come. */
export type InvoiceRow = {
  id: string
  number?: string | null
  customerId?: string
  customerName?: string
  invoiceDate?: string | null
  dueDate?: string | null
  currency?: string
  totalCents?: number
  openCents?: number
  state?: 'booked' | 'paid' | 'archived'
  profileId?: string
  chosenBy?: string
  warning?: string | null
  document?: string
  department?: string | null
  remittance?: string | null
  purchaseOrder?: string | null
}

/** Puts invoices straight into the tables, with a connection, profiles and customers as they name them. */
export async function addInvoices(ctx: Context, rows: readonly InvoiceRow[]): Promise<void> {
  const creditorId = creditorOf(ctx)
  const { owner } = ctx.database
  await owner.query(
    `insert into connections (id, creditor_id, source, state, account_external_id, account_name, hook_secret_sealed,
       hook_secret_hash, connected_at, departments)
     values ('con_' || $1, $1, 'teamleader', 'disconnected', $1, 'Account', '', sha256($1::bytea), now(),
       '[{"externalId": "dep-1", "name": "Shop"}]')
     on conflict do nothing`,
    [creditorId],
  )
  await owner.query(
    `insert into profiles (id, creditor_id, name, created_at)
     select distinct profile_id, $1, profile_id, now() from jsonb_to_recordset($2) as r(profile_id text)
     on conflict do nothing`,
    [creditorId, JSON.stringify(rows.map((row) => ({ profile_id: profileOf(ctx, row) })))],
  )
  await owner.query(
    `insert into customers (id, creditor_id, number, kind, company_name, created_at, updated_at)
     select distinct on (id) id, $1, id, 'company', name, now(), now()
     from jsonb_to_recordset($2) as r(id text, name text)
     on conflict do nothing`,
    [creditorId, JSON.stringify(rows.map((row) => ({ id: customerOf(ctx, row), name: nameOf(row) })))],
  )
  await owner.query(invoiceRows, [creditorId, JSON.stringify(rows.map((row) => recordOf(ctx, row)))])
}

const invoiceRows = `
  insert into invoices (id, creditor_id, connection_id, external_id, number, customer_id, customer_name, department_external_id,
    invoice_date, due_date, currency, total_cents, open_cents, source_open_cents, state, payment_state, source_payment_state,
    remittance, purchase_order_number, profile_id, profile_chosen_by, profile_warning, document_state, imported_at, updated_at)
  select id, $1, 'con_' || $1, id, number, customer_id, customer_name, department, invoice_date, due_date, currency,
    total_cents, open_cents, open_cents, state, payment_state, payment_state, remittance, purchase_order, profile_id,
    chosen_by, warning, document, now(), now()
  from jsonb_to_recordset($2) as r(id text, number text, customer_id text, customer_name text, department text,
    invoice_date date, due_date date, currency text, total_cents bigint, open_cents bigint, state text, payment_state text,
    remittance text, purchase_order text, profile_id text, chosen_by text, warning text, document text)`

const plain = {
  number: null,
  department: null,
  invoiceDate: null,
  dueDate: null,
  currency: 'EUR',
  totalCents: 10_000,
  remittance: null,
  purchaseOrder: null,
  chosenBy: 'connection',
  warning: null,
  document: 'none',
}

function recordOf(ctx: Context, given: InvoiceRow) {
  const { state = 'booked' } = given
  const row = { ...plain, ...given }
  const isPaid = state === 'paid'
  return {
    id: row.id,
    number: row.number,
    customer_id: customerOf(ctx, given),
    customer_name: nameOf(given),
    department: row.department,
    invoice_date: row.invoiceDate,
    due_date: row.dueDate,
    currency: row.currency,
    total_cents: row.totalCents,
    open_cents: row.openCents ?? (isPaid ? 0 : row.totalCents),
    state,
    payment_state: isPaid ? 'paid' : 'open',
    remittance: row.remittance,
    purchase_order: row.purchaseOrder,
    profile_id: profileOf(ctx, given),
    chosen_by: row.chosenBy,
    warning: row.warning,
    document: row.document,
  }
}

function customerOf(ctx: Context, row: InvoiceRow): string {
  return row.customerId ?? `cus_${creditorOf(ctx)}`
}

function profileOf(ctx: Context, row: InvoiceRow): string {
  return row.profileId ?? `prf_${creditorOf(ctx)}`
}

function nameOf(row: InvoiceRow): string {
  return row.customerName ?? 'Bakkerij Peeters'
}
