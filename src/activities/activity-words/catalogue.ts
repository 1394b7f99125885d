import type { ActivityKind } from '../activity.ts'

/** The facts that a sentence may need, already written the way the language writes them. */
export type ActivityFacts = {
  /** The open amount with its currency, or empty. */
  open: string
  total: string
  /** The amount of one payment. */
  amount: string
  overpaid: string
  text: (name: string) => string
}

/** A sentence for each kind of activity; one that is missing in a language does not compile. */
export type ActivityCatalogue = Readonly<Record<ActivityKind, (facts: ActivityFacts) => string>>
