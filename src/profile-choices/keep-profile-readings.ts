import { sql } from 'kysely'
import { creditorOf, type Tx } from '../context.ts'
import type { ProfileReading } from './profile-reading.ts'

/**
 * Keeps what the custom fields of invoices said, in the transaction that chooses their profiles; with one statement, and
 * nothing is written where they say what they said before.
 */
export async function keepProfileReadings(tx: Tx, readings: readonly ProfileReading[]): Promise<void> {
  if (readings.length === 0) return
  const rows = readings.map((reading) => ({
    invoice_id: reading.invoiceId,
    invoice_field: reading.invoiceField,
    invoice_values: reading.invoiceValues,
    subscription_field: reading.subscriptionField,
    subscription_values: reading.subscriptionValues,
  }))
  await sql`
    insert into profile_readings as p (invoice_id, creditor_id, invoice_field, invoice_values, subscription_field,
      subscription_values, read_at)
    select r.invoice_id, ${creditorOf(tx)}, r.invoice_field, r.invoice_values, r.subscription_field,
      r.subscription_values, ${tx.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(invoice_id text, invoice_field text,
      invoice_values text[], subscription_field text, subscription_values text[])
    on conflict (invoice_id) do update set
      invoice_field = excluded.invoice_field, invoice_values = excluded.invoice_values,
      subscription_field = excluded.subscription_field, subscription_values = excluded.subscription_values,
      read_at = excluded.read_at
    where (p.invoice_field, p.invoice_values, p.subscription_field, p.subscription_values)
      is distinct from (excluded.invoice_field, excluded.invoice_values, excluded.subscription_field,
        excluded.subscription_values)`.execute(tx.db)
}
