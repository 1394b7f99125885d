/** What a customer asked about an invoice on the payment page (promise C6). */
export type Question = {
  id: string
  invoiceId: string
  name: string
  email: string
  body: string
  askedAt: Date
  mailState: QuestionMailState
}

/** Where the mail to the business stands. `unknown`: it may have arrived. */
export const questionMailStates = ['waiting', 'sending', 'sent', 'unknown', 'refused'] as const
export type QuestionMailState = (typeof questionMailStates)[number]

export const questionColumns = ['id', 'invoiceId', 'name', 'email', 'body', 'askedAt', 'mailState'] as const
