import type { WriteBackCause, WriteBackStanding } from '../write-back.ts'

/** What it is, and what it means or what helps. */
export type WriteBackWords = { title: string; explanation: string }

/** Words for each standing and each cause; one that is missing in a language does not compile. */
export type WriteBackCatalogue = Readonly<{
  standings: Record<WriteBackStanding, WriteBackWords>
  causes: Record<WriteBackCause, WriteBackWords>
}>
