import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { NotFoundError } from '../errors.ts'
import { getLongRun } from '../long-runs/index.ts'
import type { CustomerImport } from './customer-import.ts'

const columns = [
  'id',
  'fileName',
  'sizeBytes',
  'sha256',
  'storageKey',
  'reading',
  'sheets',
  'columns',
  'mode',
  'matchBy',
  'problem',
  'runId',
  'importRunId',
  'erasedAt',
  'uploadedAt',
  'uploadedByName',
] as const

/** One uploaded file with its runs. `isLocked` keeps others from changing it until the transaction ends. */
export async function readImport(
  tx: Tx,
  id: string,
  options: { isLocked?: boolean } = {},
): Promise<CustomerImport> {
  let query = tx.db
    .selectFrom('customerImports')
    .select([...columns])
    .where('id', '=', id)
    .where('readyAt', 'is not', null)
  if (options.isLocked) query = query.forNoKeyUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw new NotFoundError('There is no such import')
  return withRuns(tx, row)
}

/** The uploaded files, newest first. */
export async function readImports(
  tx: Tx,
  page: { before?: string | undefined; limit: number },
): Promise<CustomerImport[]> {
  let query = tx.db
    .selectFrom('customerImports')
    .select([...columns])
    .where('readyAt', 'is not', null)
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.before) query = query.where('id', '<', page.before)
  const rows = await query.execute()
  const imports: CustomerImport[] = []
  for (const row of rows) imports.push(await withRuns(tx, row))
  return imports
}

type Row = { runId: string | null; importRunId: string | null }

async function withRuns(tx: Tx, row: Row): Promise<CustomerImport> {
  const { runId, importRunId, ...rest } = row
  const run = runId ? await getLongRun(tx, runId) : null
  const importRun = importRunId === runId ? run : importRunId ? await getLongRun(tx, importRunId) : null
  return { ...rest, run, importRun } as unknown as CustomerImport
}

type Changes = Partial<
  Pick<CustomerImport, 'reading' | 'sheets' | 'columns' | 'mode' | 'matchBy' | 'problem'> & {
    sizeBytes: number
    sha256: string
    readyAt: Date
    runId: string | null
    importRunId: string | null
  }
>

/** Stores what changed of an uploaded file. */
export async function writeImport(tx: Tx, id: string, changes: Changes): Promise<void> {
  const { reading, columns: fileColumns, problem, ...rest } = changes
  await tx.db
    .updateTable('customerImports')
    .set({
      ...rest,
      ...(reading && { reading: JSON.stringify(reading) }),
      ...(fileColumns && { columns: JSON.stringify(fileColumns) }),
      ...(problem !== undefined && { problem: problem && sql`${JSON.stringify(problem)}::jsonb` }),
    })
    .where('id', '=', id)
    .execute()
}
