import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import type { UndeliverableAddress } from './undeliverable-addresses.ts'

/** Whose address it is, and the invoice whose message came back. */
export type AddressOfCustomers = UndeliverableAddress & {
  customers: { id: string; name: string; number: string }[]
  invoice: { id: string; number: string | null } | null
}

export type ListUndeliverableInput = {
  /** Only those to which mail for this customer goes. */
  customerId?: string | undefined
}

const mostListed = 1_000

/** Addresses that take no mail (promise C8) with the customers that have them as e-mail or CC; newest first, a thousand at most. */
export function listUndeliverable(
  ctx: Context | Tx,
  { customerId }: ListUndeliverableInput = {},
): Promise<AddressOfCustomers[]> {
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql<AddressOfCustomers & { invoiceId: string | null; number: string | null }>`
      with used as (
        select c.id, c.number, address,
          coalesce(nullif(c.company_name, ''), btrim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, ''))) as name
        from customers c cross join lateral (
          select lower(trim(c.email)) as address where c.email is not null union select lower(trim(cc)) from unnest(c.cc) as cc
        ) addresses
        where c.merged_into is null and (${customerId ?? null}::text is null or c.id = ${customerId ?? null})
      ), owners as (
        select address, jsonb_agg(jsonb_build_object('id', id, 'name', name, 'number', number) order by name, id) as customers
        from used where address in (select u.address from undeliverable_addresses u) group by address
      )
      select u.id, u.address, u.detail, u.found_at, coalesce(o.customers, '[]'::jsonb) as customers,
        m.invoice_id, i.number
      from undeliverable_addresses u left join owners o using (address)
        left join messages m on m.id = u.message_id left join invoices i on i.id = m.invoice_id
      where ${customerId ?? null}::text is null or o.address is not null
      order by u.found_at desc, u.id limit ${mostListed}`.execute(tx.db)
    return rows.map(({ invoiceId, number, ...row }) => ({
      ...row,
      invoice: invoiceId === null ? null : { id: invoiceId, number },
    }))
  })
}
