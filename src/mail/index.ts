export { createMail } from './create-mail.ts'
export type { Mail, MailCheck, MailMessage } from './mail.ts'
