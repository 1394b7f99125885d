import type { Language } from './language.ts'

/** The same words in every language: one that is missing does not compile. */
export type Words<T> = Readonly<Record<Language, T>>

/** The words in one language. */
export function wordsIn<T>(words: Words<T>, language: Language): T {
  return words[language]
}
