import { recordActivity } from '../activities/index.ts'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { lockInvoice } from '../invoices/index.ts'
import { currentStop, endCurrent } from './current-stop.ts'
import { noteStops } from './note-stops.ts'
import type { StopKind } from './stop.ts'

const news = {
  hold: 'invoice.holdEnded',
  dispute: 'invoice.disputeEnded',
  promise: 'invoice.promiseEnded',
} as const

/**
 * Takes a hold, a dispute or a promise to pay back (promise C10): reminders go on with the one step that is due then. Does
 * nothing when there is none. Throws NotFoundError.
 */
export function endStop(ctx: Context | Tx, input: { invoiceId: string; kind: StopKind }): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { id: invoiceId, number } = await lockInvoice(tx, input.invoiceId)
    const stop = await currentStop(tx, invoiceId, input.kind)
    if (!stop) return
    await endCurrent(tx, stop)
    await recordActivity(tx, {
      subjectKind: 'invoice',
      subjectId: invoiceId,
      kind: news[input.kind],
      data: { number },
    })
    await noteStops(tx, invoiceId)
  })
}
