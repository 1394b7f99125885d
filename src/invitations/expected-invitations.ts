import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { isEmailAddress } from '../values/index.ts'
import type { MessageCause, MessageState } from './message.ts'

/**
 * What becomes of an invitation if nothing changes: it `leaves` at the next look, `with_document` once the PDF is there,
 * `when_live` once somebody goes live, is `kept_back` by something a person mends, or there is `none`.
 */
export const expectations = ['leaves', 'with_document', 'when_live', 'kept_back', 'none'] as const
export type Expectation = (typeof expectations)[number]

/** `customerKey` is the same for the same customer, also of one that a preview takes back again. */
export type ExpectedInvitation = { invoiceId: string; invitation: Expectation; customerKey: string }

type Row = {
  invoiceId: string
  state: MessageState | null
  cause: MessageCause | null
  customerKey: string
  email: string | null
  isUndeliverable: boolean
}

/** What becomes of the invitations of invoices that came in, for the person who brings them in. */
export async function expectedInvitations(
  tx: Tx,
  invoiceIds: readonly string[],
): Promise<ExpectedInvitation[]> {
  if (invoiceIds.length === 0) return []
  const { rows } = await sql<Row>`
    select i.id as invoice_id, m.state, m.cause, coalesce(c.external_type || ' ' || c.external_id, c.id) as customer_key,
      case when s.id is null then c.email else s.email end as email,
      exists (select from undeliverable_addresses u where u.address = lower(trim(case when s.id is null then c.email else s.email end)))
        as is_undeliverable
    from invoices i join customers c on c.id = i.customer_id left join customers s on s.id = c.merged_into
      left join messages m on m.invoice_id = i.id and m.kind = 'invitation' and m.copy_of is null
    where i.id = any(${[...invoiceIds]}::text[])`.execute(tx.db)
  return rows.map((row) => ({
    invoiceId: row.invoiceId,
    invitation: expectationOf(row),
    customerKey: row.customerKey,
  }))
}

function expectationOf({ state, cause, email, isUndeliverable }: Row): Expectation {
  if (state === null || state === 'cancelled') return 'none'
  const isReachable = email !== null && isEmailAddress(email) && !isUndeliverable
  if (!isReachable) return 'kept_back'
  if (state === 'waiting') return 'with_document'
  if (state === 'held') return cause === 'not_live' ? 'when_live' : 'kept_back'
  return 'leaves'
}
