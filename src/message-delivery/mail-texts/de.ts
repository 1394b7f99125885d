import type { MailWords } from './catalogue.ts'

export const mailInGerman: MailWords = {
  subject: 'Rechnung {number} von {business}',
  body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nanbei unsere Rechnung {number}. Bitte zahlen Sie {amount} bis zum {dueDate}.\n\nMit freundlichen Grüßen\n{business}',
  bodyWithoutDate:
    'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nanbei unsere Rechnung {number}. Bitte zahlen Sie {amount}.\n\nMit freundlichen Grüßen\n{business}',
  bodyOverdue:
    'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nanbei unsere Rechnung {number}. Sie war am {dueDate} fällig, {amount} sind noch offen. Bitte zahlen Sie in den nächsten Tagen.\n\nFalls Sie bereits gezahlt haben, brauchen Sie nichts zu tun.\n\nMit freundlichen Grüßen\n{business}',
  reminders: [
    {
      subject: 'Zahlungserinnerung: Rechnung {number} von {business}',
      body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nvielleicht ist es Ihnen entgangen: Rechnung {number} war am {dueDate} fällig, {amount} sind noch offen. Bitte zahlen Sie in den nächsten Tagen.\n\nFalls Sie bereits gezahlt haben, brauchen Sie nichts zu tun.\n\nMit freundlichen Grüßen\n{business}',
    },
    {
      subject: 'Zweite Erinnerung: Rechnung {number} von {business}',
      body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nRechnung {number} war am {dueDate} fällig. {amount} haben wir noch nicht erhalten. Bitte zahlen Sie noch diese Woche oder sagen Sie uns, was dem entgegensteht.\n\nMit freundlichen Grüßen\n{business}',
    },
    {
      subject: 'Rechnung {number} ist noch nicht bezahlt',
      body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\nwir haben Ihnen bereits zu Rechnung {number} geschrieben, fällig am {dueDate}. {amount} sind noch offen. Bitte zahlen Sie umgehend oder melden Sie sich bei uns.\n\nMit freundlichen Grüßen\n{business}',
    },
    {
      subject: 'Letzte Erinnerung: Rechnung {number} von {business}',
      body: 'Sehr geehrte Kundin, sehr geehrter Kunde,\n\ndies ist unsere letzte Erinnerung an Rechnung {number}, fällig am {dueDate}. Bitte zahlen Sie {amount} innerhalb von sieben Tagen. Danach müssen wir weitere Schritte erwägen.\n\nMit freundlichen Grüßen\n{business}',
    },
  ],
  labels: {
    number: 'Rechnung',
    amount: 'Zu zahlen',
    dueDate: 'Fällig am',
    reference: 'Verwendungszweck',
  },
  beneficiary: 'Empfänger',
  account: 'Konto',
  attached: 'Die Rechnung finden Sie im Anhang.',
  pay: 'Rechnung ansehen und bezahlen',
  sentFor:
    'Diese Nachricht wurde von {business} gesendet. Bei Fragen antworten Sie einfach auf diese E-Mail.',
}
