import type { FrenchLazyTexts } from '../texts.ts'

/** What the page "which invoices chose which profile", and the custom fields in the settings, say in French. */
export const profileChoicesInFrench: Pick<FrenchLazyTexts, 'profileChoices' | 'profileFields'> = {
  profileChoices: {
    title: 'Quel profil, et pourquoi',
    intro:
      'Ce qui a choisi le profil de chaque facture, et ce que disaient les champs personnalisés de Teamleader.',
    settings: 'Choisir les champs',
    seeHow: 'Voir ce qui a été lu',
    all: 'Toutes',
    view: {
      warned: 'Avec un avertissement',
      invoice_field: 'Champ de la facture',
      subscription_field: 'Champ de l’abonnement',
      customer: 'Client',
      connection: 'Par défaut',
    },
    search: 'Rechercher dans ces factures',
    searchHint: 'Numéro, client, communication',
    profile: 'Profil',
    anyProfile: 'Tous les profils',
    warning: 'Avertissement',
    anyWarning: 'Avec ou sans avertissement',
    invoice: 'Facture',
    unnamed: 'Sans numéro',
    why: 'Ce qui l’a choisi',
    total: 'Total',
    reading: {
      invoice: 'Sur la facture, {{field}} :',
      subscription: 'Sur l’abonnement, {{field}} :',
    },
    fieldGone: 'un champ supprimé',
    noValue: 'rien de rempli',
    openInTeamleader: 'Ouvrir dans Teamleader',
    emptyTitle: 'Pas encore de factures',
    emptyText: 'Dès que des factures arrivent, cette page dit quel profil chacune a reçu, et pourquoi.',
    noWarnings: 'Aucun champ personnalisé ne contient d’erreur',
    noMatch: 'Aucune facture ne correspond',
  },
  profileFields: {
    make: 'Créer les deux champs dans Teamleader',
    made: 'Teamleader a maintenant les champs, avec un choix pour chaque profil',
    found: 'Les champs existaient déjà ; ils sont maintenant choisis',
    byHand: 'Comment les créer à la main',
    byHandTitle: 'Champs personnalisés pour le profil',
    step: {
      open: 'Dans Teamleader, ouvrez Paramètres, Champs personnalisés, puis Factures ; ensuite faites de même pour Abonnements.',
      add: 'Ajoutez un champ « Profil Vorder » avec des choix fixes dont un seul peut être pris. Un champ de texte convient aussi ; il faut alors taper le nom à chaque fois.',
      options:
        'Donnez-lui un choix pour chaque profil, écrit comme ci-dessous. Les majuscules et les espaces n’importent pas.',
      choose: 'Revenez ici et choisissez les deux champs.',
    },
    options: 'Les choix',
    copyOptions: 'Copier tous les choix',
    copyOption: 'Copier {{name}}',
    gone: 'Ce champ n’existe plus dans Teamleader. Choisissez-en un autre : d’ici là, chaque facture reçoit un avertissement.',
    goneOption: 'Un champ supprimé',
    allNamed: 'Chaque choix nomme un profil, et chaque profil a le sien',
    namesNothing_one:
      'Le choix {{options}} ne nomme aucun profil : la règle suivante s’applique à ces factures.',
    namesNothing_many:
      'Les choix {{options}} ne nomment aucun profil : la règle suivante s’applique à ces factures.',
    namesNothing_other:
      'Les choix {{options}} ne nomment aucun profil : la règle suivante s’applique à ces factures.',
    notNamed: 'Sans choix dans Teamleader : {{profiles}}',
    seeChoices: 'Quelles factures ont choisi quel profil, et pourquoi',
  },
}
