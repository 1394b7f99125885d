import type { Context } from '../context.ts'
import { getMessage, type Message } from '../invitations/index.ts'
import { paymentLinkOf } from '../payment-links/index.ts'
import type { MailLanguage } from '../profiles/index.ts'
import { composeMessage } from './compose-message.ts'
import { readFacts } from './message-facts.ts'
import { withLink } from './stored-link.ts'

export type MessagePreview = {
  /** It left, or may have: this is what it said, word for word. Else what it would say now. */
  isSent: boolean
  recipients: { to: string | null; cc: string[] }
  subject: string
  text: string
  html: string
  language: MailLanguage
  attachmentName: string | null
  profileVersion: number | null
}

/** What a message said, or would say now (promise C1). Throws NotFoundError. */
export async function previewMessage(ctx: Context, messageId: string): Promise<MessagePreview> {
  const message = await getMessage(ctx, messageId)
  const sent = asSent(message)
  if (!sent) return previewNow(ctx, message)
  const payUrl = await paymentLinkOf(ctx, message.invoiceId)
  return { ...sent, text: withLink(sent.text, payUrl), html: withLink(sent.html, payUrl) }
}

/** What the invitation of an invoice would say now, whether one is planned or not. Throws NotFoundError. */
export function previewInvitation(
  ctx: Context,
  input: Pick<Message, 'invoiceId' | 'askedTo' | 'askedCc' | 'withoutDocument'>,
): Promise<MessagePreview> {
  return previewNow(ctx, { ...input, kind: 'invitation', level: 0 })
}

/** What a reminder of that level would say now, whether one is planned or not. Throws NotFoundError. */
export function previewReminder(
  ctx: Context,
  { invoiceId, level }: Pick<Message, 'invoiceId' | 'level'>,
): Promise<MessagePreview> {
  const asked = { askedTo: null, askedCc: null, withoutDocument: false }
  return previewNow(ctx, { ...asked, invoiceId, kind: 'reminder', level })
}

/** What a message that left would say if it were sent once more now. Throws NotFoundError. */
export async function previewAgain(ctx: Context, messageId: string): Promise<MessagePreview> {
  return previewNow(ctx, await getMessage(ctx, messageId))
}

type Asked = Pick<Message, 'invoiceId' | 'askedTo' | 'askedCc' | 'withoutDocument' | 'kind' | 'level'>

async function previewNow(ctx: Context, input: Asked): Promise<MessagePreview> {
  const facts = await readFacts(ctx, input)
  const { attachment, payUrl: _, ...written } = await composeMessage(ctx, facts, input)
  return {
    isSent: false,
    recipients: facts.recipients,
    ...written,
    language: facts.language,
    attachmentName: attachment?.fileName ?? null,
    profileVersion: facts.profile.version,
  }
}

const left: readonly Message['state'][] = ['sending', 'sent', 'unknown', 'bounced']

function asSent(message: Message): MessagePreview | undefined {
  const { state, subject, bodyText, bodyHtml, language, sentTo, sentCc, profileVersion } = message
  if (!left.includes(state) || subject === null || bodyText === null || bodyHtml === null || !language)
    return undefined
  return {
    isSent: true,
    recipients: { to: sentTo, cc: sentCc },
    subject,
    text: bodyText,
    html: bodyHtml,
    language,
    attachmentName: null,
    profileVersion,
  }
}
