import type { ImportCounts } from '../../../imports/index.ts'

type Outcome = keyof ImportCounts
type SummaryState = 'finished' | 'cancelled' | 'failed'

/** What the mails about imports say. Counts come with the amounts that belong to them, already written out. */
export type MailCatalogue = {
  summarySubject: (facts: { state: SummaryState; imported: number; leftOut: number; name: string }) => string
  summaryIntro: Readonly<Record<SummaryState, (name: string, business: string) => string>>
  problem: (detail: string) => string
  /** One line an outcome: "12 imported (€ 1.200,00)". */
  outcome: Readonly<Record<Outcome, (count: number) => string>>
  nothingFound: string
  leftOutHeading: string
  unknownHeading: string
  unknown: string
  warned: (count: number) => string
  nobodyAsked: string
  incomplete: string
  more: (count: number) => string
  withoutNumber: string
  helps: string
  openInVorder: string
  openInCrm: string
  openRun: string
  digestSubject: (business: string) => string
  digestIntro: (business: string) => string
  digestFailed: string
  digestProfile: string
  digestReconnect: (account: string) => string
  openSettings: string
}
