import type { KeptCause } from '../../imported-customers/index.ts'
import type { FileProblem, FileProblemCode } from '../file-problem.ts'
import type { NoteCode, RefusalCode, RowRefusal } from '../row-refusal.ts'

export type FileWords = { title: string; explanation: string }
export type RefusalFacts = Required<NonNullable<RowRefusal['facts']>>

/** Words for all that a file can be told; a new code without words in one language does not compile. */
export type FileCatalogue = {
  problems: Readonly<
    Record<FileProblemCode, (problem: Required<Pick<FileProblem, 'line' | 'limit'>>) => FileWords>
  >
  refusals: Readonly<Record<RefusalCode, (facts: RefusalFacts) => FileWords>>
  notes: Readonly<Record<NoteCode, string>>
  /** Why an undo left a customer as it is. */
  kept: Readonly<Record<KeptCause, string>>
}
