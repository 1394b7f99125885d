import type { NewActivity } from '../activities/index.ts'
import { type Invoice, type InvoiceFacts, stateAfterPayment } from './invoice.ts'
import type { PaidHere, Settlement } from './settle.ts'

/** An invoice as it was, what the CRM says now, and where it stands with what was paid here. */
export type InvoiceChange = {
  known: Invoice
  facts: InvoiceFacts
  paidHere: PaidHere
  settlement: Settlement
}

const comparedFacts = [
  'number',
  'customerId',
  'customerName',
  'departmentExternalId',
  'invoiceDate',
  'dueDate',
  'currency',
  'totalCents',
  'remittance',
  'purchaseOrderNumber',
  'documentVersion',
  'webUrl',
] as const

/** The names of the facts that changed; empty when nothing has to be written. */
export function changedFacts(change: InvoiceChange): string[] {
  const { known, facts } = change
  const changed: string[] = comparedFacts.filter((name) => known[name] !== facts[name])
  changed.push(...changedMoney(change))
  if (hasOtherProfile(known, facts)) changed.push('profile')
  if (known.state === 'archived') changed.push('state')
  return changed
}

/** What is due, and beside it what only the CRM says and what only Vorder knows. */
function changedMoney({ known, facts, paidHere, settlement }: InvoiceChange): string[] {
  const isSame = {
    openCents: known.openCents === settlement.openCents,
    paymentState: known.paymentState === settlement.paymentState,
    paidAt: known.paidAt?.getTime() === settlement.paidAt?.getTime(),
    sourceOpenCents: known.sourceOpenCents === facts.openCents,
    sourcePaymentState: known.sourcePaymentState === facts.paymentState,
    sourcePaidAt: known.sourcePaidAt?.getTime() === facts.paidAt?.getTime(),
    paidHereCents: known.paidHereCents === paidHere.cents,
    overpaidCents: known.overpaidCents === settlement.overpaidCents,
  }
  return Object.entries(isSame).flatMap(([name, same]) => (same ? [] : [name]))
}

function hasOtherProfile(known: Invoice, { profile }: InvoiceFacts): boolean {
  return (
    known.profileId !== profile.profileId ||
    known.profileWarning !== profile.warning ||
    known.profileWarningValue !== profile.warningValue
  )
}

/** The lines of history that a change deserves, in the words of the field: paid, part paid, reopened, credited. */
export function changeActivities(change: InvoiceChange, changed: readonly string[]): NewActivity[] {
  const { known, facts, settlement: next } = change
  const about = { subjectKind: 'invoice', subjectId: known.id } as const
  const { number } = facts
  const money = { number, openCents: next.openCents, totalCents: facts.totalCents, currency: facts.currency }
  const lines: NewActivity[] = []
  const settlement = settlementKind(known, next)
  if (settlement)
    lines.push({
      ...about,
      kind: settlement,
      cause: next.stateCause,
      data: { ...money, wasOpenCents: known.openCents },
    })
  if (next.overpaidCents > known.overpaidCents)
    lines.push({
      ...about,
      kind: 'invoice.overpaid',
      data: { number, overpaidCents: next.overpaidCents, currency: facts.currency },
    })
  if (changed.includes('profile')) {
    lines.push({
      ...about,
      kind: 'invoice.profileChosen',
      cause: facts.profile.chosenBy,
      data: { number, profileId: facts.profile.profileId, name: facts.profile.profileName },
    })
    if (facts.profile.warning) {
      lines.push({
        ...about,
        kind: 'invoice.profileUnknown',
        cause: facts.profile.warning,
        data: { number, value: facts.profile.warningValue },
      })
    }
  }
  const others = changed.filter((name) => name !== 'profile' && !isToldAlready(name, settlement))
  if (others.length > 0) lines.push({ ...about, kind: 'invoice.updated', data: { ...money, fields: others } })
  return lines
}

function settlementKind(known: Invoice, next: Settlement): NewActivity['kind'] | null {
  const before = known.state === 'archived' ? 'booked' : stateAfterPayment(known.paymentState)
  const after = stateAfterPayment(next.paymentState)
  if (after === 'paid' && before !== 'paid')
    return next.paymentState === 'credited' ? 'invoice.credited' : 'invoice.paid'
  if (before === 'paid' && after !== 'paid') return 'invoice.reopened'
  if (next.paymentState === 'part_paid' && known.openCents !== next.openCents) return 'invoice.partPaid'
  return null
}

/** What only the bookkeeping of payments needs is no news of the invoice. */
const behindTheScenes = [
  'sourceOpenCents',
  'sourcePaymentState',
  'sourcePaidAt',
  'paidHereCents',
  'overpaidCents',
]

function isToldAlready(name: string, settlement: NewActivity['kind'] | null): boolean {
  return behindTheScenes.includes(name) || (settlement !== null && isAboutMoney(name))
}

function isAboutMoney(name: string): boolean {
  return name === 'openCents' || name === 'paymentState' || name === 'paidAt' || name === 'documentVersion'
}
