import type { MailWords } from './catalogue.ts'

export const mailInFrench: MailWords = {
  subject: 'Facture {number} de {business}',
  body: 'Cher client,\n\nVoici notre facture {number}. Nous vous prions de payer {amount} avant le {dueDate}.\n\nCordialement,\n{business}',
  bodyWithoutDate:
    'Cher client,\n\nVoici notre facture {number}. Nous vous prions de payer {amount}.\n\nCordialement,\n{business}',
  labels: {
    number: 'Facture',
    amount: 'À payer',
    dueDate: 'Échéance',
    reference: 'Communication',
  },
  account: 'Compte',
  attached: 'Vous trouverez la facture en pièce jointe.',
  pay: 'Voir et payer la facture',
  sentFor:
    'Ce message a été envoyé par {business}. Si vous avez une question, répondez simplement à cet e-mail.',
}
