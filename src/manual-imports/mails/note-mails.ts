import { creditorOf, type Tx } from '../../context.ts'
import type { LongRun } from '../../long-runs/index.ts'
import { sendImportMailJob } from '../manual-jobs.ts'
import { insertMail } from './import-mail-table.ts'

/** Asks for the summary of an import by hand, once, when there is a person to tell (promise B8). */
export async function noteSummary(tx: Tx, run: Pick<LongRun, 'id' | 'startedById'>): Promise<void> {
  if (!run.startedById) return
  const mailId = await insertMail(tx, { kind: 'summary', about: run.id, userId: run.startedById })
  if (mailId) await askForMail(tx, mailId)
}

export function askForMail(tx: Tx, mailId: string): Promise<void> {
  return tx.enqueue(sendImportMailJob, { creditorId: creditorOf(tx), mailId }, { key: mailId })
}
