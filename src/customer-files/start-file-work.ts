import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import { ConflictError, InvalidInputError } from '../errors.ts'
import { type LongRun, type LongRunKind, startLongRun } from '../long-runs/index.ts'
import { type CustomerImport, canUndo, importState } from './customer-import.ts'
import { workOnFileJob } from './customer-import-jobs.ts'
import { readImport, writeImport } from './customer-import-table.ts'
import { rememberMapping } from './remember-mapping.ts'

/** What can be asked for an uploaded file. */
export type FileWork = 'preview' | 'import' | 'undo'

const kinds = {
  preview: 'customer_preview',
  import: 'customer_import',
  undo: 'customer_import_undo',
} as const satisfies Record<FileWork, LongRunKind>

/**
 * Starts long work on an uploaded file; pressed twice it joins the one that runs. `preview` tells what an import would do,
 * row by row, by the same path stopped before it writes. `import` brings the customers in and remembers what was chosen
 * for the columns; one that was stopped half-way goes on where it was. `undo` takes the import back, except for what was
 * changed by hand since. Throws ConflictError `under_way`, `already_imported`, `nothing_to_undo`, `unreadable`.
 */
export function startFileWork(
  ctx: Context | Tx,
  { importId, work }: { importId: string; work: FileWork },
): Promise<LongRun> {
  const kind = kinds[work]
  return inTransaction(ctx, async (tx) => {
    const known = await readImport(tx, importId, { isLocked: true })
    if (known.run && known.run.finishedAt === null) {
      if (known.run.kind === kind) return known.run
      throw new ConflictError('The file is being worked on', 'under_way')
    }
    checks[work](known)
    const { run } = await startLongRun(tx, { kind, subjectId: importId, ...startOf(known, work) })
    await writeImport(tx, importId, { runId: run.id, ...importRunOf(work, run.id) })
    if (work === 'import') await rememberMapping(tx, known.columns)
    await tx.enqueue(workOnFileJob, { creditorId: creditorOf(tx), runId: run.id }, { key: run.id })
    return run
  })
}

const checks: Readonly<Record<FileWork, (known: CustomerImport) => void>> = {
  preview(known) {
    refuseUnreadable(known)
    if (known.importRun && importState(known) !== 'undone') throw alreadyImported()
  },
  import(known) {
    refuseUnreadable(known)
    if (known.importRun?.state === 'finished' && importState(known) !== 'undone') throw alreadyImported()
  },
  undo(known) {
    if (!canUndo(known)) throw new ConflictError('There is nothing to undo', 'nothing_to_undo')
  },
}

/** Its name for people, how much there is to do where that is known, and where a stopped import was. */
function startOf(known: CustomerImport, work: FileWork) {
  const { importRun, fileName: name } = known
  if (work === 'undo') return { name, totalCount: writtenBy(importRun) }
  const isStopped = work === 'import' && importState(known) !== 'undone' && importRun?.cursor
  if (!isStopped) return { name }
  const { cursor, counts, doneCount } = importRun
  return { name, goesOn: { cursor, counts, doneCount } }
}

function importRunOf(work: FileWork, runId: string): { importRunId?: string | null } {
  if (work === 'import') return { importRunId: runId }
  return work === 'preview' ? { importRunId: null } : {}
}

function writtenBy(run: LongRun | null): number {
  return (run?.counts.create ?? 0) + (run?.counts.update ?? 0)
}

function alreadyImported(): ConflictError {
  return new ConflictError('The file has been imported; upload it again', 'already_imported')
}

function refuseUnreadable({ problem, columns }: CustomerImport): void {
  if (problem) throw new ConflictError('The file cannot be read as it is', 'unreadable')
  if (!columns.some(({ target }) => target !== null))
    throw new InvalidInputError('Say what at least one column holds', [
      { path: 'targets', message: 'No column is chosen' },
    ])
}
