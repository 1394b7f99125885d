// Promise B4: every cause of staying out has words in three languages, and a journey that meets it
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { causeWords, failCauses, skipCauses } from '../../src/imports/index.ts'

const causes = [...skipCauses, ...failCauses]
const folders = [import.meta.dirname, join(import.meta.dirname, '../bad-input')]
const journeys = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.test.ts') && path !== import.meta.filename)
  .map((path) => readFileSync(path, 'utf8'))

test.each(causes)('a journey meets %s', (cause) => {
  expect(journeys.some((text) => text.includes(`'${cause}'`) || text.includes(`${cause}:`))).toBe(true)
})

test.each(causes)(
  '%s has a title, an explanation and a remedy in each language, and none is a copy',
  (cause) => {
    const [en, nl, fr] = [causeWords(cause, 'en'), causeWords(cause, 'nl'), causeWords(cause, 'fr')]
    for (const part of ['title', 'explanation', 'remedy'] as const) {
      const texts = [en[part], nl[part], fr[part]]
      expect(new Set(texts).size).toBe(3)
      for (const text of texts) expect(text.trim()).toMatch(/^\S.*\S$/s)
    }
  },
)

test('no two causes share their words', () => {
  for (const language of ['en', 'nl', 'fr'] as const) {
    const titles = causes.map((cause) => causeWords(cause, language).title)
    expect(new Set(titles).size).toBe(causes.length)
  }
})
