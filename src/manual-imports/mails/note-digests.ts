import { listConnections } from '../../connections/index.ts'
import { type Context, forAllCreditors, forCreditor, inTransaction } from '../../context.ts'
import { getCreditor } from '../../creditors/index.ts'
import { dayIn } from '../../values/index.ts'
import { filterNeeds, keysOf, listNeeds } from './digest-news.ts'
import { findToldBefore, insertMail } from './import-mail-table.ts'
import { askForMail } from './note-mails.ts'

/** Not before this hour of the business's own morning. */
const morningHour = 7

/**
 * Every hour: the digest of each business where it is morning, once a day, and nothing when there is nothing new that
 * needs a person (promise B8).
 */
export async function noteDigests(ctx: Context): Promise<void> {
  const connections = await inTransaction(forAllCreditors(ctx), listConnections)
  for (const creditorId of new Set(connections.map((connection) => connection.creditorId)))
    await noteDigest(forCreditor(ctx, creditorId))
}

function noteDigest(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { timeZone } = await getCreditor(tx)
    if (hourIn(timeZone, tx.now()) < morningHour) return
    const day = dayIn(timeZone, tx.now())
    const before = new Set(await findToldBefore(tx, day))
    const needs = await listNeeds(tx)
    const news = keysOf(filterNeeds(needs, (key) => !before.has(key)))
    // What is over is forgotten: when it comes back it is news again.
    const told = [...keysOf(needs).filter((key) => before.has(key)), ...news]
    const mailId = await insertMail(tx, {
      kind: 'digest',
      about: day,
      userId: null,
      state: news.length > 0 ? 'waiting' : 'nothing_new',
      told,
    })
    if (mailId && news.length > 0) await askForMail(tx, mailId)
  })
}

function hourIn(timeZone: string, instant: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).hour
}
