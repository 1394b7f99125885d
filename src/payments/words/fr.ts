import type { WriteBackCatalogue } from './catalogue.ts'

export const writeBacksInFrench: WriteBackCatalogue = {
  standings: {
    off: {
      title: 'Connu de Vorder seulement',
      explanation:
        'Teamleader n’en sait rien : l’enregistrement des paiements y est désactivé, ou l’était à ce moment.',
    },
    waiting: {
      title: 'En route vers Teamleader',
      explanation: 'Vorder y enregistre le paiement de lui-même.',
    },
    done: { title: 'Enregistré dans Teamleader', explanation: 'Teamleader montre ce paiement.' },
    refused: { title: 'Pas enregistré dans Teamleader', explanation: 'Quelqu’un doit vérifier.' },
    unknown: {
      title: 'Teamleader n’a pas répondu',
      explanation:
        'Le paiement y est peut-être arrivé. Vorder regarde d’abord la facture avant de faire autre chose.',
    },
    revoking: {
      title: 'En cours de suppression dans Teamleader',
      explanation: 'Le paiement a été annulé ici ; Vorder le supprime là-bas de lui-même.',
    },
    revoked: { title: 'Supprimé dans Teamleader', explanation: 'Teamleader ne montre plus ce paiement.' },
  },
  causes: {
    gone_in_crm: {
      title: 'La facture n’est pas dans Teamleader',
      explanation:
        'Elle a été supprimée, ou l’utilisateur connecté ne peut pas la voir. Si le paiement est faux, annulez-le ici.',
    },
    not_booked: {
      title: 'La facture est un brouillon dans Teamleader',
      explanation: 'Validez-la là-bas, puis réessayez.',
    },
    already_paid_in_crm: {
      title: 'La facture est déjà payée dans Teamleader',
      explanation:
        'S’il s’agit du même argent, annulez le paiement ici. Si le client a payé deux fois, le surplus est indiqué sur la facture.',
    },
    credited_in_crm: {
      title: 'La facture est créditée dans Teamleader',
      explanation:
        'Une facture créditée n’y reçoit pas de paiement. Remboursez le client, ou traitez la note de crédit dans Teamleader.',
    },
    more_than_open: {
      title: 'Plus que le montant ouvert dans Teamleader',
      explanation:
        'Le paiement dépasse ce qui est ouvert dans Teamleader. Regardez la facture là-bas ; annulez le paiement ici et notez le bon montant.',
    },
    other_currency: {
      title: 'Une autre devise',
      explanation:
        'La facture est dans une autre devise dans Teamleader. Enregistrez-y le paiement vous-même.',
    },
    other_payments_there: {
      title: 'Il y a aussi d’autres paiements',
      explanation:
        'Teamleader ne peut supprimer que tous les paiements d’une facture ensemble. Supprimez celui-ci là-bas vous-même ; les autres restent.',
    },
    not_permitted: {
      title: 'L’utilisateur connecté n’en a pas le droit',
      explanation:
        'Donnez à l’utilisateur connecté le droit d’enregistrer des paiements dans Teamleader, puis réessayez.',
    },
    crm_refused: {
      title: 'Teamleader a refusé',
      explanation:
        'Regardez la facture dans Teamleader. Si les écritures y sont verrouillées, voyez Paramètres, Facturation, « les factures validées ne peuvent pas être modifiées » ; puis réessayez.',
    },
    no_answer: {
      title: 'Teamleader n’a pas répondu, plusieurs fois',
      explanation: 'Vérifiez si le paiement s’y trouve. Sinon, réessayez.',
    },
    not_seen_there: {
      title: 'Teamleader a accepté, mais cela ne se voit pas',
      explanation:
        'Regardez les paiements de la facture dans Teamleader. Ne réessayez que s’ils ne sont pas corrects : Vorder ne le refait pas de lui-même.',
    },
    unreadable: {
      title: 'Teamleader ne montre pas les paiements',
      explanation:
        'Sans voir les paiements là-bas, Vorder n’écrit rien. Vérifiez les droits de l’utilisateur connecté, puis réessayez.',
    },
  },
}
