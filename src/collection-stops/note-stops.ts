import type { Tx } from '../context.ts'
import { noteInvoices } from '../invitations/index.ts'
import { markStops } from '../invoices/index.ts'
import { listStops } from './list-stops.ts'

/** Marks on the invoice what stops it now, and has its messages decided once more: each stop holds or releases them. */
export async function noteStops(tx: Tx, invoiceId: string): Promise<void> {
  const current = (await listStops(tx, invoiceId)).filter(({ endedAt }) => endedAt === null)
  const promise = current.find(({ kind }) => kind === 'promise')
  await markStops(tx, {
    invoiceIds: [invoiceId],
    stops: {
      isOnHold: current.some(({ kind }) => kind === 'hold'),
      isDisputed: current.some(({ kind }) => kind === 'dispute'),
      promisedFor: promise?.promisedFor ?? null,
    },
  })
  await noteInvoices(tx, { invoiceIds: [invoiceId] })
}
