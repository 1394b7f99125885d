import type { DocumentCatalogue } from './catalogue.ts'

export const documentsInFrench: DocumentCatalogue = {
  retrieval: (document) => `Récupérer les documents ${document}`,
  zipPrefix: 'factures',
  standings: {
    waiting: {
      title: 'Pas encore là',
      explanation: 'Vorder redemande le document à Teamleader de lui-même.',
    },
    retrieved: { title: 'Disponible', explanation: 'Le document a été récupéré dans Teamleader et vérifié.' },
    given_up: {
      title: 'Abandonné',
      explanation:
        'Vorder l’a demandé pendant quatorze jours. Vérifiez dans Teamleader si le document s’y ouvre, puis récupérez-le ici à la main.',
    },
    under_way: {
      title: 'En cours de récupération',
      explanation: 'Le document est en train d’être récupéré.',
    },
  },
  causes: {
    not_there_yet: {
      title: 'Teamleader n’a pas encore de document',
      explanation:
        'Teamleader crée le document quelque temps après la comptabilisation de la facture. Rien à faire.',
    },
    crm_unavailable: {
      title: 'Teamleader est injoignable',
      explanation: 'Vorder continue dès que Teamleader répond. Aucune tentative n’est perdue entre-temps.',
    },
    calls_used_up: {
      title: 'En attente de place',
      explanation: 'Les appels que Teamleader permet par minute sont épuisés. Vorder continue de lui-même.',
    },
    reconnect_needed: {
      title: 'La connexion a été refusée',
      explanation: 'Teamleader n’accepte plus la connexion. Reconnectez-vous dans Paramètres, Intégrations.',
    },
    crm_refused: {
      title: 'Teamleader a refusé',
      explanation:
        'L’utilisateur connecté ne peut pas télécharger cette facture. Vérifiez ses droits dans Teamleader.',
    },
    location_refused: {
      title: 'L’adresse de téléchargement n’a pas fonctionné',
      explanation:
        'Teamleader a donné pour le document une adresse expirée ou refusée. Vorder en demande une nouvelle.',
    },
    unsafe_location: {
      title: 'L’adresse de téléchargement n’est pas sûre',
      explanation:
        'L’adresse donnée pour le document ne mène pas à un serveur sur internet ; elle n’a donc pas été interrogée.',
    },
    host_unavailable: {
      title: 'Le serveur du document ne répond pas',
      explanation:
        'Teamleader garde les documents sur un autre serveur, en panne ou trop lent. Vorder réessaie.',
    },
    too_large: {
      title: 'Le document est trop volumineux',
      explanation: 'Les documents de plus de 25 Mo ne sont pas récupérés. Réduisez-le dans Teamleader.',
    },
    empty: {
      title: 'Le document est vide',
      explanation:
        'Ce qui est arrivé n’a pas de contenu. Vorder réessaie ; si cela persiste, recréez le document dans Teamleader.',
    },
    cut: {
      title: 'Le document est incomplet',
      explanation: 'Seule une partie est arrivée. Vorder réessaie.',
    },
    web_page: {
      title: 'Une page web est arrivée',
      explanation: 'Le serveur a répondu par une page web, sans doute une erreur, et non par le document.',
    },
    not_a_pdf: {
      title: 'Ce n’est pas un PDF',
      explanation: 'Ce qui est arrivé est un autre type de fichier. Vorder réessaie.',
    },
    unreadable_pdf: {
      title: 'Le PDF est endommagé',
      explanation:
        'Le PDF ne peut pas être ouvert. Ouvrez-le dans Teamleader ; s’il échoue là aussi, recréez-le.',
    },
    no_pages: {
      title: 'Le PDF n’a pas de pages',
      explanation: 'Il n’y a rien à y voir. Recréez le document dans Teamleader.',
    },
    password_protected: {
      title: 'Le PDF demande un mot de passe',
      explanation:
        'Votre client ne pourrait pas l’ouvrir. Créez le document sans mot de passe dans Teamleader.',
    },
    not_a_ubl: {
      title: 'Ce n’est pas une facture électronique',
      explanation: 'Ce qui est arrivé n’est ni une facture ni une note de crédit UBL. Vorder réessaie.',
    },
    unreadable_ubl: {
      title: 'La facture électronique est endommagée',
      explanation: 'Le fichier UBL est mal formé, ou contient ce qui n’y est pas permis. Vorder réessaie.',
    },
    wrong_invoice: {
      title: 'Le document d’une autre facture',
      explanation:
        'Ce qui est arrivé porte le numéro d’une autre facture et n’a donc pas été gardé. Ouvrez le document dans Teamleader et recréez-le.',
    },
    lost: {
      title: 'Le document conservé était endommagé',
      explanation: 'Le fichier que Vorder gardait manquait ou était modifié. Vorder le récupère à nouveau.',
    },
    invoice_archived: {
      title: 'La facture est archivée',
      explanation: 'Teamleader n’a plus la facture ; il n’y a donc pas de document à récupérer.',
    },
    unexpected: {
      title: 'Un problème est survenu chez nous',
      explanation: 'Le journal en dit plus. Vorder réessaie.',
    },
  },
}
