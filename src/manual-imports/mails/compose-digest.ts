import { listAdministratorEmails } from '../../access/index.ts'
import { type Context, inTransaction } from '../../context.ts'
import { getCreditor } from '../../creditors/index.ts'
import type { MailMessage } from '../../mail/index.ts'
import { digestMail } from './digest-mail.ts'
import { filterNeeds, keysOf, listNeeds } from './digest-news.ts'
import { findToldBefore, type ImportMail } from './import-mail-table.ts'
import { screenLanguage } from './mail-words.ts'

/** The digest for the administrators of the business. Undefined when there is nobody, or nothing any more, to tell. */
export async function composeDigest(ctx: Context, mail: ImportMail): Promise<MailMessage | undefined> {
  const { news, to } = await inTransaction(ctx, async (tx) => {
    const before = new Set(await findToldBefore(tx, mail.about))
    const now = new Set(mail.told)
    const isNews = (key: string) => now.has(key) && !before.has(key)
    return { news: filterNeeds(await listNeeds(tx), isNews), to: await listAdministratorEmails(tx) }
  })
  if (to.length === 0 || keysOf(news).length === 0) return undefined
  const creditor = await getCreditor(ctx)
  const message = digestMail({
    news,
    businessName: creditor.name,
    language: screenLanguage(creditor.language),
    publicUrl: ctx.config.publicUrl,
  })
  return { to, ...message }
}
