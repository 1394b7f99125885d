import type { CauseCatalogue } from './catalogue.ts'

export const causesInFrench: CauseCatalogue = {
  draft: {
    title: 'Encore un brouillon',
    explanation:
      'La facture n’est pas encore comptabilisée dans Teamleader : elle n’a pas de numéro et rien n’est dû.',
    remedy: 'Comptabilisez-la dans Teamleader ; elle arrivera d’elle-même.',
  },
  paid: {
    title: 'Déjà payée',
    explanation:
      'Teamleader indiquait la facture comme payée avant qu’elle ne puisse arriver. Les factures payées ne sont pas importées. Dans ses listes, Teamleader appelle aussi payée une facture entièrement créditée.',
    remedy:
      'Rien à faire. Si le paiement est une erreur, retirez-le dans Teamleader ; la facture arrivera d’elle-même.',
  },
  credited: {
    title: 'Entièrement créditée',
    explanation: 'Des notes de crédit dans Teamleader couvrent tout le montant : il ne reste rien à payer.',
    remedy: 'Rien à faire.',
  },
  zero_amount: {
    title: 'Montant nul',
    explanation:
      'Il n’y a rien à payer sur cette facture. Les factures d’un montant nul ne sont pas importées.',
    remedy: 'Si le montant est augmenté dans Teamleader, la facture arrivera d’elle-même.',
  },
  negative_amount: {
    title: 'Montant négatif',
    explanation: 'Le total est inférieur à zéro : le client reçoit de l’argent et ne doit rien.',
    remedy: 'Réglez-le dans Teamleader, par exemple comme note de crédit de la facture concernée.',
  },
  department_not_chosen: {
    title: 'Département non importé',
    explanation:
      'La facture appartient à un département qui n’est pas choisi dans les réglages de cette liaison.',
    remedy: 'Choisissez le département dans Réglages, Liaisons, si ses factures doivent arriver.',
  },
  deleted_in_crm: {
    title: 'Supprimée dans Teamleader',
    explanation: 'Teamleader nous a signalé que la facture a été supprimée.',
    remedy: 'Rien à faire. Si c’était une erreur, refaites-la dans Teamleader.',
  },
  not_found_in_crm: {
    title: 'Introuvable dans Teamleader',
    explanation:
      'Teamleader a cité la facture mais ne la montre pas à l’utilisateur lié, même après plusieurs essais.',
    remedy:
      'Vérifiez dans Teamleader que l’utilisateur lié peut voir les factures de ce département, puis réessayez.',
  },
  unreadable_invoice: {
    title: 'Réponse illisible',
    explanation:
      'Ce que Teamleader a envoyé sur cette facture a une forme que Vorder ne comprend pas. Une copie est gardée.',
    remedy:
      'Vorder réessaie de lui-même. Si cela persiste, transmettez les détails à la personne qui gère Vorder.',
  },
  unreadable_customer: {
    title: 'Client illisible',
    explanation:
      'La facture est correcte, mais ce que Teamleader a envoyé sur le client a une forme que Vorder ne comprend pas.',
    remedy: 'Cherchez une anomalie chez le client dans Teamleader ; Vorder réessaie de lui-même.',
  },
  cannot_be_stored: {
    title: 'Impossible à enregistrer',
    explanation:
      'Un élément de cette facture ne peut être enregistré. Les autres ne sont pas touchées. Une copie est gardée.',
    remedy:
      'Vorder réessaie de lui-même. Si cela persiste, transmettez les détails à la personne qui gère Vorder.',
  },
  crm_unavailable: {
    title: 'Teamleader ne répond pas',
    explanation:
      'Teamleader nous a signalé cette facture, mais il est en panne, lent ou limite les appels pour le moment.',
    remedy: 'Rien à faire : Vorder redemande de lui-même.',
  },
  crm_refused: {
    title: 'Teamleader a refusé de la montrer',
    explanation:
      'Teamleader a compris la question et a refusé, le plus souvent parce qu’il manque un droit à l’utilisateur lié.',
    remedy: 'Donnez ce droit à l’utilisateur lié dans Teamleader, puis réessayez.',
  },
  reconnect_needed: {
    title: 'Teamleader doit être relié à nouveau',
    explanation: 'Teamleader n’accepte plus la liaison, la facture ne peut donc pas être demandée.',
    remedy: 'Reliez à nouveau dans Réglages, Liaisons ; tout ce qui attend arrivera alors de lui-même.',
  },
  not_visible_yet: {
    title: 'Pas encore visible',
    explanation:
      'Teamleader nous a signalé cette facture mais ne la montre pas encore. Cela peut prendre un moment.',
    remedy: 'Rien à faire : Vorder regarde à nouveau de lui-même.',
  },
}
