import { dayText, type Language, type Words, wordsIn } from '../texts/index.ts'
import type { NoSending } from './why-not-sent.ts'

type Catalogue = {
  closed: (facts: { from: string; until: string; note: string }) => string
  closedOneDay: (facts: { from: string; note: string }) => string
  holiday: string
  notASendDay: string
}

const noted = (note: string) => (note === '' ? '' : ` (${note})`)

const catalogues: Words<Catalogue> = {
  en: {
    closed: ({ from, until, note }) => `The business is closed from ${from} to ${until}${noted(note)}.`,
    closedOneDay: ({ from, note }) => `The business is closed on ${from}${noted(note)}.`,
    holiday: 'A public holiday is before it.',
    notASendDay: 'The profile does not send on the days before it.',
  },
  nl: {
    closed: ({ from, until, note }) =>
      `De onderneming is gesloten van ${from} tot en met ${until}${noted(note)}.`,
    closedOneDay: ({ from, note }) => `De onderneming is gesloten op ${from}${noted(note)}.`,
    holiday: 'Daarvoor valt een feestdag.',
    notASendDay: 'Op de dagen daarvoor verstuurt het profiel niet.',
  },
  fr: {
    closed: ({ from, until, note }) => `L’entreprise est fermée du ${from} au ${until}${noted(note)}.`,
    closedOneDay: ({ from, note }) => `L’entreprise est fermée le ${from}${noted(note)}.`,
    holiday: 'Un jour férié la précède.',
    notASendDay: 'Le profil n’envoie pas les jours qui précèdent.',
  },
}

/** Why a message leaves later than it was due, for a person. */
export function putOffWords(reason: NoSending, language: Language): string {
  const words = wordsIn(catalogues, language)
  if (reason.cause === 'holiday') return words.holiday
  if (reason.cause === 'not_a_send_day') return words.notASendDay
  const { from, until, note } = reason.period
  const first = dayText(from, language)
  if (from === until) return words.closedOneDay({ from: first, note })
  return words.closed({ from: first, until: dayText(until, language), note })
}
