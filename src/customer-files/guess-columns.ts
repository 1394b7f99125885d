import { isEmailAddress, isPhoneNumber, isVatNumber } from '../values/index.ts'
import type { FileColumn } from './customer-import.ts'
import type { FileTarget } from './file-columns.ts'
import { isEitherName, targetOfHeader } from './header-names.ts'
import { readCountry } from './read-country.ts'
import { readLanguage } from './read-language.ts'

/** Columns that may stand more than once: their cells are put together. The others hold one value. */
export const joinedTargets: readonly FileTarget[] = ['addressLine', 'invoicingAddressLine', 'cc']

export type ColumnToGuess = { header: string; samples: readonly string[] }

/**
 * What each column holds: as it was chosen last time for the same headers, else by its name in four languages, else by
 * what stands in it. No two columns become the same, except those that are put together.
 */
export function guessColumns(
  columns: readonly ColumnToGuess[],
  remembered: readonly (FileTarget | null)[] | undefined,
): FileColumn[] {
  if (remembered?.length === columns.length) {
    return columns.map((column, index) =>
      guessed({ column, index, target: remembered[index] ?? null, guessedBy: 'remembered' }),
    )
  }
  const byName = withoutDoubles(namesOf(columns))
  const taken = new Set(byName)
  return columns.map((column, index) => {
    const name = byName[index]
    if (name) return guessed({ column, index, target: name, guessedBy: 'name' })
    const content = contentOf(column.samples)
    if (!content || taken.has(content)) return guessed({ column, index, target: null, guessedBy: null })
    taken.add(content)
    return guessed({ column, index, target: content, guessedBy: 'content' })
  })
}

type Guess = Pick<FileColumn, 'index' | 'target' | 'guessedBy'> & { column: ColumnToGuess }

function guessed({ column, index, target, guessedBy }: Guess): FileColumn {
  const { header, samples } = column
  return { index, header, samples: [...samples], target, guessedBy: target === null ? null : guessedBy }
}

function namesOf(columns: readonly ColumnToGuess[]): (FileTarget | undefined)[] {
  const targets = columns.map(({ header }) => targetOfHeader(header))
  const isPerson = targets.includes('firstName') && !targets.includes('lastName')
  return targets.map((target, index) => {
    if (target || !isEitherName(columns[index]?.header ?? '')) return target
    if (isPerson) return 'lastName'
    return targets.includes('companyName') ? undefined : 'companyName'
  })
}

function withoutDoubles(targets: readonly (FileTarget | undefined)[]): (FileTarget | undefined)[] {
  return targets.map((target, index) =>
    target && !joinedTargets.includes(target) && targets.indexOf(target) < index ? undefined : target,
  )
}

/** Most of the samples have to look alike; the surest signs first. */
function contentOf(samples: readonly string[]): FileTarget | undefined {
  const texts = samples.map((sample) => sample.trim()).filter((sample) => sample !== '')
  if (texts.length === 0) return undefined
  return contentSigns.find(({ fits }) => texts.filter(fits).length >= texts.length * 0.8)?.target
}

const contentSigns: readonly { target: FileTarget; fits: (text: string) => boolean }[] = [
  { target: 'email', fits: isEmailAddress },
  { target: 'peppolId', fits: (text) => /^(?:0208|9925|0106|9957|9930):\S+$/.test(text) },
  { target: 'vatNumber', fits: (text) => isVatNumber(text, null) === true },
  { target: 'enterpriseNumber', fits: isEnterpriseNumber },
  {
    target: 'mobile',
    fits: (text) => /^\+|^00/.test(text) && isPhoneNumber(text, null) === true,
  },
  // Small letters: `nl` and `fr` are languages, `NL` and `FR` countries.
  { target: 'language', fits: (text) => /^(?:nl|fr|de|en)(?:[-_]\w+)?$/.test(text) },
  { target: 'country', fits: (text) => text.length > 1 && readCountry(text) !== undefined },
  { target: 'language', fits: (text) => readLanguage(text) !== undefined },
  { target: 'postalCode', fits: (text) => /^(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2})?$/i.test(text) },
]

/** A Belgian one, with or without dots; a postal code or a phone number does not pass its checksum. */
function isEnterpriseNumber(text: string): boolean {
  return /^[01]?\d{3}\.?\d{3}\.?\d{3}$/.test(text) && isVatNumber(text, 'BE') === true
}
