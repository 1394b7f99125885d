import PostalMime from 'postal-mime'

/** What a mail server said afterwards: the message, by its Message-ID, did not reach this address, and will not. */
export type BounceReport = {
  mailId: string
  recipient: string
  detail: string
  /** Its server was out of reach until the sender gave up; a next message may arrive. */
  isAddressFine?: boolean
}

/**
 * Reads a delivery report from a mail as it came in (RFC 3464): each recipient that failed for good, with the Message-ID
 * of the returned message. Delays and successes are none; neither is a mail that is no report. Also one that failed with a
 * status of 4 was given up (2.3.3): the message does not arrive any more, the address may be right (RFC 3463, 2).
 */
export async function readBounce(raw: string | Uint8Array): Promise<BounceReport[]> {
  const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true })
  const textOf = (pattern: RegExp) =>
    attachments
      .filter(({ mimeType }) => pattern.test(mimeType))
      .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)))
      .join('\n\n')
  const returned = unfold(textOf(/^(message\/(rfc822|global)|text\/rfc822-headers)/i))
  const mailId = /^message-id:\s*<([^<>\s]+)>/im.exec(returned)?.[1]
  if (mailId === undefined) return []
  return unfold(textOf(/^message\/(global-)?delivery-status/i))
    .split(/\r?\n\s*\r?\n/)
    .flatMap((block) => failureIn(block, mailId))
}

function failureIn(block: string, mailId: string): BounceReport[] {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(block)?.[1]?.trim()
  const recipient = (field('original-recipient') ?? field('final-recipient'))?.replace(/^[^;]*;\s*/, '')
  const status = field('status') ?? ''
  if (!recipient || field('action')?.toLowerCase() !== 'failed' || !/^[45]\./.test(status)) return []
  const said = field('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? status
  const isAddressFine = status.startsWith('4')
  return [{ mailId, recipient: recipient.replace(/^<|>$/g, ''), detail: said.slice(0, 500), isAddressFine }]
}

/** A line that begins with a blank goes on with the one before it. */
function unfold(text: string): string {
  return text.replace(/\r?\n[ \t]+/g, ' ')
}
