import { type Context, inTransaction, type Tx } from '../context.ts'
import { customerFields } from '../customers/index.ts'
import type { RowOutcome } from './customer-import.ts'
import type { CustomerImportRow, RowChange, RowField, RowValue } from './customer-import-row.ts'
import { readImport } from './customer-import-table.ts'

export type ListRowsInput = {
  importId: string
  outcome?: RowOutcome | undefined
  isKept?: boolean | undefined
  /** The `record` that the page before ended with. */
  after?: number | undefined
  limit: number
}

/**
 * The rows of the import, or of the last preview while nothing was imported, in the order of the file. Of a large file
 * all refusals are here (up to 100,000), of what is created, updated or unchanged the first thousand each in a preview.
 */
export function listImportRows(ctx: Context | Tx, input: ListRowsInput): Promise<CustomerImportRow[]> {
  return inTransaction(ctx, async (tx) => {
    const { importRun } = await readImport(tx, input.importId)
    let query = tx.db
      .selectFrom('customerImportRows')
      .select([
        'record',
        'line',
        'outcome',
        'name',
        'customerId',
        'before',
        'after',
        'refusal',
        'notes',
        'undone',
        'undoneCause',
      ])
      .where('importId', '=', input.importId)
      .where('phase', '=', importRun ? 'import' : 'preview')
      .orderBy('record')
      .limit(input.limit)
    if (input.outcome) query = query.where('outcome', '=', input.outcome)
    if (input.isKept) query = query.where('undone', '=', 'kept')
    if (input.after !== undefined) query = query.where('record', '>', input.after)
    const rows = await query.execute()
    return rows.map(({ before, after, ...row }) => ({
      ...(row as unknown as CustomerImportRow),
      changes: changesOf(before as Values | null, after as Values | null),
    }))
  })
}

type Values = Partial<Record<RowField | 'connectionId' | 'externalType' | 'externalId', RowValue>>

const inOrder: readonly RowField[] = [...customerFields, 'number', 'profileId']

/** In the order in which people read them. A link to a record is one thing to a person: its id there tells it. */
function changesOf(before: Values | null, after: Values | null): RowChange[] {
  const changes = inOrder.flatMap((field): RowChange[] => {
    const value = after?.[field]
    return value === undefined ? [] : [{ field, before: before?.[field] ?? null, after: value }]
  })
  const link = after?.externalId
  return link === undefined ? changes : [...changes, { field: 'link', before: null, after: link }]
}
