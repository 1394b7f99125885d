import type { NoteCatalogue } from './catalogue.ts'

export const notesInDutch: NoteCatalogue = {
  imported: () => 'Vorder volgt de betaling van deze factuur op.',
  not_imported: (detail) => `Vorder volgt deze factuur niet op: ${detail}.`,
  invited: (detail) => `Vorder verstuurde de betaaluitnodiging${detail && ` naar ${detail}`}.`,
  reminded: (detail) => `Vorder verstuurde een herinnering${detail && ` naar ${detail}`}.`,
  paid: (detail) => `Aan Vorder werd een betaling gemeld: ${detail}.`,
}
