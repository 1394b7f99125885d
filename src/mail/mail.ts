/** A file that goes with a mail. */
export type MailAttachment = { fileName: string; contentType: string; bytes: Buffer }

/** One mail in one message to everybody named: promise A6. Addresses may carry a name: `Ann <ann@example.com>`. */
export type MailMessage = {
  to: string[]
  cc?: string[]
  subject: string
  text: string
  html?: string
  /** Who it is from; the installation's own sender when absent. The envelope always carries the installation's. */
  from?: MailName
  /** Where answers go. */
  replyTo?: string
  /** The Message-ID, without its angle brackets; a new one when absent. */
  messageId?: string
  attachments?: readonly MailAttachment[]
  /**
   * Called when all of the message is given and only its last line is missing, without which no server takes it: what
   * is noted here is noted before the outcome can be in doubt. When it throws, the message is not given away.
   */
  beforeHandover?: () => Promise<void>
}

/** A name beside the address that mail is sent from; without an address the installation's own. */
export type MailName = { name: string; address?: string | undefined }

/** A recipient that the mail server refused, in its words. */
export type RefusedRecipient = { address: string; answer: string }

/** What became of a message: it was taken, for all but these. */
export type SentMail = { messageId: string; refused: RefusedRecipient[] }

/** Whether the mail server can be reached and lets us in. `detail` is in its own words. */
export type MailCheck =
  | { ok: true }
  | { ok: false; code: 'not_set_up' | 'refused' | 'unreachable'; detail: string }

export type Mail = {
  /**
   * Hands the message to the mail server, at most five at a time. Throws SourceUnavailableError when mail is not set up
   * (`mail_not_set_up`), the server cannot be reached (`mail_unreachable`), breaks off or falls silent before the message
   * was given (`mail_cut_off`), says "later" (`mail_deferred`), or the connection broke after the message was given
   * (`mail_outcome_unknown`: it may have arrived); SourceRejectedError
   * when it refuses every recipient (`recipients_refused`), us (`mail_sign_in_refused`) or the message (`mail_refused`);
   * InvalidInputError for an address or subject that cannot be used. Never drops a mail silently.
   */
  send(message: MailMessage): Promise<SentMail>
  /** Signs in at the mail server without sending anything. Never throws. */
  verify(): Promise<MailCheck>
  /** Nothing is sent after this. */
  close(): void
}
