import { sql } from 'kysely'
import { type Connection, getConnection } from '../connections/index.ts'
import { creditorOf, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { noonOf, type Payment } from './payment.ts'
import { writeBackPaymentsJob } from './payment-jobs.ts'

/** Asks for the write-back of a connection. */
export function askForWriteBack(tx: Tx, connectionId: string, startAt?: Date): Promise<void> {
  return tx.enqueue(
    writeBackPaymentsJob,
    { creditorId: creditorOf(tx), connectionId },
    { key: connectionId, ...(startAt && { startAt }) },
  )
}

/**
 * Wants a payment registered in the CRM, in the transaction that records it (promise B17). Nothing while the connection's
 * switch is off: then nothing is ever written.
 */
export async function wantRegistered(
  tx: Tx,
  input: { connectionId: string; payment: Payment; siblings: number },
): Promise<void> {
  const connection = await getConnection(tx, input)
  if (!isWritable(connection)) return
  const { timeZone } = await getCreditor(tx)
  const { payment } = input
  await tx.db
    .insertInto('paymentWriteBacks')
    .values({
      paymentId: payment.id,
      creditorId: creditorOf(tx),
      connectionId: connection.id,
      invoiceId: payment.invoiceId,
      intent: 'register',
      state: 'waiting',
      remotePaidAt: remoteInstant({ payment, timeZone, siblings: input.siblings, now: tx.now() }),
      nextTryAt: tx.now(),
      createdAt: tx.now(),
      updatedAt: tx.now(),
    })
    .onConflict((conflict) => conflict.column('paymentId').doNothing())
    .execute()
  await askForWriteBack(tx, connection.id)
}

export function isWritable(connection: Pick<Connection, 'writeBack' | 'state'>): boolean {
  return connection.writeBack && connection.state !== 'disconnected'
}

/**
 * The instant to register a payment with: noon of its day, so that the day is the same in every zone, but not in the future;
 * a second less for each payment of the invoice before it, so that two of the same amount can be told apart.
 */
function remoteInstant(input: { payment: Payment; timeZone: string; siblings: number; now: Date }): Date {
  const noon = input.payment.paidOn ? noonOf(input.payment.paidOn, input.timeZone) : input.now
  const latest = Math.min(noon.getTime(), input.now.getTime())
  return new Date(Math.floor(latest / 1_000) * 1_000 - input.siblings * 1_000)
}

/**
 * A payment was revoked here: what Vorder registered is to be removed there; what it did not register is left alone.
 * Whoever registers it at this moment loses the claim, and what came of that call is looked at first.
 */
export async function wantRemoved(tx: Tx, payment: Payment): Promise<void> {
  if (!payment.writeBack) return
  if (payment.writeBack.writes === 0) {
    await tx.db.deleteFrom('paymentWriteBacks').where('paymentId', '=', payment.id).execute()
    return
  }
  const changed = await sql<{ connectionId: string }>`
    update payment_write_backs set intent = 'remove', state = 'waiting', acknowledged_at = null, attempts = 0, cause = null,
      cause_detail = null, next_try_at = ${tx.now()}, claim_id = null, claimed_until = null, updated_at = ${tx.now()}
    where payment_id = ${payment.id}
    returning connection_id`.execute(tx.db)
  const connectionId = changed.rows[0]?.connectionId
  if (connectionId) await askForWriteBack(tx, connectionId)
}

/** What was to be removed there is gone; what was registered there was removed by somebody. Nothing is left to do. */
export async function settleRemoved(tx: Tx, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return
  await sql`
    update payment_write_backs set intent = 'remove', state = 'done', began_at = null, next_try_at = null, cause = null,
      cause_detail = null, claim_id = null, claimed_until = null, updated_at = ${tx.now()}
    where payment_id = any(${[...paymentIds]})`.execute(tx.db)
}
