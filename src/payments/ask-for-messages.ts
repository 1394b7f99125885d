import { creditorOf, type Tx } from '../context.ts'
import { notePaymentJob } from './payment-jobs.ts'

/** Asks, in the transaction that changes what is due, that messages about the invoice are decided once more (promise C3). */
export function askForMessages(tx: Tx, invoiceId: string): Promise<void> {
  return tx.enqueue(notePaymentJob, { creditorId: creditorOf(tx), invoiceId }, { key: invoiceId })
}
