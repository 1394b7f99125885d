export type MailAttachment = { filename: string; mimeType: string; bytes: Uint8Array }
export type CapturedMail = {
  id: string
  receivedAt: Date
  /** The addresses of the SMTP conversation, which decide who really gets it. */
  envelope: { from: string; to: string[] }
  from: string
  to: string[]
  cc: string[]
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  attachments: MailAttachment[]
  raw: string
}
