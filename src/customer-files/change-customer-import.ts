import { type Context, inTransaction } from '../context.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import {
  type CustomerImport,
  type FileColumn,
  type FileReading,
  type ImportMode,
  importState,
  type MatchField,
} from './customer-import.ts'
import { readImport, writeImport } from './customer-import-table.ts'
import { type FileTarget, fileColumns } from './file-columns.ts'
import { FileProblemError } from './file-problem-error.ts'
import { joinedTargets } from './guess-columns.ts'
import { type FileLook, lookAtFile } from './look-at-file.ts'
import { rememberMapping } from './remember-mapping.ts'

export type ChangeImportInput = {
  id: string
  /** How the file is to be read; the columns are guessed anew when it is given. */
  reading?: Partial<FileReading> | undefined
  /** What columns hold, by their index; null: nothing that is wanted. */
  targets?: Record<string, string | null> | undefined
  mode?: ImportMode | undefined
  matchBy?: MatchField[] | undefined
}

/**
 * A person says how the file is read and what its columns are; what they choose is remembered for the next file with the
 * same headers. A preview from before no longer counts. Throws ConflictError while it is being worked on, and when it has
 * been imported already.
 */
export async function changeCustomerImport(ctx: Context, input: ChangeImportInput): Promise<CustomerImport> {
  const known = await inTransaction(ctx, (tx) => readImport(tx, input.id))
  refuseWhenUsed(known)
  const look = input.reading ? await lookAgain(ctx, known, input.reading) : undefined
  return inTransaction(ctx, async (tx) => {
    refuseWhenUsed(await readImport(tx, input.id, { isLocked: true }))
    const columns = chosen(look?.columns ?? known.columns, input.targets ?? {})
    await writeImport(tx, input.id, {
      ...look,
      columns,
      ...(input.mode && { mode: input.mode }),
      ...(input.matchBy && { matchBy: input.matchBy }),
      runId: null,
      importRunId: null,
    })
    if (input.targets) await rememberMapping(tx, columns)
    return readImport(tx, input.id)
  })
}

function refuseWhenUsed(customerImport: CustomerImport): void {
  const state = importState(customerImport)
  if (state === 'previewing' || state === 'importing' || state === 'undoing')
    throw new ConflictError('The file is being worked on', 'under_way')
  if (customerImport.importRun && state !== 'undone')
    throw new ConflictError(
      'The file has been imported; upload it again to import it otherwise',
      'already_imported',
    )
}

type Look = Partial<FileLook> & Pick<CustomerImport, 'problem'>

async function lookAgain(ctx: Context, known: CustomerImport, asked: Partial<FileReading>): Promise<Look> {
  const { format, encoding, delimiter, sheet } = known.reading
  const kept = { ...(encoding && { encoding }), ...(delimiter && { delimiter }), ...(sheet && { sheet }) }
  const wish = { ...kept, ...withoutNothing(asked), format }
  try {
    return { ...(await lookAtFile(ctx, { storageKey: known.storageKey, wish })), problem: null }
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error
    return { reading: { ...known.reading, ...wish }, columns: [], problem: error.problem }
  }
}

function withoutNothing(asked: Partial<FileReading>): Partial<FileReading> {
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined && value !== null),
  )
}

function chosen(columns: readonly FileColumn[], targets: Record<string, string | null>): FileColumn[] {
  const changed = columns.map((column) => {
    const target = targets[column.index]
    if (target === undefined) return column
    return { ...column, target: checkedTarget(column.index, target), guessedBy: null }
  })
  refuseUnknownColumns(columns, targets)
  refuseDoubles(changed)
  return changed
}

function checkedTarget(index: number, target: string | null): FileTarget | null {
  if (target === null) return null
  const known = fileColumns.find((column) => column.target === target)
  if (known) return known.target
  throw invalid(index, `There is no field “${target}”`)
}

function refuseUnknownColumns(columns: readonly FileColumn[], targets: Record<string, string | null>): void {
  for (const index of Object.keys(targets)) {
    if (!columns[Number(index)]) throw invalid(index, 'The file has no such column')
  }
}

function refuseDoubles(columns: readonly FileColumn[]): void {
  for (const { index, target } of columns) {
    const first = columns.find((column) => column.target === target)
    if (target === null || joinedTargets.includes(target) || first?.index === index) continue
    throw invalid(index, `Column “${first?.header ?? ''}” is taken for the same`)
  }
}

function invalid(index: number | string, message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path: `targets.${index}`, message }])
}
