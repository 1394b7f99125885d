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
      deleted_option: {
        title: 'Deleted choice',
        explanation:
          'The custom field holds a choice that no longer exists in Teamleader. Choose another one on the invoice or subscription there.',
      },
      several_profiles: {
        title: 'Several profiles',
        explanation:
          'The custom field, or the subscriptions of this invoice, name different profiles. Make them agree in Teamleader.',
      },
      missing_field: {
        title: 'Deleted custom field',
        explanation:
          'The custom field that should choose the profile no longer exists in Teamleader. Choose another one in Settings, Integrations.',
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
      deleted_option: {
        title: 'Verwijderde keuze',
        explanation:
          'In het vrije veld staat een keuze die in Teamleader niet meer bestaat. Kies daar een andere op de factuur of het abonnement.',
      },
      several_profiles: {
        title: 'Verschillende profielen',
        explanation:
          'Het vrije veld, of de abonnementen van deze factuur, noemen verschillende profielen. Maak ze gelijk in Teamleader.',
      },
      missing_field: {
        title: 'Verwijderd vrij veld',
        explanation:
          'Het vrije veld dat het profiel moet kiezen, bestaat niet meer in Teamleader. Kies een ander in Instellingen, Koppelingen.',
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
      deleted_option: {
        title: 'Choix supprimé',
        explanation:
          'Le champ personnalisé contient un choix qui n’existe plus dans Teamleader. Choisissez-en un autre sur la facture ou l’abonnement.',
      },
      several_profiles: {
        title: 'Plusieurs profils',
        explanation:
          'Le champ personnalisé, ou les abonnements de cette facture, nomment des profils différents. Accordez-les dans Teamleader.',
      },
      missing_field: {
        title: 'Champ personnalisé supprimé',
        explanation:
          'Le champ personnalisé qui doit choisir le profil n’existe plus dans Teamleader. Choisissez-en un autre dans Réglages, Liaisons.',
      },
    },
  },
}

/** What can choose a profile, in the order in which they are asked. */
export const profileReasons = [
  'invoice_field',
  'subscription_field',
  'customer',
  'connection',
] as const satisfies readonly ProfileChoice['chosenBy'][]

/** What can be wrong with the fields. */
export const profileWarnings = [
  'unknown_profile',
  'deleted_option',
  'several_profiles',
  'missing_field',
] as const satisfies readonly ProfileChoice['warning'][]

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
