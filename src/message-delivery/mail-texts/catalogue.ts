import type { MailPlaceholder, MailText } from '../../profiles/index.ts'

/** The words of a mail in one language; texts hold placeholders as those that a business writes itself. */
export type MailWords = {
  subject: string
  body: string
  /** Where the invoice has no due date. */
  bodyWithoutDate: string
  /** Where that day has passed when it leaves. */
  bodyOverdue: string
  /** By level, firmer each time; more levels than texts get the last. */
  reminders: readonly [MailText, ...MailText[]]
  labels: Readonly<Record<Exclude<MailPlaceholder, 'customer' | 'business'>, string>>
  /** Said where it is not the business by its name. */
  beneficiary: string
  account: string
  attached: string
  pay: string
  /** Says who sends it, below everything else. */
  sentFor: string
}
