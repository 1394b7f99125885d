export { createMail } from './create-mail.ts'
export type { Mail, MailCheck, MailMessage, RefusedRecipient, SentMail } from './mail.ts'
