import type { MailWords } from './catalogue.ts'

export const mailInGerman: MailWords = {
  subject: 'Rechnung {number} von {business}',
  body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nanbei unsere Rechnung {number}. Bitte zahlen Sie {amount} bis zum {dueDate}.\n\nMit freundlichen Grüßen\n{business}',
  bodyWithoutDate:
    'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nanbei unsere Rechnung {number}. Bitte zahlen Sie {amount}.\n\nMit freundlichen Grüßen\n{business}',
  labels: {
    number: 'Rechnung',
    amount: 'Zu zahlen',
    dueDate: 'Fällig am',
    reference: 'Verwendungszweck',
  },
  account: 'Konto',
  attached: 'Die Rechnung finden Sie im Anhang.',
  pay: 'Rechnung ansehen und bezahlen',
  sentFor:
    'Diese Nachricht wurde von {business} gesendet. Bei Fragen antworten Sie einfach auf diese E-Mail.',
}
