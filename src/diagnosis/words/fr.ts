import type { DiagnosisCatalogue } from './catalogue.ts'

export const diagnosisInFrench: DiagnosisCatalogue = {
  verdicts: {
    already_here: {
      title: 'Elle est là',
      explanation: 'La facture est arrivée. Regardez les filtres de la liste, ou ouvrez-la directement.',
      remedy: 'Ouvrez la facture.',
    },
    archived_here: {
      title: 'Elle est là, archivée',
      explanation: 'La facture est arrivée puis a été archivée ; les listes habituelles ne la montrent pas.',
      remedy: 'Ouvrez la facture ; son historique dit pourquoi elle est archivée.',
    },
    unknown_number: {
      title: 'Personne ne connaît ce numéro',
      explanation:
        'Ni le registre, ni Teamleader, pour ce que l’utilisateur lié peut voir, n’a de facture portant ce numéro.',
      remedy:
        'Vérifiez le numéro. Un brouillon n’en a pas encore : collez plutôt le lien de la facture dans Teamleader. Si elle s’y trouve, il manque peut-être à l’utilisateur lié le droit de voir son département.',
    },
    cannot_be_asked: {
      title: 'Teamleader ne peut pas être interrogé',
      explanation:
        'Vorder n’a rien appris de cette facture, et Teamleader est arrêté, lent ou limite les appels : on ne sait donc pas si elle s’y trouve.',
      remedy: 'Posez la question à nouveau dans quelques minutes.',
    },
    switched_off: {
      title: 'L’import automatique est désactivé',
      explanation:
        'Les factures n’arrivaient qu’à la main quand celle-ci a été comptabilisée, ou encore maintenant.',
      remedy:
        'Importez-la maintenant ; activez l’import automatique dans Réglages, Liaisons, pour les suivantes.',
    },
    connection_off: {
      title: 'Teamleader est délié',
      explanation: 'Quelqu’un a mis fin à la liaison : rien n’arrive et rien ne peut être demandé.',
      remedy: 'Reliez à nouveau dans Réglages, Liaisons.',
    },
    never_told: {
      title: 'Teamleader ne l’a jamais annoncée',
      explanation:
        'La facture peut arriver, mais aucun message à son sujet n’est parvenu à Vorder. La prochaine comparaison avec Teamleader la trouvera dans le quart d’heure, ou cette nuit.',
      remedy: 'Importez-la maintenant, ou attendez la prochaine comparaison.',
    },
    changed_since: {
      title: 'La cause a disparu',
      explanation:
        'Lors du dernier regard de Vorder, il y avait une raison de l’écarter. Dans Teamleader, cette raison a disparu.',
      remedy: 'Réessayez maintenant, ou attendez la prochaine comparaison avec Teamleader.',
    },
    waits_for_its_turn: {
      title: 'Elle attend son tour',
      explanation: 'Vorder la connaît et la regardera bientôt de lui-même.',
      remedy: 'Rien à faire, ou réessayez maintenant.',
    },
  },
  remedies: {
    retry: 'Réessayer maintenant',
    import: 'Importer cette facture',
    open_in_crm: 'Ouvrir dans Teamleader',
    open_settings: 'Ouvrir les réglages',
    reconnect: 'Relier à nouveau',
    open_invoice: 'Ouvrir la facture',
  },
  crmNotAsked: (why) =>
    `Teamleader n’a pas pu être interrogé à l’instant (${why}) ; cette réponse repose sur le registre.`,
  notInCrm: 'Teamleader ne la montre pas à l’utilisateur lié.',
  inCrm: ({ number, state, total, open }) =>
    `Dans Teamleader maintenant : ${number}, ${state}, ${total}, reste ${open}.`,
  states: { draft: 'brouillon', booked: 'comptabilisée', paid: 'payée', credited: 'créditée' },
  paidAt: (moment) => `Payée dans Teamleader le ${moment}.`,
  stayedOut: (moment, cause) => `Écartée le ${moment} : ${cause}.`,
  amountWasZero: (moment) => `Le montant était nul le ${moment}.`,
  wasDraft: (moment) => `C’était encore un brouillon le ${moment}.`,
  department: (name) => `Elle appartient au département ${name}.`,
  importedAt: (moment) => `Arrivée le ${moment}.`,
  heard: (count, moment) =>
    count === 1
      ? `Teamleader l’a annoncée le ${moment}.`
      : `Teamleader l’a annoncée ${count} fois, la dernière le ${moment}.`,
  neverHeard: 'Aucun message de Teamleader à son sujet n’est connu.',
  nextTry: (moment) => `Vorder regardera à nouveau le ${moment}.`,
  detail: (detail) => `Ce qui a été dit : ${detail}`,
  told: (type) => `Teamleader a signalé : ${type}`,
  toldIgnored: (type) => `Teamleader a signalé : ${type} ; sans suite`,
  toldWaits: (type) => `Teamleader a signalé : ${type} ; en attente`,
  lookedAt: {
    webhook: 'Regardée parce que Teamleader l’a signalée',
    reconcile: 'Regardée lors de la comparaison avec Teamleader',
    nightly: 'Regardée lors de la comparaison de la nuit',
    retry: 'Regardée à nouveau d’elle-même',
    by_hand: 'Regardée parce que quelqu’un l’a demandé',
  },
  previewed: (outcome) => `Aperçu à la main : ${outcome}`,
  importedByHand: (outcome) => `Importée à la main : ${outcome}`,
  outcomes: {
    imported: 'importée',
    updated: 'mise à jour',
    unchanged: 'inchangée',
    skipped: 'écartée',
    failed: 'en échec',
  },
  askedNow: (answer) => `Demandé à Teamleader à l’instant : ${answer}`,
  answers: {
    found: 'elle y est',
    unreadable: 'illisible',
    absent: 'elle n’y est pas',
    no_answer: 'pas de réponse',
  },
}
