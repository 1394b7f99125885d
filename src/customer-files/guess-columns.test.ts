import { expect, test } from 'vitest'
import { fileColumns } from './file-columns.ts'
import { guessColumns } from './guess-columns.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { readCountry } from './read-country.ts'
import { readLanguage } from './read-language.ts'

test('our own headers are what they are', () => {
  const headers = fileColumns.map(({ header }) => header)
  expect(targets(headers)).toEqual(fileColumns.map(({ target }) => target))
})

test.each([
  [
    'Dutch',
    'Klantnummer;Bedrijfsnaam;Voornaam;Achternaam;E-mailadres;GSM;Taal;Straat;Huisnummer;Postcode;Gemeente;Land;BTW-nummer;Ondernemingsnummer',
    'number companyName firstName lastName email mobile language addressLine addressLine postalCode city country vatNumber enterpriseNumber',
  ],
  [
    'French',
    'N° client;Raison sociale;Prénom;Nom;Courriel;Téléphone;Langue;Rue et numéro;Code postal;Localité;Pays;N° TVA;Numéro d’entreprise',
    'number companyName firstName lastName email mobile language addressLine postalCode city country vatNumber enterpriseNumber',
  ],
  [
    'German',
    'Kundennummer;Firmenname;Vorname;Nachname;E-Mail-Adresse;Handynummer;Sprache;Straße;PLZ;Ort;Land;USt-IdNr.',
    'number companyName firstName lastName email mobile language addressLine postalCode city country vatNumber',
  ],
  [
    'English',
    'Customer no.;Company;First name;Surname;Email address;Billing email;Phone;Address line 1;ZIP;Town;Country code;VAT ID',
    'number companyName firstName lastName email cc mobile addressLine postalCode city country vatNumber',
  ],
  [
    'Twikey',
    'customerNumber;email;l;lastname;firstname;mobile;companyName;coc;address;city;zip;country;vatno;peppol;ct',
    'number email language lastName firstName mobile companyName enterpriseNumber addressLine city postalCode country vatNumber peppolId profile',
  ],
])('headers in %s', (_language, headers, expected) => {
  expect(targets(headers.split(';'))).toEqual(expected.split(' '))
})

test('a column called just "name" is the company, or the last name beside a first name', () => {
  expect(targets(['Naam', 'E-mail'])).toEqual(['companyName', 'email'])
  expect(targets(['Nom', 'Prénom'])).toEqual(['lastName', 'firstName'])
  expect(targets(['Name', 'Company'])).toEqual([null, 'companyName'])
})

test('no two columns become the same one', () => {
  expect(targets(['email', 'E-mail', 'mail'])).toEqual(['email', null, null])
})

test('without a name that tells, the content tells; a sum of money or a day tells nothing', () => {
  const columns: [string[], string | null][] = [
    [['info@bakkerij.be', 'ann@example.com'], 'email'],
    [['BE 0403.170.701', 'NL004495445B01'], 'vatNumber'],
    [['0403.170.701', '0417497106'], 'enterpriseNumber'],
    [['+32 470 12 34 56', '0032470123457'], 'mobile'],
    [['België', 'France', 'DE'], 'country'],
    [['nl', 'fr'], 'language'],
    [['9000', '1000', '8500'], 'postalCode'],
    [['12,50', '1.234,00'], null],
    [['2026-11-22', '01/02/2026'], null],
    [['Gent', 'Brugge'], null],
    [[], null],
  ]
  const guessed = guessColumns(
    columns.map(([samples]) => ({ header: '', samples })),
    undefined,
  )
  expect(guessed.map(({ target }) => target)).toEqual(columns.map(([, target]) => target))
  expect(guessed.map(({ guessedBy }) => guessedBy)).toEqual(
    columns.map(([, target]) => (target === null ? null : 'content')),
  )
})

test('what was chosen last time goes before both', () => {
  const columns = [
    { header: 'email', samples: ['a@b.be'] },
    { header: 'x', samples: [] },
  ]
  const guessed = guessColumns(columns, [null, 'city'])
  expect(guessed.map(({ target, guessedBy }) => [target, guessedBy])).toEqual([
    [null, null],
    ['city', 'remembered'],
  ])
})

test.each([
  ['a,b\n"x;y;z",2\n', ','],
  ['naam;bedrag\nPeeters;1,50\nJanssens, Ann;2,00\n', ';'],
  ['a\tb\n1\t2\n', '\t'],
  ['a|b|c\n1|2|3\n', '|'],
  ['one\ntwo\n', ','],
  ['sep=;\na,b;c\n', ';'],
  ['Klanten, juni\nOp 1 juni\na;b;c\n1;2;3\n', ';'],
  ['', ','],
])('the delimiter of %j is %j', async (head, delimiter) => {
  expect(await guessDelimiter(head)).toBe(delimiter)
})

test.each([
  ['be', 'BE'],
  ['BEL', 'BE'],
  ['Belgique', 'BE'],
  ['BELGIË', 'BE'],
  ['Niederlande', 'NL'],
  ['The Netherlands', 'NL'],
  ['Pays-Bas', 'NL'],
  ['UK', 'GB'],
  ["Côte d'Ivoire", 'CI'],
  ['XX', undefined],
  ['Atlantis', undefined],
  ['', undefined],
])('the country %j is %s', (text, code) => {
  expect(readCountry(text)).toBe(code)
})

test.each([
  ['NL', 'nl'],
  ['nl_BE', 'nl'],
  ['fr-be', 'fr'],
  ['Nederlands', 'nl'],
  ['FRANÇAIS', 'fr'],
  ['Duits', 'de'],
  ['zz', undefined],
  ['Klingon', undefined],
  ['', undefined],
])('the language %j is %s', (text, code) => {
  expect(readLanguage(text)).toBe(code)
})

function targets(headers: readonly string[]): (string | null)[] {
  return guessColumns(
    headers.map((header) => ({ header, samples: [] })),
    undefined,
  ).map(({ target }) => target)
}
