import type { NoteCatalogue } from './catalogue.ts'

export const notesInEnglish: NoteCatalogue = {
  imported: () => 'Vorder follows up the payment of this invoice.',
  not_imported: (detail) => `Vorder does not follow up this invoice: ${detail}.`,
  invited: (detail) => `Vorder sent the invitation to pay${detail && ` to ${detail}`}.`,
  reminded: (detail) => `Vorder sent a reminder${detail && ` to ${detail}`}.`,
  paid: (detail) => `Vorder was told of a payment: ${detail}.`,
}
