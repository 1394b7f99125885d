import type { FileCatalogue } from './catalogue.ts'

export const filesInFrench: FileCatalogue = {
  problems: {
    empty_file: () => ({
      title: 'Le fichier est vide',
      explanation: 'Le fichier ne contient aucune ligne de clients.',
    }),
    not_text: () => ({
      title: 'Pas un fichier de clients',
      explanation: 'Le fichier n’est ni du texte (CSV) ni un classeur Excel (XLSX).',
    }),
    unclosed_quote: ({ line }) => ({
      title: 'Un guillemet n’est pas fermé',
      explanation: `Le guillemet ouvert à la ligne ${line} n’est jamais fermé. Fermez-le ou supprimez-le, puis envoyez le fichier à nouveau.`,
    }),
    broken_quote: ({ line }) => ({
      title: 'Un guillemet est mal placé',
      explanation: `Dans la cellule qui commence à la ligne ${line}, du texte suit le guillemet fermant. Dans une cellule entre guillemets, un guillemet s’écrit deux fois.`,
    }),
    cell_too_long: ({ line, limit }) => ({
      title: 'Une cellule est trop longue',
      explanation: `La cellule qui commence à la ligne ${line} compte plus de ${limit} caractères. Un guillemet n’y est peut-être pas fermé.`,
    }),
    row_too_long: ({ line, limit }) => ({
      title: 'Une ligne est trop longue',
      explanation: `La ligne qui commence à la ligne ${line} compte plus de ${limit} caractères.`,
    }),
    too_many_columns: ({ line, limit }) => ({
      title: 'Trop de colonnes',
      explanation: `La ligne ${line} a plus de ${limit} colonnes.`,
    }),
    too_many_rows: ({ limit }) => ({
      title: 'Trop de lignes',
      explanation: `Le fichier compte plus de ${limit} lignes. Répartissez-le en plusieurs fichiers.`,
    }),
    old_workbook: () => ({
      title: 'Un classeur ancien ou protégé',
      explanation:
        'Le classeur est à l’ancien format (XLS) ou protégé par un mot de passe. Enregistrez-le en XLSX sans mot de passe.',
    }),
    not_a_workbook: () => ({
      title: 'Pas un classeur Excel',
      explanation: 'Le fichier est compressé, mais ce n’est pas un classeur Excel (XLSX).',
    }),
    broken_workbook: () => ({
      title: 'Le classeur est endommagé',
      explanation:
        'Le classeur ne peut pas être lu jusqu’au bout. Ouvrez-le dans Excel, enregistrez-le et envoyez-le à nouveau.',
    }),
    workbook_too_large: () => ({
      title: 'Le classeur est trop volumineux',
      explanation:
        'Décompressé, le classeur dépasse de loin la taille d’une liste de clients. Rien n’en a été lu.',
    }),
    no_such_sheet: () => ({
      title: 'Cette feuille n’existe pas',
      explanation: 'Le classeur n’a aucune feuille de ce nom.',
    }),
    file_too_large: ({ limit }) => ({
      title: 'Le fichier est trop volumineux',
      explanation: `Un fichier peut compter jusqu’à ${limit} Mo.`,
    }),
  },
  refusals: {
    no_name: () => ({
      title: 'Aucun nom',
      explanation: 'Un client a besoin d’un nom d’entreprise, d’un prénom ou d’un nom.',
    }),
    invalid_email: ({ value }) => ({
      title: 'Pas une adresse e-mail',
      explanation: `« ${value} » n’est pas une adresse e-mail.`,
    }),
    invalid_cc: ({ value }) => ({
      title: 'Pas une adresse e-mail',
      explanation: `« ${value} » en CC n’est pas une adresse e-mail.`,
    }),
    not_text: () => ({
      title: 'Des caractères qui ne sont pas du texte',
      explanation:
        'La cellule contient des caractères qui ne sont pas du texte et ne peuvent pas être conservés.',
    }),
    too_long: ({ limit }) => ({
      title: 'Trop long',
      explanation: `La cellule compte plus de ${limit} caractères.`,
    }),
    too_many_cells: () => ({
      title: 'Plus de cellules que de colonnes',
      explanation:
        'La ligne a plus de cellules que la première ligne n’a de colonnes. Une valeur contient peut-être le séparateur sans guillemets.',
    }),
    duplicate_in_file: ({ line }) => ({
      title: 'En double dans le fichier',
      explanation: `La ligne ${line} concerne le même client.`,
    }),
    unknown_customer: () => ({
      title: 'Client introuvable',
      explanation: 'Seuls les clients existants sont mis à jour, et aucun ne correspond à cette ligne.',
    }),
    ambiguous: ({ numbers }) => ({
      title: 'Correspond à plusieurs clients',
      explanation: `La ligne correspond à ces clients : ${numbers.join(', ')}. Ajoutez le numéro de client.`,
    }),
    number_taken: ({ value }) => ({
      title: 'Le numéro appartient à un autre client',
      explanation: `Le numéro de client ${value} appartient déjà à un autre client.`,
    }),
    linked_elsewhere: ({ numbers }) => ({
      title: 'Lié à une autre fiche',
      explanation: `Le client ${numbers.join(', ')} est lié dans Teamleader à une autre fiche que celle de la ligne.`,
    }),
    unknown_profile: ({ value }) => ({
      title: 'Ce profil n’existe pas',
      explanation: `Il n’y a pas de profil « ${value} ».`,
    }),
    anonymised: ({ numbers }) => ({
      title: 'Anonymisé',
      explanation: `Le client ${numbers.join(', ')} a été anonymisé et le reste.`,
    }),
    only_new: () => ({
      title: 'Existe déjà',
      explanation: 'Seuls les nouveaux clients sont ajoutés ; celui-ci est resté tel quel.',
    }),
  },
  notes: {
    unknown_account: 'Arrive sans lien : la ligne cite un compte Teamleader qui n’est pas connecté ici',
  },
  kept: {
    edited_by_hand: 'Modifié à la main depuis',
    has_invoices: 'A des factures, que la loi impose de conserver',
    merged: 'Fusionné avec un autre client depuis',
    anonymised: 'Anonymisé depuis',
    later_import: 'Modifié par un import plus récent',
    number_taken: 'Son ancien numéro appartient désormais à un autre client',
    already_gone: 'N’existe plus',
  },
}
