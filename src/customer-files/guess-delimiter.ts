import { type Delimiter, delimiters } from './delimiters.ts'
import { fileLimits } from './file-limits.ts'
import { FileProblemError } from './file-problem-error.ts'
import { type FileRow, readCsv } from './read-csv.ts'

/**
 * The delimiter with which the first rows of a text have the same number of cells most often, and more than one. A first
 * line `sep=;`, as Excel writes it, decides. Comma when nothing can be told (one column).
 */
export async function guessDelimiter(head: string): Promise<Delimiter> {
  const said = /^sep=([,;\t|])\r?\n/i.exec(head)?.[1]
  if (said) return said as Delimiter
  const scores = await Promise.all(
    delimiters.map(async (delimiter) => scoreOf(await rowsOf(head, delimiter))),
  )
  const best = Math.max(...scores)
  return delimiters[scores.indexOf(best)] ?? ','
}

/** How steady the rows are, first; how many cells they have, second. As many titles as rows do not make it one column. */
function scoreOf(rows: readonly FileRow[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  const [width = 1, count = 0] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  if (width < 2) return 0
  return (count / rows.length) * 1_000 + Math.min(width, fileLimits.columns)
}

/** The first rows; what cannot be read with this delimiter counts for nothing. */
async function rowsOf(head: string, delimiter: string): Promise<FileRow[]> {
  const rows: FileRow[] = []
  try {
    for await (const some of readCsv(oneText(head), delimiter)) rows.push(...some.slice(0, 100))
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error
  }
  return rows.slice(0, 100)
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text
}
