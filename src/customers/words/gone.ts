import type { GoneCause } from '../customer.ts'

/** What a person reads about a record that no longer leads; `other` names the one that it became part of. */
export type GoneCatalogue = Readonly<
  Record<GoneCause, (other: string) => { title: string; explanation: string }>
>

export const goneInEnglish: GoneCatalogue = {
  deactivated: () => ({
    title: 'Deactivated in Teamleader',
    explanation:
      'Teamleader keeps this record but no longer uses it. The customer and its invoices stay here as they are.',
  }),
  not_found_in_crm: () => ({
    title: 'No longer in Teamleader',
    explanation:
      'Teamleader has no record of this customer any more: it was deleted, or the connected user may not see it. The customer and its invoices stay here as they are.',
  }),
  merged_in_crm: (other) => ({
    title: `Merged into ${other} in Teamleader`,
    explanation: `In Teamleader this record became part of ${other}. The customer and its invoices stay here; if both are customers, you can merge them here too.`,
  }),
}

export const goneInDutch: GoneCatalogue = {
  deactivated: () => ({
    title: 'Gedeactiveerd in Teamleader',
    explanation:
      'Teamleader bewaart deze fiche maar gebruikt ze niet meer. De klant en de facturen blijven hier zoals ze zijn.',
  }),
  not_found_in_crm: () => ({
    title: 'Niet meer in Teamleader',
    explanation:
      'Teamleader heeft geen fiche meer van deze klant: ze is verwijderd, of de gekoppelde gebruiker mag ze niet zien. De klant en de facturen blijven hier zoals ze zijn.',
  }),
  merged_in_crm: (other) => ({
    title: `Samengevoegd met ${other} in Teamleader`,
    explanation: `In Teamleader is deze fiche opgegaan in ${other}. De klant en de facturen blijven hier; zijn beide klant, dan kunt u ze ook hier samenvoegen.`,
  }),
}

export const goneInFrench: GoneCatalogue = {
  deactivated: () => ({
    title: 'Désactivé dans Teamleader',
    explanation:
      'Teamleader conserve cette fiche mais ne l’utilise plus. Le client et ses factures restent ici tels quels.',
  }),
  not_found_in_crm: () => ({
    title: 'Plus dans Teamleader',
    explanation:
      'Teamleader n’a plus de fiche de ce client : elle a été supprimée, ou l’utilisateur connecté ne peut pas la voir. Le client et ses factures restent ici tels quels.',
  }),
  merged_in_crm: (other) => ({
    title: `Fusionné avec ${other} dans Teamleader`,
    explanation: `Dans Teamleader, cette fiche a été intégrée à ${other}. Le client et ses factures restent ici ; si les deux sont clients, vous pouvez aussi les fusionner ici.`,
  }),
}
