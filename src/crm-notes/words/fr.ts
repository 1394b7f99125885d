import type { NoteCatalogue } from './catalogue.ts'

export const notesInFrench: NoteCatalogue = {
  imported: () => 'Vorder suit le paiement de cette facture.',
  not_imported: (detail) => `Vorder ne suit pas cette facture : ${detail}.`,
  invited: (detail) => `Vorder a envoyé l’invitation à payer${detail && ` à ${detail}`}.`,
  reminded: (detail) => `Vorder a envoyé un rappel${detail && ` à ${detail}`}.`,
  paid: (detail) => `Un paiement a été signalé à Vorder : ${detail}.`,
}
