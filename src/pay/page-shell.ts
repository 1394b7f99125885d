import { type MailLanguage, mailLanguages } from '../profiles/index.ts'
import { type Html, html } from '../texts/index.ts'
import { pageScript, pageStyle } from './page-assets.ts'
import { pageWords } from './page-words.ts'

export type Shell = {
  language: MailLanguage
  title: string
  body: Html
  /** The page's address without a language; null where it can be read in one only. */
  switchAt: string | null
}

/** What all pages for customers have around them: no cookie, nothing from strangers, nothing for search engines. */
export function pageShell({ language, title, body, switchAt }: Shell): string {
  const words = pageWords(language)
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ html: pageStyle.text }}</style>
<script src="${pageScript.path}" defer></script>
</head>
<body>
<main>
${body}
</main>
<footer>${switchAt !== null && languageSwitch(switchAt, language)}<p class="soft">${words.privacy}</p></footer>
</body>
</html>
`
  return page.html
}

function languageSwitch(address: string, current: MailLanguage): Html {
  const links = mailLanguages.map(
    (language) =>
      html`<a href="${address}?lang=${language}" lang="${language}" hreflang="${language}"${
        language === current ? html` aria-current="true"` : ''
      }>${pageWords(language).language}</a> `,
  )
  return html`<nav aria-label="${pageWords(current).languages}">${links}</nav>`
}

/** A page that says one thing: an unknown link, an expired one, or that something went wrong. */
export function notePage(language: MailLanguage, title: string, explanation: string): string {
  const body = html`<section class="card note"><h1>${title}</h1><p>${explanation}</p></section>`
  return pageShell({ language, title, body, switchAt: null })
}
