import type { NewActivity } from '../activities/index.ts'
import { type Invoice, type InvoiceFacts, stateAfterPayment } from './invoice.ts'

const comparedFacts = [
  'number',
  'customerId',
  'customerName',
  'departmentExternalId',
  'invoiceDate',
  'dueDate',
  'currency',
  'totalCents',
  'openCents',
  'paymentState',
  'remittance',
  'purchaseOrderNumber',
  'documentVersion',
  'webUrl',
] as const

/** The names of the facts that the CRM changed; empty when nothing has to be written. */
export function changedFacts(known: Invoice, facts: InvoiceFacts): string[] {
  const changed: string[] = comparedFacts.filter((name) => known[name] !== facts[name])
  if (known.paidAt?.getTime() !== facts.paidAt?.getTime()) changed.push('paidAt')
  if (hasOtherProfile(known, facts)) changed.push('profile')
  if (known.state === 'archived') changed.push('state')
  return changed
}

function hasOtherProfile(known: Invoice, { profile }: InvoiceFacts): boolean {
  return (
    known.profileId !== profile.profileId ||
    known.profileWarning !== profile.warning ||
    known.profileWarningValue !== profile.warningValue
  )
}

/** The lines of history that a change deserves, in the words of the field: paid, part paid, reopened, credited. */
export function changeActivities(
  known: Invoice,
  facts: InvoiceFacts,
  changed: readonly string[],
): NewActivity[] {
  const about = { subjectKind: 'invoice', subjectId: known.id } as const
  const { number } = facts
  const money = { number, openCents: facts.openCents, totalCents: facts.totalCents, currency: facts.currency }
  const lines: NewActivity[] = []
  const settlement = settlementKind(known, facts)
  if (settlement)
    lines.push({ ...about, kind: settlement, data: { ...money, wasOpenCents: known.openCents } })
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
  const others = changed.filter((name) => name !== 'profile' && !(settlement && isAboutMoney(name)))
  if (others.length > 0) lines.push({ ...about, kind: 'invoice.updated', data: { ...money, fields: others } })
  return lines
}

function settlementKind(known: Invoice, facts: InvoiceFacts): NewActivity['kind'] | null {
  const before = known.state === 'archived' ? 'booked' : stateAfterPayment(known.paymentState)
  const after = stateAfterPayment(facts.paymentState)
  if (after === 'paid' && before !== 'paid')
    return facts.paymentState === 'credited' ? 'invoice.credited' : 'invoice.paid'
  if (before === 'paid' && after !== 'paid') return 'invoice.reopened'
  if (facts.paymentState === 'part_paid' && known.openCents !== facts.openCents) return 'invoice.partPaid'
  return null
}

function isAboutMoney(name: string): boolean {
  return name === 'openCents' || name === 'paymentState' || name === 'paidAt' || name === 'documentVersion'
}
