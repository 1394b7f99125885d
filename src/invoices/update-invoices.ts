import { sql } from 'kysely'
import { recordActivities } from '../activities/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import type { Invoice, InvoiceFacts } from './invoice.ts'
import { changeActivities, changedFacts, type InvoiceChange } from './invoice-changes.ts'
import { factColumns, factRecord, factRow, factValues } from './invoice-rows.ts'
import { type PaidHere, settle } from './settle.ts'

/** `paidHere` is absent where the ledger of payments has nothing new to say. */
export type InvoiceUpdate = { known: Invoice; facts: InvoiceFacts; paidHere?: PaidHere | undefined }

/**
 * Brings invoices to what the CRM says now (promise B16), less what was paid here, with one statement, and answers which of
 * them really changed. Where nothing changed nothing is written, so a second run leaves no trace. Webhook, refresh, a
 * payment by hand and its revocation all end here.
 */
export async function updateInvoices(tx: Tx, updates: readonly InvoiceUpdate[]): Promise<Set<string>> {
  const changes = updates
    .map(withSettlement)
    .map((change) => ({ ...change, changed: changedFacts(change) }))
    .filter((change) => change.changed.length > 0)
  if (changes.length === 0) return new Set()
  const rows = changes.map(({ known, facts, paidHere }) => factRow(known.id, facts, paidHere))
  await sql`
    update invoices set (${factColumns}) = row(${factValues}), updated_at = ${tx.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${factRecord})
    where invoices.creditor_id = ${creditorOf(tx)} and invoices.id = r.id`.execute(tx.db)
  await recordActivities(
    tx,
    changes.flatMap((change) => changeActivities(change, change.changed)),
  )
  return new Set(changes.map(({ known }) => known.id))
}

/** A payment by hand, or its revocation: what the CRM says stays as it was. The invoice is locked by the caller. */
export async function settleInvoice(tx: Tx, input: { known: Invoice; paidHere: PaidHere }): Promise<void> {
  await updateInvoices(tx, [{ ...input, facts: factsAsKnown(input.known) }])
}

function withSettlement({ known, facts, paidHere: given }: InvoiceUpdate): InvoiceChange {
  const paidHere = given ?? { cents: known.paidHereCents, at: known.paidHereAt }
  return {
    known,
    facts,
    paidHere,
    settlement: settle({ totalCents: facts.totalCents, source: facts, paidHere }),
  }
}

function factsAsKnown(known: Invoice): InvoiceFacts {
  return {
    ...known,
    openCents: known.sourceOpenCents,
    paymentState: known.sourcePaymentState,
    paidAt: known.sourcePaidAt,
    profile: {
      profileId: known.profileId,
      profileName: '',
      chosenBy: known.profileChosenBy,
      warning: known.profileWarning,
      warningValue: known.profileWarningValue,
    },
  }
}
