export { type Language, languageFrom, languages } from './language.ts'
export { type Words, wordsIn } from './words.ts'
