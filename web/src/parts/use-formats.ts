import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { createFormats, type Formats } from '../texts/formats.ts'
import { isLanguage } from '../texts/language.ts'
import { useTimeZone } from './use-time-zone.ts'

/** Money, days and instants in the user's language and by the clock of the business. */
export function useFormats(): Formats {
  const { i18n } = useTranslation()
  const timeZone = useTimeZone()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return useMemo(() => createFormats(language, timeZone), [language, timeZone])
}

const tickMs = 20_000
const listeners = new Set<() => void>()
let now = new Date()
let timer: ReturnType<typeof setInterval> | undefined

/** The present moment, fresh enough for "2 minutes ago"; one timer for the whole page. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now)
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = new Date()
    timer = setInterval(tick, tickMs)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

function tick() {
  now = new Date()
  for (const listener of listeners) listener()
}
