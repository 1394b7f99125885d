/** Why one row of a file does not come in, or is left alone. Each has words that name what to mend. */
export const refusalCodes = [
  'no_name',
  'invalid_email',
  'invalid_cc',
  'not_text',
  'too_long',
  'too_many_cells',
  'duplicate_in_file',
  'unknown_customer',
  'ambiguous',
  'number_taken',
  'linked_elsewhere',
  'unknown_profile',
  'anonymised',
  'only_new',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** `column` is the header of the cell that has to be mended; null when it is about the whole row. */
export type RowRefusal = {
  code: RefusalCode
  column: string | null
  /** What the words need: the value, a line, numbers of customers. */
  facts?: { value?: string; line?: number; numbers?: string[]; limit?: number }
}

/** What a person should know of a row that comes in. */
export const noteCodes = ['unknown_account'] as const
export type NoteCode = (typeof noteCodes)[number]
