import { listAdministratorEmails } from '../../access/index.ts'
import { type Context, inTransaction } from '../../context.ts'
import { getCreditor } from '../../creditors/index.ts'
import type { MailMessage } from '../../mail/index.ts'
import { digestMail } from './digest-mail.ts'
import { findDigestNews, isQuiet } from './digest-news.ts'
import { findDigestBefore, type ImportMail } from './import-mail-table.ts'
import { screenLanguage } from './mail-words.ts'

/** A first digest looks back for a day. */
export const firstWindowMs = 24 * 3_600_000

/** The digest for the administrators of the business. Undefined when there is nobody, or nothing any more, to tell. */
export async function composeDigest(ctx: Context, mail: ImportMail): Promise<MailMessage | undefined> {
  const { news, to } = await inTransaction(ctx, async (tx) => {
    const before = await findDigestBefore(tx, mail.about)
    const since = before ?? new Date(mail.createdAt.getTime() - firstWindowMs)
    return {
      news: await findDigestNews(tx, { since, until: mail.createdAt }),
      to: await listAdministratorEmails(tx),
    }
  })
  if (to.length === 0 || isQuiet(news)) return undefined
  const creditor = await getCreditor(ctx)
  const message = digestMail({
    news,
    businessName: creditor.name,
    language: screenLanguage(creditor.language),
    publicUrl: ctx.config.publicUrl,
  })
  return { to, ...message }
}
