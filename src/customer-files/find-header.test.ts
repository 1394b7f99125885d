import { expect, test } from 'vitest'
import { findHeader } from './find-header.ts'

const header = ['Klantnr', 'Naam', 'E-mail', 'Gemeente']
const customer = ['K-1', 'Bakkerij Peeters', 'info@peeters.be', 'Gent']

test.each([
  ['the first row', [header, customer], 1],
  ['below a title and a date', [['Klantenlijst 2026'], ['Op 1 juni'], header, customer], 3],
  ['below the groups of the columns', [['Klant', '', 'Adres', ''], header, customer], 2],
  ['the first of two that say as much', [['Customer number', 'Name'], ['Klantnr', 'Naam'], customer], 1],
  [
    'the first, with one name that is known',
    [
      ['Naam', 'Bedrag'],
      ['Peeters', 'Gent'],
    ],
    1,
  ],
  ['the first, with no name that is known', [['Wie', 'Waar'], customer], 1],
  ['none: customers only', [customer, customer], undefined],
  ['none: a name may be a word that is known', [customer, ['K-2', 'Naam', '', 'Gent']], undefined],
  ['none: somebody with an e-mail address is no header', [customer, ['Naam', 'Taal', 'a@b.be']], undefined],
  ['none: too far down', [...Array.from({ length: 10 }, () => customer), header], undefined],
  ['none: no rows', [], undefined],
] as const)('%s', (_, rows, line) => {
  const found = findHeader(rows.map((cells, index) => ({ line: index + 1, cells: [...cells] })))
  expect(found?.line).toBe(line)
})
