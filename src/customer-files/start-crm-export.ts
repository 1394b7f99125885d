import { getConnection } from '../connections/index.ts'
import { type Context, creditorOf, inTransaction } from '../context.ts'
import { ReconnectNeededError } from '../errors.ts'
import { type LongRun, startLongRun } from '../long-runs/index.ts'
import { type ExportDetails, exportCrmCustomersJob } from './crm-export.ts'

/**
 * Starts to export every customer of a CRM account to a file that can be downloaded and imported (promise A12). Pressed
 * again it gives the export that is under way. Throws NotFoundError, and ReconnectNeededError when nothing could be asked.
 */
export function startCrmExport(
  ctx: Context,
  input: { connectionId: string; details: ExportDetails },
): Promise<LongRun> {
  return inTransaction(ctx, async (tx) => {
    const connection = await getConnection(tx, input)
    if (connection.state !== 'connected')
      throw new ReconnectNeededError(`${connection.accountName} is not connected: connect it again first`)
    const { run, isNew } = await startLongRun(tx, {
      kind: 'customer_crm_export',
      subjectId: connection.id,
      name: connection.accountName,
      input: { details: input.details },
    })
    if (isNew) {
      const data = { creditorId: creditorOf(tx), runId: run.id }
      await tx.enqueue(exportCrmCustomersJob, data, { key: run.id })
    }
    return run
  })
}
