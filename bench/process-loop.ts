import pg from 'pg'
import { runProgram } from './child.ts'

type Setup = { databaseUrl: string; apiUrl: string; token: string; updatedSince: string }
type Owner = { creditorId: string; connectionId: string; profileId: string }
type Invoice = {
  id: string
  invoice_number: string
  invoice_date: string
  due_on: string
  invoicee: { name: string; customer: { id: string } }
  total: { payable: { amount: number; currency: string }; due: { amount: number } }
}
type Company = { id: string; name: string; emails: { email: string }[] }

const pageSize = 100

/**
 * The sketch that a developer writes in an afternoon: fetch a page, upsert it with one statement a table while the
 * next page is fetched. No ledger, no history, no decisions, no retries, nothing to resume from.
 */
runProgram<Setup>({
  async start(setup) {
    const client = new pg.Client({ connectionString: setup.databaseUrl })
    await client.connect()
    const found = await client.query<Owner>(
      `select c.creditor_id as "creditorId", c.id as "connectionId", p.id as "profileId"
       from connections c join profiles p using (creditor_id)`,
    )
    const [owner] = found.rows
    if (!owner) throw new Error('The database of the loop has no connection')
    return {
      ready: {},
      answer: async () => {
        const startedAt = performance.now()
        const rows = await importAll(client, setup, owner)
        return { rows, seconds: (performance.now() - startedAt) / 1_000 }
      },
      stop: () => client.end(),
    }
  },
})

async function importAll(client: pg.Client, setup: Setup, owner: Owner): Promise<number> {
  const known = new Set<string>()
  let rows = 0
  let next = fetchPage(setup, 1)
  for (let number = 1; ; number += 1) {
    const invoices = await next
    const isLast = invoices.length < pageSize
    if (!isLast) next = fetchPage(setup, number + 1)
    const missing = [...new Set(invoices.map((invoice) => invoice.invoicee.customer.id))].filter(
      (id) => !known.has(id),
    )
    const companies = missing.length > 0 ? await fetchCompanies(setup, missing) : []
    await storePage(client, owner, { invoices, companies })
    for (const { id } of companies) known.add(id)
    rows += invoices.length
    if (isLast) return rows
  }
}

function fetchPage(setup: Setup, number: number): Promise<Invoice[]> {
  return call<Invoice[]>(setup, 'invoices.list', {
    filter: { updated_since: setup.updatedSince },
    page: { size: pageSize, number },
    sort: [{ field: 'invoice_date', order: 'asc' }],
  })
}

function fetchCompanies(setup: Setup, ids: string[]): Promise<Company[]> {
  return call<Company[]>(setup, 'companies.list', { filter: { ids }, page: { size: pageSize, number: 1 } })
}

async function call<T>({ apiUrl, token }: Setup, operation: string, body: object): Promise<T> {
  const answer = await fetch(`${apiUrl}/${operation}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}`)
  return ((await answer.json()) as { data: T }).data
}

type Page = { invoices: readonly Invoice[]; companies: readonly Company[] }

async function storePage(client: pg.Client, owner: Owner, page: Page): Promise<void> {
  const { creditorId, connectionId, profileId } = owner
  await client.query('begin')
  await client.query(
    `insert into customers (id, creditor_id, number, kind, company_name, email, connection_id, external_type, external_id,
       created_at, updated_at)
     select 'c' || r.id, $2, r.id, 'company', r.name, r.email, $3, 'company', r.id, now(), now()
     from jsonb_to_recordset($1::jsonb) as r(id text, name text, email text)
     on conflict (connection_id, external_type, external_id) do update set company_name = excluded.company_name`,
    [JSON.stringify(page.companies.map(companyRow)), creditorId, connectionId],
  )
  await client.query(
    `insert into invoices (id, creditor_id, connection_id, external_id, number, customer_id, customer_name, invoice_date,
       due_date, currency, total_cents, open_cents, state, payment_state, profile_id, profile_chosen_by, imported_at, updated_at)
     select 'i' || r.id, $2, $3, r.id, r.number, 'c' || r.customer_id, r.customer_name, r.invoice_date, r.due_date, r.currency,
       r.total_cents, r.open_cents, 'booked', 'open', $4, 'connection', now(), now()
     from jsonb_to_recordset($1::jsonb) as r(id text, number text, customer_id text, customer_name text, invoice_date date,
       due_date date, currency text, total_cents bigint, open_cents bigint)
     on conflict (connection_id, external_id) do update set open_cents = excluded.open_cents, updated_at = excluded.updated_at`,
    [JSON.stringify(page.invoices.map(invoiceRow)), creditorId, connectionId, profileId],
  )
  await client.query('commit')
}

function companyRow({ id, name, emails }: Company) {
  return { id, name, email: emails[0]?.email ?? null }
}

function invoiceRow(invoice: Invoice) {
  return {
    id: invoice.id,
    number: invoice.invoice_number,
    customer_id: invoice.invoicee.customer.id,
    customer_name: invoice.invoicee.name,
    invoice_date: invoice.invoice_date,
    due_date: invoice.due_on,
    currency: invoice.total.payable.currency,
    total_cents: Math.round(invoice.total.payable.amount * 100),
    open_cents: Math.round(invoice.total.due.amount * 100),
  }
}
