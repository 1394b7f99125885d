import type { FileCatalogue } from './catalogue.ts'

export const filesInDutch: FileCatalogue = {
  problems: {
    empty_file: () => ({
      title: 'Het bestand is leeg',
      explanation: 'Het bestand bevat geen rijen met klanten.',
    }),
    not_text: () => ({
      title: 'Geen klantenbestand',
      explanation: 'Het bestand is geen tekst (CSV) en geen Excel-werkmap (XLSX).',
    }),
    unclosed_quote: ({ line }) => ({
      title: 'Een aanhalingsteken is niet gesloten',
      explanation: `Het aanhalingsteken dat op regel ${line} opent, wordt nergens gesloten. Sluit het of haal het weg, en laad het bestand opnieuw op.`,
    }),
    broken_quote: ({ line }) => ({
      title: 'Een aanhalingsteken staat op de verkeerde plaats',
      explanation: `In de cel die op regel ${line} begint, volgt tekst op het sluitende aanhalingsteken. Een aanhalingsteken binnen een cel tussen aanhalingstekens schrijft u dubbel.`,
    }),
    cell_too_long: ({ line, limit }) => ({
      title: 'Een cel is te lang',
      explanation: `De cel die op regel ${line} begint, telt meer dan ${limit} tekens. Misschien is daar een aanhalingsteken niet gesloten.`,
    }),
    row_too_long: ({ line, limit }) => ({
      title: 'Een rij is te lang',
      explanation: `De rij die op regel ${line} begint, telt meer dan ${limit} tekens.`,
    }),
    too_many_columns: ({ line, limit }) => ({
      title: 'Te veel kolommen',
      explanation: `Rij ${line} heeft meer dan ${limit} kolommen.`,
    }),
    too_many_rows: ({ limit }) => ({
      title: 'Te veel rijen',
      explanation: `Het bestand telt meer dan ${limit} rijen. Verdeel het over meerdere bestanden.`,
    }),
    old_workbook: () => ({
      title: 'Een oude of beveiligde werkmap',
      explanation:
        'De werkmap heeft het oude formaat (XLS) of is met een wachtwoord beveiligd. Bewaar ze als XLSX zonder wachtwoord.',
    }),
    not_a_workbook: () => ({
      title: 'Geen Excel-werkmap',
      explanation: 'Het bestand is ingepakt, maar is geen Excel-werkmap (XLSX).',
    }),
    broken_workbook: () => ({
      title: 'De werkmap is beschadigd',
      explanation:
        'De werkmap kan niet volledig gelezen worden. Open ze in Excel, bewaar ze en laad ze opnieuw op.',
    }),
    workbook_too_large: () => ({
      title: 'De werkmap is te groot',
      explanation:
        'Uitgepakt is de werkmap veel groter dan een klantenlijst kan zijn. Er is niets van gelezen.',
    }),
    no_such_sheet: () => ({
      title: 'Dat blad bestaat niet',
      explanation: 'De werkmap heeft geen blad met die naam.',
    }),
    file_too_large: ({ limit }) => ({
      title: 'Het bestand is te groot',
      explanation: `Een bestand mag tot ${limit} MB groot zijn.`,
    }),
  },
  refusals: {
    no_name: () => ({
      title: 'Geen naam',
      explanation: 'Een klant heeft een bedrijfsnaam nodig, of een voor- of achternaam.',
    }),
    invalid_email: ({ value }) => ({
      title: 'Ongeldig e-mailadres',
      explanation: `“${value}” is geen e-mailadres.`,
    }),
    invalid_cc: ({ value }) => ({
      title: 'Ongeldig e-mailadres',
      explanation: `“${value}” in de CC is geen e-mailadres.`,
    }),
    not_text: () => ({
      title: 'Tekens die geen tekst zijn',
      explanation: 'De cel bevat tekens die geen tekst zijn en niet bewaard kunnen worden.',
    }),
    too_long: ({ limit }) => ({
      title: 'Te lang',
      explanation: `De cel telt meer dan ${limit} tekens.`,
    }),
    too_many_cells: () => ({
      title: 'Meer cellen dan kolommen',
      explanation:
        'De rij heeft meer cellen dan de eerste rij kolommen heeft. Misschien bevat een waarde het scheidingsteken zonder aanhalingstekens eromheen.',
    }),
    duplicate_in_file: ({ line }) => ({
      title: 'Dubbel in het bestand',
      explanation: `Regel ${line} gaat over dezelfde klant.`,
    }),
    unknown_customer: () => ({
      title: 'Klant niet gevonden',
      explanation: 'Alleen bestaande klanten worden bijgewerkt, en geen enkele komt met deze rij overeen.',
    }),
    ambiguous: ({ numbers }) => ({
      title: 'Komt met meerdere klanten overeen',
      explanation: `De rij komt overeen met deze klanten: ${numbers.join(', ')}. Voeg het klantnummer toe.`,
    }),
    number_taken: ({ value }) => ({
      title: 'Het nummer hoort bij een andere klant',
      explanation: `Klantnummer ${value} hoort al bij een andere klant.`,
    }),
    linked_elsewhere: ({ numbers }) => ({
      title: 'Gekoppeld aan een andere fiche',
      explanation: `Klant ${numbers.join(', ')} is in Teamleader aan een andere fiche gekoppeld dan de rij zegt.`,
    }),
    unknown_profile: ({ value }) => ({
      title: 'Dat profiel bestaat niet',
      explanation: `Er is geen profiel “${value}”.`,
    }),
    anonymised: ({ numbers }) => ({
      title: 'Geanonimiseerd',
      explanation: `Klant ${numbers.join(', ')} is geanonimiseerd en blijft zo.`,
    }),
    only_new: () => ({
      title: 'Bestaat al',
      explanation: 'Alleen nieuwe klanten worden toegevoegd; deze is gebleven zoals hij was.',
    }),
  },
  notes: {
    unknown_account:
      'Komt binnen zonder koppeling: de rij noemt een Teamleader-account dat hier niet verbonden is',
  },
  kept: {
    edited_by_hand: 'Intussen met de hand gewijzigd',
    has_invoices: 'Heeft facturen, die wettelijk bewaard moeten worden',
    merged: 'Intussen samengevoegd met een andere klant',
    anonymised: 'Intussen geanonimiseerd',
    later_import: 'Door een latere import gewijzigd',
    number_taken: 'Het vorige nummer hoort intussen bij een andere klant',
    already_gone: 'Bestaat niet meer',
  },
}
