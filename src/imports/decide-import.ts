import type { CrmInvoice } from '../crm/index.ts'
import { isZero } from '../values/index.ts'
import type { SkipCause } from './import-cause.ts'

export type ImportDecision = { do: 'import' } | { do: 'update' } | { do: 'skip'; cause: SkipCause }

export type DecideImportInput = {
  invoice: Pick<CrmInvoice, 'state' | 'isPaid' | 'isCredited' | 'total' | 'departmentExternalId'>
  /** The connection holds this invoice already. */
  isKnown: boolean
  /** The departments to import; null means all (N1). */
  departmentExternalIds: readonly string[] | null
}

/**
 * Everything that can keep an invoice out is decided here and nowhere else. The article: drafts, paid invoices and
 * invoices with a zero amount are not imported (B1, B2, B3). One that is in already follows the CRM, whatever it
 * became (B9, B16).
 */
export function decideImport({ invoice, isKnown, departmentExternalIds }: DecideImportInput): ImportDecision {
  if (isKnown) return { do: 'update' }
  if (invoice.state === 'draft') return skip('draft')
  if (isZero(invoice.total)) return skip('zero_amount')
  if (invoice.total.amountCents < 0) return skip('negative_amount')
  if (invoice.isPaid) return skip(invoice.isCredited ? 'credited' : 'paid')
  if (isOtherDepartment(invoice.departmentExternalId, departmentExternalIds))
    return skip('department_not_chosen')
  return { do: 'import' }
}

function isOtherDepartment(departmentExternalId: string | null, chosen: readonly string[] | null): boolean {
  return chosen !== null && departmentExternalId !== null && !chosen.includes(departmentExternalId)
}

function skip(cause: SkipCause): ImportDecision {
  return { do: 'skip', cause }
}
