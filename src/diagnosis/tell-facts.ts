import type { CrmInvoice } from '../crm/index.ts'
import { causeWords, type ImportCause } from '../imports/index.ts'
import { type Language, momentText, moneyText } from '../texts/index.ts'
import { diagnosisWords } from './diagnosis-words.ts'
import type { Evidence } from './evidence.ts'
import { withoutSecrets } from './without-secrets.ts'

export type Reader = { language: Language; timeZone: string }

/** The facts behind a verdict, one sentence each: what is so in the CRM, what was so before, what comes next. */
export function tellFacts(evidence: Evidence, reader: Reader): string[] {
  return [
    ...presentFacts(evidence, reader),
    ...pastFacts(evidence, reader),
    ...heardFacts(evidence, reader),
    ...nextFacts(evidence, reader),
  ]
}

function presentFacts({ crm, connection }: Evidence, reader: Reader): string[] {
  const words = diagnosisWords(reader.language)
  if (crm.kind === 'no_answer') return [words.crmNotAsked(causeWords(crm.cause, reader.language).title)]
  if (crm.kind === 'absent') return [words.notInCrm]
  if (crm.kind === 'unreadable') return [words.detail(withoutSecrets(crm.problem))]
  const { invoice } = crm
  const facts = [
    words.inCrm({
      number: invoice.number ?? '–',
      state: words.states[stateOf(invoice)],
      total: moneyText(invoice.total, reader.language),
      open: moneyText(invoice.open, reader.language),
    }),
  ]
  if (invoice.paidAt) facts.push(words.paidAt(momentText(invoice.paidAt, reader)))
  const department = connection.departments.find(
    ({ externalId }) => externalId === invoice.departmentExternalId,
  )
  if (department) facts.push(words.department(department.name))
  return facts
}

function stateOf(invoice: CrmInvoice): 'draft' | 'booked' | 'paid' | 'credited' {
  if (invoice.isCredited) return 'credited'
  return invoice.isPaid ? 'paid' : invoice.state
}

/** Why it stayed out before, each cause with the last time. */
function pastFacts({ history, invoice }: Evidence, reader: Reader): string[] {
  const words = diagnosisWords(reader.language)
  const latest = new Map<string, Date>()
  for (const { cause, at, kind } of history)
    if (cause && (kind === 'invoice.skipped' || kind === 'invoice.failed') && !latest.has(cause))
      latest.set(cause, at)
  const facts = [...latest].map(([cause, at]) => {
    const moment = momentText(at, reader)
    if (cause === 'zero_amount') return words.amountWasZero(moment)
    if (cause === 'draft') return words.wasDraft(moment)
    return words.stayedOut(moment, causeWords(cause as ImportCause, reader.language).title)
  })
  if (invoice) facts.push(words.importedAt(momentText(invoice.importedAt, reader)))
  return facts
}

function heardFacts({ events, externalId }: Evidence, reader: Reader): string[] {
  const words = diagnosisWords(reader.language)
  const [latest] = events
  if (latest) return [words.heard(events.length, momentText(latest.receivedAt, reader))]
  return externalId === null ? [] : [words.neverHeard]
}

function nextFacts({ line, invoice }: Evidence, reader: Reader): string[] {
  const words = diagnosisWords(reader.language)
  if (invoice || !line) return []
  return [
    ...(line.causeDetail ? [words.detail(withoutSecrets(line.causeDetail))] : []),
    ...(line.nextTryAt ? [words.nextTry(momentText(line.nextTryAt, reader))] : []),
  ]
}
