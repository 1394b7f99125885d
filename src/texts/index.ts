export { dayText, momentText, moneyText } from './formats.ts'
export { type Html, html } from './html.ts'
export { type Language, languageFrom } from './language.ts'
export { type Words, wordsIn } from './words.ts'
