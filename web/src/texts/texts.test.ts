import { expect, test } from 'vitest'
import { en as first } from './en.ts'
import { fr as firstInFrench } from './fr.ts'
import { invoicesInEnglish } from './invoices/en.ts'
import { invoicesInFrench } from './invoices/fr.ts'
import { invoicesInDutch } from './invoices/nl.ts'
import { nl as firstInDutch } from './nl.ts'

const en = { ...first, ...invoicesInEnglish }
const nl = { ...firstInDutch, ...invoicesInDutch }
const fr = { ...firstInFrench, ...invoicesInFrench }

type Catalogue = { readonly [key: string]: string | Catalogue }

/** `invoice.title` → the names between braces, sorted. */
function placeholders(catalogue: Catalogue, prefix = ''): [string, string[]][] {
  return Object.entries(catalogue).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[`${prefix}${key}`, [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()]]
      : placeholders(text, `${prefix}${key}.`),
  )
}

test.each([
  ['Dutch', nl],
  ['French', fr],
])('every sentence in %s names the same facts as the English one', (_language, catalogue) => {
  const translated = new Map(placeholders(catalogue))
  for (const [key, names] of placeholders(en)) expect([key, translated.get(key)]).toEqual([key, names])
})

test.each([
  ['Dutch', nl],
  ['French', fr],
])('no sentence in %s was left in English', (_language, catalogue) => {
  const words = (text: string) => text.split(' ').length
  const english = new Set(sentences(en).filter((text) => words(text) > 3))
  expect(sentences(catalogue).filter((text) => english.has(text))).toEqual([])
})

test.each([
  ['Dutch', nl, /(?<![\p{L}-])(je|jij|jou|jouw)(?![\p{L}-])/iu],
  ['French', fr, /(?<![\p{L}-])(tu|toi|ton|tes)(?![\p{L}-])/iu],
])(
  '%s speaks to the reader as politely as the messages to customers do',
  (_language, catalogue, familiar) => {
    expect(sentences(catalogue).filter((text) => familiar.test(text))).toEqual([])
  },
)

function sentences(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((text) => (typeof text === 'string' ? [text] : sentences(text)))
}
