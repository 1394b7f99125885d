import { type Context, inTransaction, type Tx } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import type { SendTimes } from '../profiles/index.ts'
import { nextSendTime } from './next-send-time.ts'

/** When reminders of profiles can leave next (UTC instants), in the order of the profiles: now, or the first moment after. */
export function nextSendTimeOf(
  ctx: Context | Tx,
  profiles: readonly { sendTimes: SendTimes }[],
): Promise<Date[]> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone, closedPeriods } = await getCreditor(tx)
    return profiles.map(({ sendTimes }) => nextSendTime(tx.now(), { ...sendTimes, closedPeriods }, timeZone))
  })
}
