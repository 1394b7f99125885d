import type { MailWords } from './catalogue.ts'

export const mailInEnglish: MailWords = {
  subject: 'Invoice {number} from {business}',
  body: 'Dear customer,\n\nThis is our invoice {number}. Please pay {amount} by {dueDate}.\n\nKind regards,\n{business}',
  bodyWithoutDate:
    'Dear customer,\n\nThis is our invoice {number}. Please pay {amount}.\n\nKind regards,\n{business}',
  bodyOverdue:
    'Dear customer,\n\nThis is our invoice {number}. It was due on {dueDate}, and {amount} is still open. Please pay it in the coming days.\n\nIf you paid already, you need not do anything.\n\nKind regards,\n{business}',
  reminders: [
    {
      subject: 'Reminder: invoice {number} from {business}',
      body: 'Dear customer,\n\nPerhaps it slipped your attention: invoice {number} was due on {dueDate}, and {amount} is still open. Could you pay it in the coming days?\n\nIf you paid already, you need not do anything.\n\nKind regards,\n{business}',
    },
    {
      subject: 'Second reminder: invoice {number} from {business}',
      body: 'Dear customer,\n\nInvoice {number} was due on {dueDate}. We have not received {amount} yet. Please pay it this week, or tell us what keeps you from it.\n\nKind regards,\n{business}',
    },
    {
      subject: 'Invoice {number} is still unpaid',
      body: 'Dear customer,\n\nWe wrote to you before about invoice {number}, which was due on {dueDate}. {amount} is still open. Please pay at once, or contact us.\n\nKind regards,\n{business}',
    },
    {
      subject: 'Last reminder: invoice {number} from {business}',
      body: 'Dear customer,\n\nThis is our last reminder of invoice {number}, due on {dueDate}. Please pay {amount} within seven days. After that we have to consider further steps.\n\nKind regards,\n{business}',
    },
  ],
  labels: {
    number: 'Invoice',
    amount: 'Amount due',
    dueDate: 'Due date',
    reference: 'Payment reference',
  },
  beneficiary: 'Beneficiary',
  account: 'Account',
  attached: 'The invoice is attached.',
  pay: 'See and pay the invoice',
  sentFor: 'This message was sent by {business}. Just reply to it if you have a question.',
}
