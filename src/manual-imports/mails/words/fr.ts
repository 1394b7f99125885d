import type { MailCatalogue } from './catalogue.ts'

export const mailsInFrench: MailCatalogue = {
  summarySubject: ({ state, imported, leftOut, name }) =>
    `${state === 'finished' ? 'Importé' : state === 'cancelled' ? 'Import annulé' : 'Import arrêté'} : ${imported} ${imported === 1 ? 'facture' : 'factures'}, ${leftOut} écartées (${name})`,
  summaryIntro: {
    finished: (name, business) => `L’import que vous avez lancé pour ${business} est terminé : ${name}.`,
    cancelled: (name, business) =>
      `L’import que vous avez lancé pour ${business} a été annulé : ${name}. Ce qui était arrivé reste.`,
    failed: (name, business) =>
      `L’import que vous avez lancé pour ${business} s’est arrêté avant la fin : ${name}. Ce qui était arrivé reste ; relancez-le pour continuer.`,
  },
  problem: (detail) => `Raison de l’arrêt : ${detail}`,
  outcome: {
    imported: (count) => `${count} importées`,
    updated: (count) => `${count} déjà présentes, mises à jour`,
    unchanged: (count) => `${count} déjà présentes, inchangées`,
    skipped: (count) => `${count} écartées`,
    failed: (count) => `${count} pas encore arrivées`,
  },
  nothingFound: 'Teamleader n’a montré aucune facture correspondante.',
  leftOutHeading: 'Ce qui n’est pas arrivé',
  unknownHeading: 'Introuvables',
  unknown:
    'Teamleader ne les montre pas à l’utilisateur lié. Vérifiez le numéro, et que cet utilisateur peut voir le département :',
  warned: (count) =>
    `${count} sont arrivées avec un avertissement : le champ personnalisé ne nomme aucun profil, un autre a été choisi.`,
  nobodyAsked:
    'Personne n’a été invité à payer : elles sont arrivées sans invitation et aucun rappel ne suit de soi-même.',
  incomplete:
    'La liste de Teamleader n’a cessé de changer pendant la lecture ; une facture peut manquer. Importez la même chose encore une fois pour être sûr.',
  more: (count) => `Et ${count} de plus ; la page de l’import les montre toutes.`,
  withoutNumber: 'Sans numéro',
  helps: 'Ce qui aide :',
  openInVorder: 'Montrer dans Vorder',
  openInCrm: 'Ouvrir dans Teamleader',
  openRun: 'Ouvrir l’import dans Vorder',
  digestSubject: (business) => `Des factures de ${business} ont besoin de vous`,
  digestIntro: (business) =>
    `L’import automatique de ${business} a rencontré depuis hier quelque chose qu’il ne peut résoudre seul.`,
  digestFailed: 'N’a pas pu arriver',
  digestProfile: 'Arrivée avec un autre profil que celui du champ personnalisé',
  digestReconnect: (account) => `Le compte Teamleader « ${account} » doit être relié à nouveau`,
  openSettings: 'Ouvrir les réglages',
}
