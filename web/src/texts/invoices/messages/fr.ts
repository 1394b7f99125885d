import type { FrenchLazyTexts } from '../../texts.ts'

type MessageTexts = Pick<FrenchLazyTexts, 'messages' | 'tellCrm' | 'sending' | 'profileSending'>

/** Ce que disent les messages et les réglages de l’envoi, en français. */
export const messagesInFrench: MessageTexts = {
  messages: {
    title: 'Messages',
    none: 'Rien n’a été envoyé au client et rien n’est prévu.',
    nextLook: 'Revu',
    inviteNow: 'Envoyer l’invitation maintenant',
    withoutDocument: 'Envoyer sans le PDF',
    preview: 'Aperçu',
    whyNot: '{{title}}. {{explanation}}',
    asked: 'Invitation : {{state}}. {{explanation}}',
    toGoLive: 'Réglages : mettre en service',
    kind: { invitation: 'Invitation', reminder: 'Rappel' },
    refused: '{{address}} a été refusée : {{answer}}',
    settle: { arrived: 'Il est arrivé', send_again: 'Renvoyer' },
    show: 'Afficher son contenu',
    toCustomer: 'À l’adresse du client',
    toAndCc: '{{to}}, copie à {{cc}}',
    sentTitle: 'Tel qu’il a été envoyé',
    previewTitle: 'Tel qu’il serait envoyé maintenant',
    to: 'À',
    cc: 'Copie à',
    noAddress: 'Aucune adresse e-mail',
    subject: 'Objet',
    attachment: 'Pièce jointe',
  },
  tellCrm: {
    title: 'Informer Teamleader',
    writeBack: 'Enregistrer les paiements dans Teamleader',
    writeBackHelp:
      'Ce qui est marqué comme payé ici y est aussi enregistré, une seule fois. Vorder lit d’abord, pour ne rien doubler.',
    leaveNotes: 'Laisser des notes sur la facture',
    leaveNotesHelp: 'Une note par événement : suivie ou non et pourquoi, invitée, rappelée, payée.',
  },
  sending: {
    title: 'Envoi',
    live: 'Les invitations partent toutes seules. En service depuis',
    stop: 'Arrêter l’envoi',
    notLive:
      'Rien ne part encore tout seul : les invitations sont préparées et retenues, pour que vous puissiez d’abord les voir.',
    goLive: 'Mettre en service',
    goLiveTitle: 'Laisser les invitations partir toutes seules ?',
    goLiveText: 'Désormais chaque profil envoie comme il le dit, après un dernier regard dans Teamleader.',
    held_one: '{{invitations}} invitation a été retenue jusqu’ici.',
    held_many: '{{invitations}} invitations ont été retenues jusqu’ici.',
    held_other: '{{invitations}} invitations ont été retenues jusqu’ici.',
    dropped:
      'Abandonner veut dire : rien ne part pour ces factures, sauf si vous l’envoyez à la main. Chaque profil dit s’il envoie tout seul.',
    seeHeld: 'Voir lesquelles',
    andSend_one: 'Mettre en service et l’envoyer',
    andSend_many: 'Mettre en service et envoyer les {{invitations}}',
    andSend_other: 'Mettre en service et envoyer les {{invitations}}',
    andDrop: 'Mettre en service, abandonner celles-ci',
  },
  profileSending: {
    button: 'Envoi',
    buttonNamed: 'Envoi de {{name}}',
    title: 'Comment « {{name}} » envoie',
    booked: 'L’invitation part quand la facture est comptabilisée.',
    bookedWithDocument: 'L’invitation part quand la facture est comptabilisée et que son PDF est là.',
    byHand: 'L’invitation ne part que si une personne l’envoie.',
    sendOnBooking: 'Envoyer quand une facture est comptabilisée',
    sendOnBookingHelp: 'Désactivé : seule une personne envoie, depuis la page de la facture.',
    waitForDocument: 'Attendre le PDF',
    waitForDocumentHelp: 'L’invitation part dès que le PDF est là, avec lui en pièce jointe.',
    includeDocument: 'Joindre le PDF s’il est là',
    includeDocumentHelp: 'Sans l’attendre : un PDF qui arrive plus tard n’est pas envoyé.',
  },
}
