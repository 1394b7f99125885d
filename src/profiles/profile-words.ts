import { type Language, type Words, wordsIn } from '../texts/index.ts'
import type { ProfileChoice } from './choose-profile.ts'

type Said = { title: string; explanation: string }
type Catalogue = {
  reasons: Readonly<Record<ProfileChoice['chosenBy'], Said>>
  warnings: Readonly<Record<NonNullable<ProfileChoice['warning']>, Said>>
}

const catalogues: Words<Catalogue> = {
  en: {
    reasons: {
      invoice_field: {
        title: 'Custom field on the invoice',
        explanation: 'The custom field on the Teamleader invoice names this profile.',
      },
      subscription_field: {
        title: 'Custom field on the subscription',
        explanation: 'The custom field on the subscription that made this invoice names this profile.',
      },
      customer: {
        title: 'Profile of the customer',
        explanation: 'The customer has this profile, and no custom field names another one.',
      },
      connection: {
        title: 'Default profile',
        explanation: 'Nothing names another profile, so the default of the Teamleader connection applies.',
      },
    },
    warnings: {
      unknown_profile: {
        title: 'Unknown profile',
        explanation:
          'The custom field holds a value that is no profile. Correct it in Teamleader, or add a profile with that name.',
      },
      several_profiles: {
        title: 'Several profiles',
        explanation:
          'The subscriptions of this invoice name different profiles. Make them agree in Teamleader.',
      },
    },
  },
  nl: {
    reasons: {
      invoice_field: {
        title: 'Vrij veld op de factuur',
        explanation: 'Het vrije veld op de Teamleader-factuur noemt dit profiel.',
      },
      subscription_field: {
        title: 'Vrij veld op het abonnement',
        explanation: 'Het vrije veld op het abonnement van deze factuur noemt dit profiel.',
      },
      customer: {
        title: 'Profiel van de klant',
        explanation: 'De klant heeft dit profiel en geen vrij veld noemt een ander.',
      },
      connection: {
        title: 'Standaardprofiel',
        explanation: 'Niets noemt een ander profiel, dus geldt het standaardprofiel van de koppeling.',
      },
    },
    warnings: {
      unknown_profile: {
        title: 'Onbekend profiel',
        explanation:
          'In het vrije veld staat een waarde die geen profiel is. Verbeter ze in Teamleader of voeg een profiel met die naam toe.',
      },
      several_profiles: {
        title: 'Verschillende profielen',
        explanation:
          'De abonnementen van deze factuur noemen verschillende profielen. Maak ze gelijk in Teamleader.',
      },
    },
  },
  fr: {
    reasons: {
      invoice_field: {
        title: 'Champ personnalisé de la facture',
        explanation: 'Le champ personnalisé de la facture Teamleader nomme ce profil.',
      },
      subscription_field: {
        title: 'Champ personnalisé de l’abonnement',
        explanation: 'Le champ personnalisé de l’abonnement de cette facture nomme ce profil.',
      },
      customer: {
        title: 'Profil du client',
        explanation: 'Le client a ce profil et aucun champ personnalisé n’en nomme un autre.',
      },
      connection: {
        title: 'Profil par défaut',
        explanation: 'Rien ne nomme un autre profil : celui de la liaison s’applique.',
      },
    },
    warnings: {
      unknown_profile: {
        title: 'Profil inconnu',
        explanation:
          'Le champ personnalisé contient une valeur qui n’est pas un profil. Corrigez-la dans Teamleader ou ajoutez un profil de ce nom.',
      },
      several_profiles: {
        title: 'Plusieurs profils',
        explanation:
          'Les abonnements de cette facture nomment des profils différents. Accordez-les dans Teamleader.',
      },
    },
  },
}

/** Why an invoice has its profile (promise B10). */
export function profileReasonWords(chosenBy: ProfileChoice['chosenBy'], language: Language): Said {
  return wordsIn(catalogues, language).reasons[chosenBy]
}

/** What is wrong with the custom field, and what helps. */
export function profileWarningWords(
  warning: NonNullable<ProfileChoice['warning']>,
  language: Language,
): Said {
  return wordsIn(catalogues, language).warnings[warning]
}
