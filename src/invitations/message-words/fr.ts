import type { MessageCatalogue } from './catalogue.ts'

export const messagesInFrench: MessageCatalogue = {
  states: {
    waiting: { title: 'Attend le PDF', explanation: 'L’invitation part dès que le PDF est là.' },
    planned: { title: 'Prévue', explanation: 'Elle part après un dernier regard dans Teamleader.' },
    sending: { title: 'En cours d’envoi', explanation: 'Le serveur de messagerie la prend en ce moment.' },
    sent: { title: 'Envoyée', explanation: 'Le serveur de messagerie l’a prise.' },
    failed: { title: 'Pas envoyée', explanation: 'Elle n’est pas partie.' },
    bounced: { title: 'Adresse refusée', explanation: 'Le serveur de messagerie a refusé l’adresse.' },
    unknown: { title: 'Inconnu', explanation: 'Personne ne sait si elle est partie.' },
    held: { title: 'Retenue', explanation: 'Quelque chose la retient.' },
    cancelled: { title: 'Annulée', explanation: 'Il n’y a plus de raison de l’envoyer.' },
  },
  causes: {
    waiting_for_document: {
      title: 'Attend le PDF',
      explanation: 'Le profil attend le PDF et le joint. Elle part dès que le PDF est là.',
    },
    paid: { title: 'Payée', explanation: 'La facture a été payée avant le départ du message.' },
    credited: {
      title: 'Créditée',
      explanation: 'La facture a été entièrement créditée avant le départ du message.',
    },
    archived: { title: 'Archivée', explanation: 'La facture n’est plus dans Teamleader.' },
    nothing_open: { title: 'Rien à payer', explanation: 'Il ne reste rien à payer.' },
    by_hand_only: {
      title: 'À la main seulement',
      explanation: 'Le profil n’envoie plus d’invitations de lui-même. Envoyez-la à la main.',
    },
    before_live: {
      title: 'D’avant la mise en service',
      explanation:
        'Elle a été abandonnée à la mise en service. Envoyez-la à la main si elle est encore utile.',
    },
    without_invitations: {
      title: 'Importée à la main, sans invitation',
      explanation:
        'La personne qui l’a importée ne voulait aucun envoi : ni invitation ni rappel ne part de soi-même. Envoyez l’invitation à la main si elle est nécessaire.',
    },
    not_live: {
      title: 'Pas encore en service',
      explanation: 'Rien ne part de soi-même tant que cette liaison Teamleader n’est pas mise en service.',
    },
    document_given_up: {
      title: 'Le PDF a été abandonné',
      explanation: 'Récupérez le document à la main, ou envoyez l’invitation sans lui.',
    },
    no_address: {
      title: 'Pas d’adresse e-mail',
      explanation: 'Remplissez l’adresse e-mail du client ; l’invitation part alors d’elle-même.',
    },
    invalid_address: {
      title: 'L’adresse e-mail n’est pas valable',
      explanation: 'Corrigez l’adresse e-mail du client ; l’invitation part alors d’elle-même.',
    },
    crm_unavailable: {
      title: 'Teamleader n’est pas joignable',
      explanation:
        'Rien ne part avant que Teamleader dise que la facture est encore ouverte. Vorder réessaie.',
    },
    reconnect_needed: {
      title: 'Il faut reconnecter Teamleader',
      explanation:
        'Rien ne part avant que Teamleader dise que la facture est encore ouverte. Reconnectez-le.',
    },
    not_confirmed: {
      title: 'Teamleader n’a pas montré la facture',
      explanation:
        'Rien ne part avant que Teamleader dise qu’elle est encore ouverte. Vorder regarde encore.',
    },
    mail_not_set_up: {
      title: 'Le courrier n’est pas réglé',
      explanation: 'Réglez VORDER_SMTP_URL et VORDER_MAIL_FROM ; elle part alors d’elle-même.',
    },
    mail_sign_in_refused: {
      title: 'Le serveur de messagerie refuse Vorder',
      explanation:
        'Corrigez la connexion ou l’expéditeur dans les réglages du courrier ; elle part alors d’elle-même.',
    },
    mail_unreachable: {
      title: 'Le serveur de messagerie n’est pas joignable',
      explanation: 'Elle n’est certainement pas partie. Vorder réessaie.',
    },
    mail_deferred: {
      title: 'Le serveur de messagerie demande de revenir plus tard',
      explanation: 'Elle n’est certainement pas partie. Vorder réessaie.',
    },
    mail_refused: {
      title: 'Le serveur de messagerie a refusé le message',
      explanation:
        'Elle n’est certainement pas partie. Voyez la réponse du serveur, puis envoyez-la à la main.',
    },
    recipients_refused: {
      title: 'L’adresse a été refusée',
      explanation: 'Corrigez l’adresse e-mail du client, puis envoyez l’invitation à la main.',
    },
    unexpected: {
      title: 'Une erreur s’est produite dans Vorder',
      explanation: 'Elle n’est certainement pas partie. Vorder réessaie.',
    },
    outcome_unknown: {
      title: 'Personne ne sait si elle est arrivée',
      explanation:
        'La connexion s’est rompue quand le serveur allait répondre. Demandez au client ou voyez le serveur, puis dites ici si elle est arrivée ou s’il faut la renvoyer.',
    },
    stopped_while_sending: {
      title: 'Personne ne sait si elle est partie',
      explanation:
        'Vorder a été arrêté pendant que le serveur la prenait. Voyez le serveur, puis dites ici si elle est arrivée ou s’il faut la renvoyer.',
    },
    superseded: {
      title: 'Un niveau suivant a pris sa place',
      explanation:
        'Quand il a pu partir, le niveau suivant était dû. Une facture reçoit un rappel à la fois.',
    },
    plan_changed: {
      title: 'Le plan a changé',
      explanation: 'Le profil ou l’échéance a changé avant le départ. Vorder décide à nouveau.',
    },
    undeliverable_address: {
      title: 'L’adresse n’accepte pas de courrier',
      explanation:
        'Un message précédent est revenu. Corrigez l’adresse du client ou dites qu’elle fonctionne à nouveau.',
    },
    on_hold: {
      title: 'En attente',
      explanation: 'Quelqu’un a mis cette facture en attente. Rien ne part d’ici là.',
    },
    disputed: {
      title: 'Contestée',
      explanation: 'Le client conteste cette facture. Rien ne part tant que la contestation dure.',
    },
    reminders_off: {
      title: 'Rappels désactivés',
      explanation: 'Le profil n’envoie pas de rappels. Activez-les dans le profil.',
    },
    no_due_date: {
      title: 'Pas d’échéance',
      explanation: 'Les rappels comptent depuis l’échéance, et cette facture n’en a pas.',
    },
    not_invited: {
      title: 'Jamais invité',
      explanation: 'On rappelle au client une invitation que Vorder a envoyée. Envoyez d’abord l’invitation.',
    },
    invitation_not_sent_yet: {
      title: 'L’invitation n’est pas encore partie',
      explanation: 'Les rappels commencent une fois l’invitation envoyée.',
    },
    not_known_whether_invited: {
      title: 'On ne sait pas si l’invitation est partie',
      explanation: 'Dites d’abord si l’invitation est arrivée.',
    },
    invitation_refused: {
      title: 'L’invitation a été refusée',
      explanation: 'Corrigez l’adresse du client et renvoyez l’invitation.',
    },
    not_known_whether_reminded: {
      title: 'On ne sait pas si un rappel est parti',
      explanation: 'Dites d’abord si le rappel précédent est arrivé.',
    },
    reminder_under_way: { title: 'Un rappel est en route', explanation: 'Un rappel part à la fois.' },
    all_sent: {
      title: 'Tous les niveaux ont été envoyés',
      explanation: 'Le profil n’a pas d’autre niveau pour cette facture.',
    },
    before_step: {
      title: 'Son jour n’est pas venu',
      explanation:
        'Son jour se compte à partir de l’échéance, comme le dit le profil, et passe au prochain jour d’envoi.',
    },
    promised: {
      title: 'Paiement promis',
      explanation: 'Le client a promis de payer. Les rappels reprennent le lendemain de cette date.',
    },
    too_soon: {
      title: 'Trop tôt après le dernier message',
      explanation: 'Au moins trois jours séparent deux messages sur une même facture.',
    },
    outside_hours: {
      title: 'En dehors des heures',
      explanation: 'Il part au début des prochaines heures d’envoi du profil.',
    },
  },
  goesOut: {
    invitation: { title: 'Invitation', explanation: 'Elle est prévue et part au prochain regard.' },
    reminder: ({ level, offsetDays }) => ({
      title: `Rappel ${level}`,
      explanation: `${offsetDays} jours après l’échéance, au premier jour et à la première heure d’envoi du profil.`,
    }),
  },
  refusals: {
    has_it_already: {
      title: 'L’a déjà reçu',
      explanation:
        'Cette adresse l’a reçu. Personne ne reçoit deux fois le même message : demandez de le rechercher ou transmettez le lien de paiement.',
    },
    not_sent_yet: {
      title: 'Pas encore envoyé',
      explanation: 'Seul ce qui a été envoyé peut l’être une nouvelle fois.',
    },
    promised: {
      title: 'Paiement promis',
      explanation:
        'Le client a promis de payer pour un jour qui n’est pas encore passé. Mettez d’abord fin à la promesse.',
    },
    not_due_yet: {
      title: 'Pas échue',
      explanation: 'Un rappel dit que l’échéance est passée, et elle ne l’est pas.',
    },
    paid: { title: 'Payée', explanation: 'La facture est payée : il n’y a rien à demander.' },
    credited: { title: 'Créditée', explanation: 'La facture est créditée : il n’y a rien à demander.' },
    archived: { title: 'Archivée', explanation: 'La facture n’est plus dans Teamleader.' },
    nothing_open: { title: 'Rien à payer', explanation: 'Il ne reste rien à payer.' },
    already_sent: { title: 'Déjà envoyée', explanation: 'Une invitation est envoyée une fois.' },
    being_sent: { title: 'En cours d’envoi', explanation: 'Elle part en ce moment.' },
    not_known_whether_sent: {
      title: 'On ne sait pas si elle est partie',
      explanation: 'Dites d’abord si le message précédent est arrivé.',
    },
    document_missing: {
      title: 'Le PDF manque',
      explanation: 'Le profil attend le PDF. Récupérez-le, ou envoyez l’invitation sans lui.',
    },
    no_address: { title: 'Pas d’adresse e-mail', explanation: 'Remplissez l’adresse e-mail du client.' },
    invalid_address: {
      title: 'L’adresse e-mail n’est pas valable',
      explanation: 'Corrigez l’adresse e-mail du client.',
    },
    on_hold: {
      title: 'En attente',
      explanation: 'Quelqu’un a mis cette facture en attente. Rien ne part d’ici là.',
    },
    disputed: {
      title: 'Contestée',
      explanation: 'Le client conteste cette facture. Rien ne part tant que la contestation dure.',
    },
    undeliverable_address: {
      title: 'L’adresse n’accepte pas de courrier',
      explanation:
        'Un message précédent est revenu. Corrigez l’adresse du client ou dites qu’elle fonctionne à nouveau.',
    },
  },
}
