import { creditorOf, type Tx } from '../../context.ts'
import { newId } from '../../values/index.ts'

/**
 * A mail about imports. `sending` stands before the mail leaves: found again later it means that nobody knows whether it
 * left, and it becomes `unknown` and is not sent again.
 */
export type ImportMail = {
  id: string
  kind: 'summary' | 'digest'
  /** The run, or the day on the creditor's calendar. */
  about: string
  userId: string | null
  state: 'waiting' | 'sending' | 'sent' | 'unknown' | 'refused' | 'nothing_new'
  createdAt: Date
  /** The keys of what the administrators have been told up to this digest and what still needs them. */
  told: string[]
}

/** Notes that a mail is to be sent; undefined when it was noted before: one mail for one thing. */
export async function insertMail(
  tx: Tx,
  input: Pick<ImportMail, 'kind' | 'about' | 'userId'> & Partial<Pick<ImportMail, 'state' | 'told'>>,
): Promise<string | undefined> {
  const row = await tx.db
    .insertInto('importMails')
    .values({
      id: newId('iml'),
      creditorId: creditorOf(tx),
      kind: input.kind,
      about: input.about,
      userId: input.userId,
      state: input.state ?? 'waiting',
      told: JSON.stringify(input.told ?? []),
      createdAt: tx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The mail, locked until the transaction ends. */
export async function lockMail(tx: Tx, mailId: string): Promise<ImportMail | undefined> {
  const row = await tx.db
    .selectFrom('importMails')
    .select(['id', 'kind', 'about', 'userId', 'state', 'createdAt', 'told'])
    .where('id', '=', mailId)
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as ImportMail | undefined
}

export async function updateMail(
  tx: Tx,
  input: { mailId: string; state: ImportMail['state']; detail?: string | null },
): Promise<void> {
  await tx.db
    .updateTable('importMails')
    .set({ state: input.state, detail: input.detail ?? null, settledAt: tx.now() })
    .where('id', '=', input.mailId)
    .execute()
}

/** What had been told up to the digest before that day, whatever became of it. */
export async function findToldBefore(tx: Tx, day: string): Promise<string[]> {
  const row = await tx.db
    .selectFrom('importMails')
    .select('told')
    .where('kind', '=', 'digest')
    .where('about', '<', day)
    .orderBy('about', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.told ?? []) as string[]
}
