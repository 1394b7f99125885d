import { expect, test } from 'vitest'
import type { FileColumn } from './customer-import.ts'
import type { FileTarget } from './file-columns.ts'
import { accountKey, type FileSurroundings, type ReadCustomer, readCustomer } from './read-customer.ts'

const targets: (FileTarget | null)[] = [
  'number',
  'companyName',
  'email',
  'cc',
  'cc',
  'language',
  'country',
  'addressLine',
  'addressLine',
  'vatNumber',
  'profile',
  'crmSource',
  'crmAccount',
  'crmType',
  'crmId',
  'crmStatus',
  null,
]

test('the cells of a row become facts: tidied, put together, codes where they are known', () => {
  const read = readCustomer(
    row({
      number: ' K 1 ',
      companyName: "'=Formula  bv ",
      email: ' info@zonen.be',
      cc: ['a@zonen.be; b@zonen.be', 'c@zonen.be'],
      language: 'Frans',
      country: 'Atlantis',
      addressLine: ['Markt', '7 bus 2'],
      vatNumber: 'no vat number',
    }),
    surroundings,
  )
  expect(read).toMatchObject({
    customer: {
      line: 7,
      number: 'K 1',
      facts: {
        companyName: '=Formula  bv',
        email: 'info@zonen.be',
        cc: ['a@zonen.be', 'b@zonen.be', 'c@zonen.be'],
        language: 'fr',
        country: 'Atlantis',
        addressLine: 'Markt 7 bus 2',
        vatNumber: 'no vat number',
      },
    },
    notes: [],
  })
})

test('an empty cell says nothing: the field is absent', () => {
  const read = readCustomer(row({ number: '1', companyName: '  ' }), surroundings)
  expect(read).toMatchObject({ customer: { number: '1', facts: {}, profileId: null, link: null } })
  expect(Object.keys((read as Extract<ReadCustomer, { customer: object }>).customer.facts)).toEqual([])
})

test.each([
  ['an address that is none', { email: 'x@' }, 'invalid_email', 'email'],
  ['one of several that is none', { cc: ['a@b.be, nobody'] }, 'invalid_cc', 'cc'],
  ['a zero byte', { companyName: 'A\0B' }, 'not_text', 'companyName'],
  ['half a character', { companyName: '\ud800' }, 'not_text', 'companyName'],
  ['a bell', { companyName: 'A\u0007B' }, 'not_text', 'companyName'],
  ['a name without end', { companyName: 'x'.repeat(501) }, 'too_long', 'companyName'],
  ['a number without end', { number: 'x'.repeat(51) }, 'too_long', 'number'],
  ['a profile that nobody made', { profile: 'Gold' }, 'unknown_profile', 'profile'],
] as const)('%s is refused with its column', (_name, cells, code, column) => {
  expect(readCustomer(row(cells), surroundings)).toMatchObject({ refusal: { code, column } })
})

test('cells beyond the columns are refused, unless they are empty', () => {
  const plain = row({ companyName: 'A' })
  expect(readCustomer({ ...plain, cells: [...plain.cells, 'more'] }, surroundings)).toMatchObject({
    refusal: { code: 'too_many_cells', column: null },
  })
  expect(readCustomer({ ...plain, cells: [...plain.cells, ' ', ''] }, surroundings)).toHaveProperty(
    'customer',
  )
})

test('a profile by its name or id, in whatever letters', () => {
  for (const profile of ['Standaard', 'STANDAARD', 'prf_1'])
    expect(readCustomer(row({ companyName: 'A', profile }), surroundings)).toMatchObject({
      customer: { profileId: 'prf_1' },
    })
})

test('a record is a link when its account is connected here; else the row comes in without, and says so', () => {
  const record = {
    companyName: 'A',
    crmSource: 'teamleader',
    crmAccount: 'acc-1',
    crmType: 'company',
    crmId: 'x1',
  }
  expect(readCustomer(row({ ...record, crmStatus: 'deactivated' }), surroundings)).toMatchObject({
    customer: { link: { connectionId: 'con_1', type: 'company', externalId: 'x1' }, isDeactivated: true },
    notes: [],
  })
  for (const wrong of [{ crmAccount: 'acc-2' }, { crmType: 'contact' }, { crmSource: '' }])
    expect(readCustomer(row({ ...record, ...wrong }), surroundings)).toMatchObject({
      customer: { link: null },
      notes: ['unknown_account'],
    })
})

const surroundings: FileSurroundings = {
  columns: targets.map(
    (target, index): FileColumn => ({ index, header: target ?? '', samples: [], target, guessedBy: null }),
  ),
  profiles: new Map([
    ['standaard', 'prf_1'],
    ['prf_1', 'prf_1'],
  ]),
  connections: new Map([[accountKey('teamleader', 'acc-1'), 'con_1']]),
}

function row(cells: Partial<Record<FileTarget, string | readonly string[]>>) {
  const waiting = new Map(Object.entries(cells).map(([target, texts]) => [target, [texts].flat()]))
  return { line: 7, cells: targets.map((target) => waiting.get(target ?? '')?.shift() ?? '') }
}
