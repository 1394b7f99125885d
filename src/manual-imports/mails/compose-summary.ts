import { findUser } from '../../access/index.ts'
import { type Context, inTransaction } from '../../context.ts'
import { getCreditor } from '../../creditors/index.ts'
import type { MailMessage } from '../../mail/index.ts'
import { getManualImport } from '../get-manual-import.ts'
import { listManualLines } from '../list-manual-lines.ts'
import { countWarned } from '../manual-line-table.ts'
import type { ImportMail } from './import-mail-table.ts'
import { screenLanguage } from './mail-words.ts'
import { summaryMail } from './summary-mail.ts'

/** As many as a mail can list; the page of the import shows the rest. */
const listedAtMost = 200

/** The summary of an import by hand, for whoever started it. Undefined when that person is gone. */
export async function composeSummary(
  ctx: Context,
  { about, userId }: ImportMail,
): Promise<MailMessage | undefined> {
  const user = userId === null ? undefined : await findUser(ctx, userId)
  if (!user) return undefined
  const runId = about
  const message = summaryMail({
    import: await getManualImport(ctx, runId),
    leftOut: await listManualLines(ctx, { runId, outcomes: ['skipped', 'failed'], limit: listedAtMost }),
    warnedCount: await inTransaction(ctx, (tx) => countWarned(tx, runId)),
    businessName: (await getCreditor(ctx)).name,
    language: screenLanguage(user.language),
    publicUrl: ctx.config.publicUrl,
  })
  return { to: [user.email], ...message }
}
