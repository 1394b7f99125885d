import { activityTitle } from '../activities/index.ts'
import { causeWords, type HeardEvent, type ImportCause } from '../imports/index.ts'
import { diagnosisWords } from './diagnosis-words.ts'
import type { Evidence } from './evidence.ts'
import type { Reader } from './tell-facts.ts'

/** One step of what happened: we were told, we asked, we decided. */
export type Step = { at: Date; kind: 'told' | 'asked' | 'decided'; text: string }

/** Everything that is known to have happened about the invoice, oldest first, up to the look that was just taken. */
export function tellChronology(evidence: Evidence, reader: Reader, now: Date): Step[] {
  const { events, run, looks, history, crm } = evidence
  const words = diagnosisWords(reader.language)
  const steps: Step[] = [
    ...events.map((event): Step => ({ at: event.receivedAt, kind: 'told', text: toldText(event, reader) })),
    ...(run ? [{ at: run.startedAt, kind: 'asked' as const, text: words.lookedAt[run.kind] }] : []),
    ...looks.map(({ decidedAt, isPreview, outcome }): Step => {
      const said = words.outcomes[outcome]
      return {
        at: decidedAt,
        kind: 'asked',
        text: isPreview ? words.previewed(said) : words.importedByHand(said),
      }
    }),
    ...history.map((activity): Step => {
      const title = activityTitle(activity, reader.language)
      const isCause = activity.kind === 'invoice.skipped' || activity.kind === 'invoice.failed'
      const cause = isCause && activity.cause ? activity.cause : null
      const text = cause ? `${title}: ${causeWords(cause as ImportCause, reader.language).title}` : title
      return { at: activity.at, kind: 'decided', text }
    }),
    { at: now, kind: 'asked', text: words.askedNow(words.answers[crm.kind]) },
  ]
  return steps.sort((one, other) => one.at.getTime() - other.at.getTime())
}

function toldText({ type, state }: HeardEvent, { language }: Reader): string {
  const words = diagnosisWords(language)
  const name = type ?? '?'
  if (state === 'ignored') return words.toldIgnored(name)
  return state === 'pending' ? words.toldWaits(name) : words.told(name)
}
