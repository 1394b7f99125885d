import type { ActivityCatalogue } from './catalogue.ts'

export const activitiesInFrench: ActivityCatalogue = {
  'creditor.created': ({ text }) => `Entreprise ${text('name')} configurée`,
  'creditor.changed': () => 'Données de l’entreprise modifiées',
  'profile.created': ({ text }) => `Profil ${text('name')} ajouté`,
  'profile.renamed': ({ text }) => `Profil renommé en ${text('name')}`,
  'connection.connected': ({ text }) => `Compte Teamleader ${text('accountName')} relié`,
  'connection.reconnected': ({ text }) => `Compte Teamleader ${text('accountName')} relié à nouveau`,
  'connection.disconnected': () => 'Teamleader délié ; toutes les données sont gardées',
  'connection.reconnectNeeded': () => 'Teamleader n’accepte plus la liaison : reliez à nouveau',
  'connection.optionsChanged': () => 'Réglages de la liaison Teamleader modifiés',
  'connection.webhooksRegistered': () => 'Teamleader signale désormais les changements à Vorder',
  'connection.webhooksRemoved': () => 'Teamleader ne signale plus les changements à Vorder',
  'connection.webhooksFailed': () =>
    'Impossible de dire à Teamleader où signaler les changements ; Vorder réessaie',
  'connection.alarmed': ({ text }) => `Teamleader a donné une réponse incohérente : ${text('message')}`,
  'customer.created': ({ text }) => `Client ${text('name')} arrivé`,
  'customer.refreshed': ({ text }) => `Client ${text('name')} mis à jour`,
  'customer.refreshFailed': ({ text }) =>
    `Le client ${text('name')} a changé dans Teamleader, mais la modification n’a pas pu être reprise`,
  'customer.goneInCrm': ({ text }) =>
    `Client ${text('name')} introuvable dans Teamleader ; le client est gardé`,
  'invoice.imported': ({ total }) => `Importée de Teamleader : ${total}`,
  'invoice.updated': () => 'Modifiée dans Teamleader',
  'invoice.paid': ({ total }) => `Entièrement payée : ${total}`,
  'invoice.partPaid': ({ open }) => `Payée en partie ; reste ${open}`,
  'invoice.reopened': ({ open }) => `À nouveau ouverte : ${open}`,
  'invoice.credited': () => 'Entièrement créditée ; plus rien à payer',
  'invoice.archived': () => 'Archivée : supprimée dans Teamleader',
  'invoice.profileChosen': ({ text }) => `Profil ${text('name')} choisi`,
  'invoice.profileUnknown': ({ text }) =>
    `Le champ personnalisé indique « ${text('value')} », qui n’est pas un profil`,
  'invoice.skipped': ({ text }) =>
    text('number') ? `La facture ${text('number')} reste dehors` : 'La facture reste dehors',
  'invoice.failed': ({ text }) =>
    text('number') ? `La facture ${text('number')} n’a pas pu arriver` : 'La facture n’a pas pu arriver',
}
