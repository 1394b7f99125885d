import { type NewActivity, recordActivity } from '../activities/index.ts'
import { type Context, inTransaction } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { getLongRun, type LongRun, type LongRunEnd, workOnLongRun } from '../long-runs/index.ts'
import type { CustomerImport } from './customer-import.ts'
import { readImport, writeImport } from './customer-import-table.ts'
import { FileProblemError } from './file-problem-error.ts'
import { goThroughFile } from './go-through-file.ts'
import { undoCustomerImport } from './undo-customer-import.ts'

/**
 * Previews, imports or undoes an uploaded file, as its run says, in the name of who started it. Safe to run twice: it
 * goes on behind the last page that was stored, and a page is stored with its progress.
 */
export async function workOnFile(ctx: Context, { runId }: { runId: string }): Promise<void> {
  const started = await getLongRun(ctx, runId).catch(absent)
  if (!started) return
  const actor = started.startedById
    ? ({ kind: 'user', id: started.startedById, name: started.startedByName ?? undefined } as const)
    : ctx.actor
  const acting = { ...ctx, actor }
  await workOnLongRun(acting, runId, async (run) => {
    const file = await inTransaction(acting, (tx) => readImport(tx, run.subjectId ?? ''))
    try {
      const end = await workOf(acting, run, file)
      await tell(acting, run, { file, end })
      return end
    } catch (error) {
      // A file that turns out to be broken says so in the words of whoever looks.
      if (error instanceof FileProblemError)
        await inTransaction(acting, (tx) => writeImport(tx, file.id, { problem: error.problem }))
      throw error
    }
  })
}

function workOf(ctx: Context, run: LongRun, file: CustomerImport): Promise<LongRunEnd> {
  if (run.kind === 'customer_import_undo') return undoCustomerImport(ctx, { run, file })
  const phase = run.kind === 'customer_import' ? 'import' : 'preview'
  return goThroughFile(ctx, { run, file, phase })
}

const kinds: Partial<Record<LongRun['kind'], NewActivity['kind']>> = {
  customer_import: 'customerImport.finished',
  customer_import_undo: 'customerImport.undone',
}

async function tell(
  ctx: Context,
  run: LongRun,
  { file, end }: { file: CustomerImport; end: LongRunEnd },
): Promise<void> {
  const kind = kinds[run.kind]
  if (!kind || end.state !== 'finished') return
  const { counts } = await getLongRun(ctx, run.id)
  await inTransaction(ctx, (tx) =>
    recordActivity(tx, {
      subjectKind: 'customer_import',
      subjectId: file.id,
      kind,
      data: { name: file.fileName, counts },
    }),
  )
}

function absent(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error
}
