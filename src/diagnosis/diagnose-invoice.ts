import type { Context } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import type { Language } from '../texts/index.ts'
import { decideVerdict, type RemedyKind, type VerdictCode } from './decide-verdict.ts'
import { diagnosisWords, verdictWords } from './diagnosis-words.ts'
import { diagnosticText } from './diagnostic-text.ts'
import type { Evidence } from './evidence.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { readQuestion } from './read-question.ts'
import { type Step, tellChronology } from './tell-chronology.ts'
import { tellFacts } from './tell-facts.ts'

/** Why one invoice is not here, in the reader's language, and the one thing that helps. */
export type Diagnosis = {
  connectionId: string
  externalId: string | null
  number: string | null
  customerName: string | null
  lineId: string | null
  invoiceId: string | null
  webUrl: string | null
  verdict: { code: VerdictCode; title: string; explanation: string; remedy: string }
  facts: string[]
  chronology: Step[]
  remedy: { kind: RemedyKind; label: string } | null
  /** To be copied for whoever helps; without secrets. */
  diagnostic: string
}

export type DiagnoseInput = { text: string; connectionId?: string | undefined; language: Language }

/**
 * "Why is my invoice not here?" (promise B15), by number, Teamleader link or id. Answers from the ledger and a fresh look,
 * and from the ledger alone, saying so, while the CRM cannot be asked. Several invoices may share a number. Changes
 * nothing.
 */
export async function diagnoseInvoice(ctx: Context, input: DiagnoseInput): Promise<Diagnosis[]> {
  const question = readQuestion(input.text)
  if (!question) return []
  const { timeZone } = await getCreditor(ctx)
  const evidence = await gatherEvidence(ctx, { question, connectionId: input.connectionId })
  return evidence.map((each) => diagnosisOf(each, { language: input.language, timeZone }, ctx.now()))
}

function diagnosisOf(
  evidence: Evidence,
  reader: { language: Language; timeZone: string },
  now: Date,
): Diagnosis {
  const verdict = decideVerdict(evidence)
  return {
    connectionId: evidence.connection.id,
    externalId: evidence.externalId,
    number: evidence.number,
    ...identityOf(evidence),
    verdict: { code: verdict.code, ...verdictWords(verdict.code, reader.language) },
    facts: tellFacts(evidence, reader),
    chronology: tellChronology(evidence, reader, now),
    remedy: verdict.remedy && {
      kind: verdict.remedy,
      label: diagnosisWords(reader.language).remedies[verdict.remedy],
    },
    diagnostic: diagnosticText(evidence, verdict, now),
  }
}

/** What a person recognises it by, and what the remedies need; what the CRM says now goes first. */
function identityOf({ line, crm, invoice }: Evidence) {
  const nothing = { customerName: null, webUrl: null }
  const remembered = line ?? nothing
  const found = crm.kind === 'found' ? crm.invoice : nothing
  return {
    customerName: found.customerName ?? remembered.customerName,
    webUrl: found.webUrl ?? remembered.webUrl,
    lineId: line?.id ?? null,
    invoiceId: invoice?.id ?? null,
  }
}
