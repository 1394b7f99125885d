import type { MailLanguage } from '../profiles/index.ts'

/** Where the page is and how it is shown now. */
export type PageView = { token: string; language: MailLanguage; form: FormState }

export type QuestionField = 'name' | 'email' | 'text'

/** What of the form is shown: as it is opened, thanks once it was sent, or what has to be mended. */
export type FormState = {
  /** Proves to us when the form was given out, and to whom. */
  stamp: string
  outcome: 'new' | 'asked' | 'mend' | 'send_again' | 'too_many'
  values: Readonly<Record<QuestionField, string>>
  wrong: readonly QuestionField[]
}
