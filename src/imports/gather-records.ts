import type { CrmCredit, CrmInvoice, CrmSource } from '../crm/index.ts'
import { SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import type { KnownMoney } from '../invoices/index.ts'
import type { FieldObstacle } from './field-obstacle.ts'

/** An invoice's record: its payments one by one, and its credit notes where they explain the open amount. */
export type GatheredRecord = { invoice: CrmInvoice; credits: CrmCredit[] | null }

type Gathered = { records: Map<string, GatheredRecord>; obstacles: Map<string, FieldObstacle> }

type RecordInput = {
  source: CrmSource
  invoices: readonly CrmInvoice[]
  known: ReadonlyMap<string, KnownMoney>
  /** The CRM's own time of change is no proof that nothing changed. */
  mayHaveChanged: (invoice: CrmInvoice) => boolean
}

/**
 * Reads the record of each invoice whose money moved, or that comes in part paid: a list shows neither payments nor credit notes, and calls a credited
 * one paid. Where the record cannot be had the list's word stands, unless payments told here could then count twice.
 */
export async function gatherRecords(input: RecordInput, gathered: Gathered): Promise<void> {
  for (const invoice of input.invoices) {
    const known = input.known.get(invoice.externalId)
    if (!isNeeded(invoice, known, input.mayHaveChanged)) continue
    try {
      const record = await readRecord(input.source, invoice, known)
      if (record) gathered.records.set(invoice.externalId, record)
      else if (hasPaymentsHere(known))
        gathered.obstacles.set(invoice.externalId, {
          cause: 'crm_unavailable',
          detail: 'The record of this invoice could not be read, and it has payments that were noted here',
        })
    } catch (error) {
      if (!isAboutOneRecord(error) && !(error instanceof SourceRejectedError)) throw error
      const cause = error instanceof SourceRejectedError ? 'crm_refused' : 'crm_unavailable'
      if (hasPaymentsHere(known)) gathered.obstacles.set(invoice.externalId, { cause, detail: error.message })
    }
  }
}

/** One record that the CRM cannot give is that invoice's trouble. */
export function isAboutOneRecord(error: unknown): error is SourceUnavailableError {
  return error instanceof SourceUnavailableError && ['server_error', 'timeout'].includes(error.code)
}

function isNeeded(
  invoice: CrmInvoice,
  known: KnownMoney | undefined,
  mayHaveChanged: RecordInput['mayHaveChanged'],
): boolean {
  const openCents = invoice.isPaid ? 0 : invoice.open.amountCents
  // One that comes in part paid brings its payments along, so that none of them is later taken for another one. One that
  // stays out as paid is here only where its record shall tell whether it was credited.
  if (!known) return openCents < invoice.total.amountCents
  if (openCents !== known.sourceOpenCents) return true
  return hasPaymentsHere(known) && mayHaveChanged(invoice)
}

function hasPaymentsHere(known: KnownMoney | undefined): boolean {
  return known !== undefined && known.paidHereCents !== 0
}

async function readRecord(
  source: CrmSource,
  listed: CrmInvoice,
  known: KnownMoney | undefined,
): Promise<GatheredRecord | undefined> {
  const record = await source.findInvoice(listed.externalId)
  if (!record || 'raw' in record || !record.payments) return undefined
  const { isPaid, isCredited, total, open, paidAt, payments, updatedAt } = record
  const invoice = { ...listed, isPaid, isCredited, total, open, paidAt, payments, updatedAt }
  const staysOut = !known && isPaid
  const isAsked = !staysOut && !isExplained(record)
  return { invoice, credits: isAsked ? await source.listCredits(listed.externalId) : null }
}

/** The payments alone explain what is open: no credit note is asked for. */
function isExplained({ total, open, payments }: CrmInvoice): boolean {
  const paid = (payments ?? []).reduce((sum, { amount }) => sum + amount.amountCents, 0)
  return total.amountCents - paid === open.amountCents
}
