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
  const { connection, line, externalId, number, invoice } = evidence
  const said: [string, unknown][] = [
    ['verdict', verdict.code],
    ['looked at', now.toISOString()],
    ['number', number],
    ['external id', externalId],
    ['invoice', invoice?.id],
    ['connection', `${connection.id} ${connection.source} ${connection.state}`],
    ['reason', connection.stateReason],
    ['imports by itself', connection.importInvoicesAutomatically],
    ['departments', connection.departmentExternalIds?.join(', ') ?? 'all'],
    [
      'webhooks',
      `${connection.hookEventTypes.length} types${connection.hookProblem ? `, ${connection.hookProblem}` : ''}`,
    ],
    ['last heard', connection.lastHeardAt?.toISOString()],
    ['last reconciled', connection.lastReconciledAt?.toISOString()],
    ['crm', crmText(evidence.crm)],
    [
      'ledger',
      line &&
        `${line.outcome} ${line.cause ?? ''} decided ${line.decidedAt.toISOString()} attempts ${line.attempts}`,
    ],
    ['ledger detail', line?.causeDetail],
    ['next try', line?.nextTryAt?.toISOString()],
    ['first heard', line?.firstHeardAt.toISOString()],
  ]
  const lines = said.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}: ${String(value)}`],
  )
  const steps = tellChronology(evidence, { language: 'en', timeZone: 'UTC' }, now)
  const happened = steps.map(({ at, kind, text }) => `${at.toISOString()} ${kind}: ${text}`)
  return withoutSecrets([...lines, '', ...happened].join('\n'))
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
