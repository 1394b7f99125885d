import { type Language, moneyText } from '../../texts/index.ts'
import type { ManualImport } from '../get-manual-import.ts'
import type { ManualLine } from '../list-manual-lines.ts'
import { explained, mailWords } from './mail-words.ts'
import { type MailItem, type MailPart, renderMail } from './render-mail.ts'

export type SummaryFacts = {
  import: ManualImport
  /** The first of those that did not come in. */
  leftOut: readonly ManualLine[]
  warnedCount: number
  businessName: string
  language: Language
  publicUrl: string
}

/** The mail after an import by hand (promise B8): counts and amounts, and each invoice that did not come in, with why. */
export function summaryMail(facts: SummaryFacts): { subject: string; text: string; html: string } {
  const words = mailWords(facts.language)
  const { run } = facts.import
  const state = run.state === 'cancelled' || run.state === 'failed' ? run.state : 'finished'
  const name = typeof run.input.name === 'string' ? run.input.name : ''
  const leftOutCount = facts.import.counts.skipped + facts.import.counts.failed
  const subject = words.summarySubject({
    state,
    imported: facts.import.counts.imported,
    leftOut: leftOutCount,
    name,
  })
  const parts: MailPart[] = [
    { paragraph: words.summaryIntro[state](name, facts.businessName) },
    ...(run.causeDetail ? [{ paragraph: words.problem(run.causeDetail) }] : []),
    { paragraph: outcomeLines(facts) },
    ...remarks(facts),
    ...unknownPart(facts),
    ...leftOutPart(facts, leftOutCount),
    { links: [{ label: words.openRun, url: `${facts.publicUrl}/invoices/import?run=${run.id}` }] },
  ]
  return { subject: subject.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 200), ...renderMail(parts) }
}

const outcomes = ['imported', 'updated', 'unchanged', 'skipped', 'failed'] as const

function outcomeLines({ language, import: { counts, totals } }: SummaryFacts): string {
  const words = mailWords(language)
  const lines = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const amounts = totals
        .filter((total) => total.outcome === outcome)
        .map((total) => moneyText(total, language))
      const said = words.outcome[outcome](counts[outcome])
      return amounts.length > 0 ? `${said}: ${amounts.join(', ')}` : said
    })
  return lines.length > 0 ? lines.join('\n') : words.nothingFound
}

function remarks({ warnedCount, language, import: seen }: SummaryFacts): MailPart[] {
  const words = mailWords(language)
  return [
    ...(seen.choice === 'none' && seen.counts.imported > 0 ? [{ paragraph: words.nobodyAsked }] : []),
    ...(warnedCount > 0 ? [{ paragraph: words.warned(warnedCount) }] : []),
    ...(seen.isComplete ? [] : [{ paragraph: words.incomplete }]),
  ]
}

function unknownPart({ language, import: { unknown } }: SummaryFacts): MailPart[] {
  const words = mailWords(language)
  if (unknown.length === 0) return []
  return [{ heading: words.unknownHeading }, { paragraph: `${words.unknown}\n${unknown.join('\n')}` }]
}

function leftOutPart(facts: SummaryFacts, count: number): MailPart[] {
  const { leftOut, language } = facts
  const words = mailWords(language)
  if (leftOut.length === 0) return []
  const rest = count - leftOut.length
  const causes = [...new Set(leftOut.map((line) => line.cause))]
  return [
    { heading: words.leftOutHeading },
    ...causes.flatMap((cause): MailPart[] => [
      { paragraph: cause ? explained(cause, language) : '' },
      { items: leftOut.filter((line) => line.cause === cause).map((line) => itemOf(line, facts)) },
    ]),
    ...(rest > 0 ? [{ paragraph: words.more(rest) }] : []),
  ]
}

function itemOf(line: ManualLine, { language, publicUrl }: SummaryFacts): MailItem {
  const words = mailWords(language)
  const { totalCents, currency } = line
  const amount =
    totalCents !== null && currency ? moneyText({ amountCents: totalCents, currency }, language) : null
  const title = [line.number ?? words.withoutNumber, line.customerName, amount].filter(Boolean).join(' · ')
  return {
    title,
    text: '',
    links: [
      { label: words.openInVorder, url: `${publicUrl}/import?q=${encodeURIComponent(line.externalId)}` },
      { label: words.openInCrm, url: line.webUrl },
    ],
  }
}
