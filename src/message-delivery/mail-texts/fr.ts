import type { MailWords } from './catalogue.ts'

export const mailInFrench: MailWords = {
  subject: 'Facture {number} de {business}',
  body: 'Madame, Monsieur,\n\nVoici notre facture {number}. Nous vous prions de payer {amount} au plus tard le {dueDate}.\n\nCordialement,\n{business}',
  bodyWithoutDate:
    'Madame, Monsieur,\n\nVoici notre facture {number}. Nous vous prions de payer {amount}.\n\nCordialement,\n{business}',
  bodyOverdue:
    'Madame, Monsieur,\n\nVoici notre facture {number}. Elle était à payer pour le {dueDate} et il reste {amount} à payer. Nous vous prions de la régler dans les prochains jours.\n\nSi vous avez déjà payé, vous n’avez rien à faire.\n\nCordialement,\n{business}',
  reminders: [
    {
      subject: 'Rappel : facture {number} de {business}',
      body: 'Madame, Monsieur,\n\nPeut-être cela vous a-t-il échappé : la facture {number} était à payer pour le {dueDate} et il reste {amount} à payer. Pourriez-vous la régler dans les prochains jours ?\n\nSi vous avez déjà payé, vous n’avez rien à faire.\n\nCordialement,\n{business}',
    },
    {
      subject: 'Deuxième rappel : facture {number} de {business}',
      body: 'Madame, Monsieur,\n\nLa facture {number} était à payer pour le {dueDate}. Nous n’avons pas encore reçu {amount}. Merci de la régler cette semaine ou de nous dire ce qui vous en empêche.\n\nCordialement,\n{business}',
    },
    {
      subject: 'La facture {number} n’est pas encore payée',
      body: 'Madame, Monsieur,\n\nNous vous avons déjà écrit au sujet de la facture {number}, à payer pour le {dueDate}. Il reste {amount} à payer. Merci de payer sans attendre ou de nous contacter.\n\nCordialement,\n{business}',
    },
    {
      subject: 'Dernier rappel : facture {number} de {business}',
      body: 'Madame, Monsieur,\n\nCeci est notre dernier rappel pour la facture {number}, échue le {dueDate}. Merci de payer {amount} dans les sept jours. Ensuite, nous devrons envisager d’autres démarches.\n\nCordialement,\n{business}',
    },
  ],
  labels: {
    number: 'Facture',
    amount: 'À payer',
    dueDate: 'Échéance',
    reference: 'Communication',
  },
  beneficiary: 'Bénéficiaire',
  account: 'Compte',
  attached: 'Vous trouverez la facture en pièce jointe.',
  pay: 'Voir et payer la facture',
  sentFor:
    'Ce message a été envoyé par {business}. Si vous avez une question, répondez simplement à cet e-mail.',
}
