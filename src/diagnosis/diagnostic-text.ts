import { moneyToDecimal } from '../values/index.ts'
import type { Verdict } from './decide-verdict.ts'
import type { CrmAnswer, Evidence } from './evidence.ts'
import { tellChronology } from './tell-chronology.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * What somebody who helps needs to know, to be copied: codes, ids, amounts and moments. No secret, no token, no name of a
 * customer and no address is in it.
 */
export function diagnosticText(evidence: Evidence, verdict: Verdict, now: Date): string {
  const said: Said[] = [
    ['verdict', verdict.code],
    ['looked at', now.toISOString()],
    ['number', evidence.number],
    ['external id', evidence.externalId],
    ['invoice', evidence.invoice?.id],
    ['crm', crmText(evidence.crm)],
    ...connectionLines(evidence),
    ...ledgerLines(evidence),
  ]
  const lines = said.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`)
  const steps = tellChronology(evidence, { language: 'en', timeZone: 'UTC' }, now)
  const happened = steps.map(({ at, kind, text }) => `${at.toISOString()} ${kind}: ${text}`)
  return withoutSecrets([...lines, '', ...happened].join('\n'))
}

type Said = [name: string, value: string | null | undefined]

function connectionLines({ connection }: Evidence): Said[] {
  const problem = connection.hookProblem ? `, ${connection.hookProblem}` : ''
  return [
    ['connection', `${connection.id} ${connection.source} ${connection.state}`],
    ['reason', connection.stateReason],
    ['imports by itself', connection.importInvoicesAutomatically ? 'yes' : 'no'],
    ['departments', connection.departmentExternalIds?.join(', ') ?? 'all'],
    ['webhooks', `${connection.hookEventTypes.length} types${problem}`],
    ['last heard', connection.lastHeardAt?.toISOString()],
    ['last reconciled', connection.lastReconciledAt?.toISOString()],
  ]
}

function ledgerLines({ line }: Evidence): Said[] {
  if (!line) return [['ledger', 'no line']]
  return [
    ['ledger', [line.outcome, line.cause, `after ${line.attempts} looks`].filter(Boolean).join(', ')],
    ['decided', line.decidedAt.toISOString()],
    ['first heard', line.firstHeardAt.toISOString()],
    ['next try', line.nextTryAt?.toISOString()],
    ['ledger detail', line.causeDetail],
  ]
}

function crmText(crm: CrmAnswer): string {
  if (crm.kind === 'no_answer') return `no answer, ${crm.cause}: ${crm.detail}`
  if (crm.kind === 'unreadable') return `unreadable: ${crm.problem}`
  if (crm.kind === 'absent') return 'not there'
  const { state, isPaid, isCredited, total, open, invoiceDate, createdAt, updatedAt } = crm.invoice
  return [
    state,
    isPaid ? 'paid' : 'not paid',
    isCredited ? 'credited' : null,
    `total ${moneyToDecimal(total)} ${total.currency}`,
    `open ${moneyToDecimal(open)}`,
    `dated ${invoiceDate ?? 'never'}`,
    `created ${createdAt?.toISOString() ?? 'unknown'}`,
    `updated ${updatedAt?.toISOString() ?? 'unknown'}`,
  ]
    .filter(Boolean)
    .join(', ')
}
