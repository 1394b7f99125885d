import { dayText, type Language, moneyText, type Words, wordsIn } from '../texts/index.ts'
import { isCalendarDay } from '../values/index.ts'
import type { Activity } from './activity.ts'
import type { ActivityCatalogue } from './activity-words/catalogue.ts'
import { activitiesInEnglish } from './activity-words/en.ts'
import { activitiesInFrench } from './activity-words/fr.ts'
import { activitiesInDutch } from './activity-words/nl.ts'

const catalogues: Words<ActivityCatalogue> = {
  en: activitiesInEnglish,
  nl: activitiesInDutch,
  fr: activitiesInFrench,
}

/** What a person reads about a line of history. */
export function activityTitle(activity: Pick<Activity, 'kind' | 'data'>, language: Language): string {
  const { data } = activity
  return wordsIn(catalogues, language)[activity.kind]({
    open: amount(data.openCents, data.currency, language),
    total: amount(data.totalCents, data.currency, language),
    amount: amount(data.amountCents, data.currency, language),
    overpaid: amount(data.overpaidCents, data.currency, language),
    text: (name) =>
      name.endsWith('On') || name === 'day' ? dayOf(data[name], language) : textOf(data[name]),
  })
}

/** Only what a person can read gets into a sentence. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A day is written as the language writes days; whatever else stands there stays as it is. */
function dayOf(value: unknown, language: Language): string {
  const text = textOf(value)
  return isCalendarDay(text) ? dayText(text, language) : text
}

function amount(cents: unknown, currency: unknown, language: Language): string {
  if (typeof cents !== 'number' || typeof currency !== 'string') return ''
  return moneyText({ amountCents: cents, currency }, language)
}
