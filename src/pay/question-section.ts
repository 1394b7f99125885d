import { type Html, html } from '../texts/index.ts'
import type { FormState, PageView, QuestionField } from './page-view.ts'
import { pageWords } from './page-words.ts'
import type { QuestionWords } from './words/catalogue.ts'

export const longestOf = { name: 100, email: 254, text: 2000 } as const

/** The form for a question (promise C6): a plain form, so that it works without any script. */
export function questionSection(business: string, { token, language, form }: PageView): Html {
  const words = pageWords(language).question
  if (form.outcome === 'asked')
    return html`<section class="card done question" id="question" tabindex="-1"><h2>${words.asked}</h2><p role="status"><bdi>${words.askedExplained(business)}</bdi></p></section>`
  return html`<section class="card question" id="question"><details${form.outcome === 'new' ? '' : html` open`}><summary>${words.title}</summary>
<p class="soft"><bdi>${words.intro(business)}</bdi></p>${noteOf(form, business, words)}
<form method="post" action="/pay/${token}/question?lang=${language}#question" novalidate>
${field('name', form, words)}${field('email', form, words)}${field('text', form, words)}
<div class="trap" aria-hidden="true"><label for="website">${words.leaveEmpty}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
<input type="hidden" name="stamp" value="${form.stamp}">
<button type="submit">${words.send}</button>
</form></details></section>`
}

function noteOf({ outcome }: FormState, business: string, words: QuestionWords): Html | undefined {
  const notes = { mend: words.mendFirst, send_again: words.sendAgain, too_many: words.tooMany(business) }
  if (outcome === 'new' || outcome === 'asked') return undefined
  return html`<p class="wrong" role="alert"><bdi>${notes[outcome]}</bdi></p>`
}

const kinds = {
  name: html`type="text" autocomplete="name"`,
  email: html`type="email" autocomplete="email"`,
} as const

function field(name: QuestionField, { values, wrong }: FormState, words: QuestionWords): Html {
  const isWrong = wrong.includes(name)
  const state = html`id="${name}" name="${name}" required maxlength="${longestOf[name]}"${
    isWrong && html` aria-invalid="true" aria-describedby="${name}-wrong"`
  }`
  const control =
    name === 'text'
      ? html`<textarea ${state}>
${values.text}</textarea>`
      : html`<input ${state} ${kinds[name]} value="${values[name]}">`
  return html`<label for="${name}">${words[name]}</label>${control}${
    isWrong && html`<p class="wrong" id="${name}-wrong">${words[`${name}Wrong`]}</p>`
  }`
}
