import type { MailWords } from './catalogue.ts'

export const mailInEnglish: MailWords = {
  subject: 'Invoice {number} from {business}',
  body: 'Dear customer,\n\nThis is our invoice {number}. Please pay {amount} by {dueDate}.\n\nKind regards,\n{business}',
  bodyWithoutDate:
    'Dear customer,\n\nThis is our invoice {number}. Please pay {amount}.\n\nKind regards,\n{business}',
  labels: {
    number: 'Invoice',
    amount: 'Amount due',
    dueDate: 'Due date',
    reference: 'Payment reference',
  },
  account: 'Account',
  attached: 'The invoice is attached.',
  pay: 'See and pay the invoice',
  sentFor: 'This message was sent by {business}. Just reply to it if you have a question.',
}
