import type { ImportCause } from '../import-cause.ts'

/** What a bookkeeper reads about a cause: what it is, why, and what helps. */
export type CauseWords = { title: string; explanation: string; remedy: string }

/** Words for every cause; a new cause without words in one language does not compile. */
export type CauseCatalogue = Readonly<Record<ImportCause, CauseWords>>
