import type { MailPlaceholder } from '../../profiles/index.ts'

/** The words of a mail in one language; texts hold placeholders as those that a business writes itself. */
export type MailWords = {
  subject: string
  body: string
  /** Where the invoice has no due date. */
  bodyWithoutDate: string
  labels: Readonly<Record<Exclude<MailPlaceholder, 'customer' | 'business'>, string>>
  account: string
  attached: string
  pay: string
  /** Says who sends it, below everything else. */
  sentFor: string
}
