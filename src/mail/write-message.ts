import { randomUUID } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailMessage } from './mail.ts'

/** A message as it goes over the wire, and whom the mail server is told. */
export type WrittenMessage = {
  bytes: Buffer
  envelope: { from: string | false; to: string[] }
  messageId: string
}

/** Writes the message out in full before the mail server is called: what is given to it is not made meanwhile. */
export async function writeMessage(
  message: MailMessage,
  sender: string | undefined,
): Promise<WrittenMessage> {
  const { to, cc, subject, text, html, replyTo, attachments = [] } = message
  const own = ownAddress(sender)
  const messageId = `<${message.messageId ?? `${randomUUID()}@${own?.split('@')[1] ?? 'localhost'}`}>`
  const node = new MailComposer({
    from: fromOf(message, sender),
    to,
    subject,
    text,
    messageId,
    ...(cc && { cc }),
    ...(html !== undefined && { html }),
    ...(replyTo !== undefined && { replyTo }),
    attachments: attachments.map(({ fileName, contentType, bytes }) => ({
      filename: fileName,
      contentType,
      content: bytes,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const recipients = node.getEnvelope().to
  return { bytes: await node.build(), envelope: { from: own ?? false, to: [...recipients] }, messageId }
}

function fromOf({ from }: MailMessage, sender: string | undefined) {
  if (!from) return sender
  return { name: from.name.replace(/\p{Cc}/gu, ' '), address: from.address ?? ownAddress(sender) ?? '' }
}

/** The address of `Vorder <vorder@example.com>`. */
function ownAddress(sender: string | undefined): string | undefined {
  return sender && (/<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender.trim())
}
