/** One mail in one message to everybody named: promise A6. Addresses may carry a name: `Ann <ann@example.com>`. */
export type MailMessage = { to: string[]; cc?: string[]; subject: string; text: string; html?: string }

/** Whether the mail server can be reached and lets us in. `detail` is in its own words. */
export type MailCheck =
  | { ok: true }
  | { ok: false; code: 'not_set_up' | 'refused' | 'unreachable'; detail: string }

export type Mail = {
  /**
   * Hands the message to the mail server. Throws SourceUnavailableError when mail is not set up
   * (`mail_not_set_up`), the server cannot be reached (`mail_unreachable`), or the connection broke after the
   * message was given (`mail_outcome_unknown`: it may have arrived); SourceRejectedError when the server refuses
   * it; InvalidInputError for an address or subject that cannot be used. Never drops a mail silently.
   */
  send(message: MailMessage): Promise<{ messageId: string }>
  /** Signs in at the mail server without sending anything. Never throws. */
  verify(): Promise<MailCheck>
  /** Nothing is sent after this. */
  close(): void
}
