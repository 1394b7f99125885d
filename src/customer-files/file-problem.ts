/** Why a file cannot be read at all. A row that cannot come in is a refusal instead, and stops no other. */
export const fileProblemCodes = [
  'empty_file',
  'not_text',
  'unclosed_quote',
  'broken_quote',
  'cell_too_long',
  'row_too_long',
  'too_many_columns',
  'too_many_rows',
  'old_workbook',
  'not_a_workbook',
  'broken_workbook',
  'workbook_too_large',
  'no_such_sheet',
  'file_too_large',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

/** `line` is where a person finds it: the line of a text file, the row of a sheet. */
export type FileProblem = { code: FileProblemCode; line?: number; limit?: number }
