import type { NoteEvent } from '../crm-note.ts'

/** The sentence of a note; `detail` is what the event adds, or empty. */
export type NoteCatalogue = Readonly<Record<NoteEvent, (detail: string) => string>>
