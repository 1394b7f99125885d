import type { ConnectionField } from '../connections/index.ts'
import { type Language, type Words, wordsIn } from '../texts/index.ts'

type Said = { title: string; explanation: string }
type Catalogue = {
  /** What the field is called in the CRM, at most 30 characters. */
  label: string
  notPermitted: Said
  refused: Said
  missingOptions: Said
}

const catalogues: Words<Catalogue> = {
  en: {
    label: 'Vorder profile',
    notPermitted: {
      title: 'Teamleader does not let us make the fields',
      explanation:
        'Either the integration lacks the scope "settings", or the connected user may not change settings in Teamleader. Make the fields by hand with the steps below, or mend the right and try again.',
    },
    refused: {
      title: 'Teamleader refused to make the fields',
      explanation: 'Make the fields by hand with the steps below.',
    },
    missingOptions: {
      title: 'A choice is missing in Teamleader',
      explanation:
        'The field exists, without a choice for each profile. Only a person can add one: in Teamleader, under Settings, Custom fields.',
    },
  },
  nl: {
    label: 'Vorder-profiel',
    notPermitted: {
      title: 'Teamleader laat ons de velden niet maken',
      explanation:
        'De integratie mist de scope "settings", of de gekoppelde gebruiker mag in Teamleader geen instellingen wijzigen. Maak de velden zelf met de stappen hieronder, of geef het recht en probeer opnieuw.',
    },
    refused: {
      title: 'Teamleader weigerde de velden te maken',
      explanation: 'Maak de velden zelf met de stappen hieronder.',
    },
    missingOptions: {
      title: 'Er ontbreekt een keuze in Teamleader',
      explanation:
        'Het veld bestaat, maar niet met een keuze voor elk profiel. Alleen een mens kan er een toevoegen: in Teamleader, onder Instellingen, Vrije velden.',
    },
  },
  fr: {
    label: 'Profil Vorder',
    notPermitted: {
      title: 'Teamleader ne nous laisse pas créer les champs',
      explanation:
        'Il manque à l’intégration le scope « settings », ou l’utilisateur relié ne peut pas modifier les paramètres de Teamleader. Créez les champs à la main avec les étapes ci-dessous, ou accordez le droit et réessayez.',
    },
    refused: {
      title: 'Teamleader a refusé de créer les champs',
      explanation: 'Créez les champs à la main avec les étapes ci-dessous.',
    },
    missingOptions: {
      title: 'Un choix manque dans Teamleader',
      explanation:
        'Le champ existe, sans choix pour chaque profil. Seule une personne peut en ajouter : dans Teamleader, sous Paramètres, Champs personnalisés.',
    },
  },
}

/** What the fields are called when we make them, and what they may be called when somebody made them before. */
export function profileFieldLabels(language: Language): { label: string; knownLabels: string[] } {
  const knownLabels = Object.values(catalogues).map(({ label }) => label)
  return { label: wordsIn(catalogues, language).label, knownLabels }
}

/** What a person still has to do about the fields; null when nothing. */
export function fieldProblemWords(
  fields: readonly ConnectionField[],
  language: Language,
): (Said & { code: string }) | null {
  const words = wordsIn(catalogues, language)
  const refused = fields.find(({ outcome }) => outcome === 'refused')
  if (refused?.refusal === 'not_permitted') return { code: 'not_permitted', ...words.notPermitted }
  if (refused) return { code: 'refused', ...words.refused }
  const isShort = fields.some(({ missingOptions }) => missingOptions.length > 0)
  return isShort ? { code: 'missing_options', ...words.missingOptions } : null
}
