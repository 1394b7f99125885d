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
  'customer.deactivatedInCrm': ({ text }) => `Client ${text('name')} désactivé dans Teamleader`,
  'customer.backInCrm': ({ text }) => `Client ${text('name')} de retour dans Teamleader`,
  'customer.linked': ({ text }) => `Client ${text('name')} relié à sa fiche dans Teamleader`,
  'customer.edited': ({ text }) => `Client ${text('name')} modifié`,
  'customer.pinned': ({ text }) => `Un champ de ${text('name')} épinglé : Teamleader ne le change plus`,
  'customer.unpinned': ({ text }) => `Un champ de ${text('name')} suit à nouveau Teamleader`,
  'customer.merged': ({ text }) => `Client ${text('otherName')} fusionné avec ${text('name')}`,
  'customer.mergeUndone': ({ text }) => `${text('otherName')} et ${text('name')} sont à nouveau deux clients`,
  'customer.anonymised': ({ text }) => `Client ${text('number')} anonymisé`,
  'customer.deleted': ({ text }) => `Client ${text('number')} supprimé`,
  'customerImport.uploaded': ({ text }) => `Fichier ${text('name')} envoyé pour importation`,
  'customerImport.finished': ({ text }) => `Clients importés de ${text('name')}`,
  'customerImport.undone': ({ text }) => `Importation de ${text('name')} annulée`,
  'longRun.started': ({ text }) => `Lancé : ${text('name')}`,
  'longRun.finished': ({ text }) => `Terminé : ${text('name')}`,
  'longRun.failed': ({ text }) => `Arrêté par un problème : ${text('name')}`,
  'longRun.cancelled': ({ text }) => `Annulé : ${text('name')}`,
  'sharedFile.created': ({ text }) => `Le fichier ${text('name')} est prêt à télécharger`,
  'sharedFile.downloaded': ({ text }) => `Fichier ${text('name')} téléchargé`,
  'sharedFile.removed': ({ text }) => `Fichier ${text('name')} supprimé`,
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
  'invoice.documentRetrieved': ({ text }) => `${text('document')} récupéré dans Teamleader`,
  'invoice.documentRefused': ({ text }) => `${text('document')} est arrivé, mais n’a pas pu être gardé`,
  'invoice.documentGivenUp': ({ text }) =>
    `${text('document')} abandonné après quatorze jours : quelqu’un doit regarder`,
  'invoice.documentStale': ({ text }) =>
    `${text('document')} a changé dans Teamleader ; le nouveau est en cours de récupération`,
  'invoice.documentLost': ({ text }) =>
    `Le fichier conservé (${text('document')}) était endommagé ; il est récupéré à nouveau`,
  'invoice.skipped': ({ text }) =>
    text('number') ? `La facture ${text('number')} reste dehors` : 'La facture reste dehors',
  'invoice.failed': ({ text }) =>
    text('number') ? `La facture ${text('number')} n’a pas pu arriver` : 'La facture n’a pas pu arriver',
  'importMail.sent': ({ text }) => `E-mail sur les imports envoyé à ${text('detail')}`,
  'importMail.notSent': ({ text }) => `E-mail sur les imports non envoyé : ${text('detail')}`,
}
