import type { Context, Tx } from '../context.ts'
import { NotFoundError, SourceUnavailableError } from '../errors.ts'
import type { Message } from '../invitations/index.ts'
import { documentFileName, openDocument } from '../invoice-documents/index.ts'
import type { MailMessage } from '../mail/index.ts'
import { paymentLinkOf } from '../payment-links/index.ts'
import { dayIn } from '../values/index.ts'
import { type MessageFacts, pdfToAttach } from './message-facts.ts'
import { type WrittenMail, writeMail } from './write-mail.ts'

/** The PDF that goes with a message. */
export type Attachment = { fileName: string; contentType: string; bytes: Buffer; sha256: string }

/** A message in full, as it would leave now. */
export type ComposedMessage = WrittenMail & { attachment: Attachment | null; payUrl: string | null }

type Composing = {
  facts: MessageFacts
  message: Pick<Message, 'kind' | 'level' | 'withoutDocument'>
}

/**
 * Writes the message and fetches what goes with it (promise C1). The PDF is attached when the profile says so and it is
 * here, the very file that was checked. Throws SourceUnavailableError `document_lost` when it is being fetched again.
 */
export async function composeMessage(
  ctx: Context,
  facts: MessageFacts,
  message: Composing['message'],
): Promise<ComposedMessage> {
  return composeWith(ctx, { facts, message, attachment: await openAttachment(ctx, facts, message) })
}

/** Writes the message, with what was opened to go with it. */
export async function composeWith(
  ctx: Context | Tx,
  { facts, message, attachment }: Composing & { attachment: Attachment | null },
): Promise<ComposedMessage> {
  const payUrl = await paymentLinkOf(ctx, facts.invoice.id)
  const today = dayIn(facts.creditor.timeZone, ctx.now())
  const mail = writeMail({ ...facts, message, payUrl, today, isAttached: attachment !== null })
  return { ...mail, attachment, payUrl }
}

/**
 * Opens the PDF that goes with a message, the very file that was checked; null when none does. Throws
 * SourceUnavailableError `document_lost` when it is being fetched again.
 */
export async function openAttachment(
  ctx: Context,
  facts: MessageFacts,
  message: Pick<Message, 'withoutDocument'>,
): Promise<Attachment | null> {
  if (pdfToAttach(facts, message) === null) return null
  const { invoice } = facts
  const { bytes, contentType, sha256 } = await openDocument(ctx, { invoiceId: invoice.id, kind: 'pdf' })
  return { fileName: documentFileName(invoice.number ?? 'invoice', 'pdf'), contentType, bytes, sha256 }
}

/** Whether the PDF went away between the decision and the look into it. */
export function isDocumentAway(error: unknown): boolean {
  const isOurs = error instanceof NotFoundError || error instanceof SourceUnavailableError
  return isOurs && ['no_document', 'document_lost'].includes(error.code)
}

/**
 * The sender: the business by its name. Its own address stands in the From line when it belongs to the domain that this
 * installation sends for; else the mail would fail the checks of receivers (SPF, DMARC), and answers go to it by Reply-To.
 */
export function senderOf(
  ctx: Pick<Context, 'config'>,
  { name, senderEmail }: MessageFacts['creditor'],
): Pick<MailMessage, 'from' | 'replyTo'> {
  const domainOf = (address: string) => /@([^<>@\s]+)>?\s*$/.exec(address)?.[1]?.toLowerCase()
  const isOwnDomain = senderEmail !== null && domainOf(senderEmail) === domainOf(ctx.config.mailFrom ?? '')
  return {
    from: { name, ...(isOwnDomain && { address: senderEmail }) },
    ...(senderEmail !== null && { replyTo: senderEmail }),
  }
}
