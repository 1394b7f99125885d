import { expect, test } from 'vitest'
import { type CustomerFacts, customerFields } from '../customers/index.ts'
import { type Candidates, decideImported, type ImportDecision, linkKey } from './decide-imported.ts'
import type { CustomerToImport, RecordLink } from './imported-customer.ts'
import { type KnownToImport, plainVatNumber } from './imported-customer-table.ts'

const record: RecordLink = { connectionId: 'con_1', type: 'company', externalId: 'x1' }
const otherRecord: RecordLink = { ...record, externalId: 'x2' }

const plain = customer('plain', 'N1', {
  companyName: 'Plain',
  email: 'same@example.be',
  vatNumber: 'BE 0403.170.701',
})
const linked = customer('linked', 'N2', { companyName: 'Linked', email: 'same@example.be' }, { link: record })
const merged = customer('merged', 'N3', { companyName: 'Merged' }, { mergedInto: 'plain' })
const hidden = customer('hidden', 'N4', { email: 'hidden@example.be' }, { isAnonymised: true })
const everybody = [plain, linked, merged, hidden]

const cases: [string, Partial<CustomerToImport>, Partial<Options>, unknown][] = [
  ['nobody knows it: new', { number: 'N9', facts: { companyName: 'New' } }, {}, { do: 'create' }],
  ['nothing to call it by', { number: 'N9', facts: { city: 'Gent' } }, {}, refused('no_name')],
  [
    'only existing ones are wanted',
    { number: 'N9', facts: { companyName: 'New' } },
    { mode: 'update' },
    refused('unknown_customer'),
  ],
  [
    'only new ones are wanted',
    { number: 'N1', facts: { city: 'Gent' } },
    { mode: 'create' },
    leaves('plain', true),
  ],
  [
    'by its record, whatever its name',
    { link: record, facts: { companyName: 'Renamed' } },
    {},
    updates('linked', { companyName: 'Renamed' }),
  ],
  [
    'the record goes before the number',
    { link: record, number: 'N1', facts: {} },
    {},
    refused('number_taken'),
  ],
  [
    'by its number',
    { number: 'N1', facts: { companyName: 'Plain', city: 'Gent' } },
    {},
    updates('plain', { city: 'Gent' }),
  ],
  [
    'by its number, and now it has a record',
    { link: otherRecord, number: 'N1', facts: {} },
    {},
    updates('plain', linkTo(otherRecord)),
  ],
  [
    'the number is of a customer with another record',
    { link: otherRecord, number: 'N2', facts: {} },
    {},
    refused('linked_elsewhere'),
  ],
  [
    'a number of one that was merged away means its survivor',
    { number: 'N3', facts: { city: 'Gent' } },
    {},
    updates('plain', { city: 'Gent' }),
  ],
  ['nothing differs', { number: 'N1', facts: { companyName: 'Plain' } }, {}, leaves('plain', false)],
  [
    'another number for a known record',
    { link: record, number: 'N9', facts: {} },
    {},
    updates('linked', { number: 'N9' }),
  ],
  [
    'who was anonymised stays so',
    { number: 'N4', facts: { companyName: 'Back' } },
    {},
    refused('anonymised'),
  ],
  [
    'an e-mail address tells nothing unless asked',
    { facts: { companyName: 'X', email: 'same@example.be' } },
    {},
    { do: 'create' },
  ],
  [
    'an e-mail address of two',
    { facts: { email: 'SAME@example.be' } },
    { matchBy: ['email'] },
    { ...refused('ambiguous'), refusal: { code: 'ambiguous', numbers: ['N1', 'N2'] } },
  ],
  [
    'a row with a record is not somebody with another one',
    { link: otherRecord, facts: { email: 'same@example.be' } },
    { matchBy: ['email'] },
    updates('plain', linkTo(otherRecord)),
  ],
  [
    'a VAT number however it is written',
    { facts: { companyName: 'Plain', vatNumber: 'be0403170701', city: 'Gent' } },
    { matchBy: ['vatNumber'] },
    updates('plain', { vatNumber: 'be0403170701', city: 'Gent' }),
  ],
]

test.each(cases)('%s', (_name, row, options, expected) => {
  expect(decide(row, options)).toMatchObject(expected as object)
})

test('what a row does not say is no change', () => {
  const decision = decide({ number: 'N1', facts: { city: 'Gent' }, profileId: null }, {})
  expect(decision).toMatchObject({
    do: 'update',
    change: { before: { city: null }, after: { city: 'Gent' } },
  })
  expect(Object.keys((decision as Extract<ImportDecision, { do: 'update' }>).change.after)).toEqual(['city'])
})

type Options = Pick<Parameters<typeof decideImported>[0], 'mode' | 'matchBy'>

function decide(row: Partial<CustomerToImport>, options: Partial<Options>): ImportDecision {
  return decideImported({
    row: { line: 2, facts: {}, number: null, profileId: null, link: null, isDeactivated: false, ...row },
    candidates,
    mode: 'both',
    matchBy: [],
    ...options,
  })
}

const candidates: Candidates = {
  byLink: new Map([[linkKey(record), linked]]),
  byNumber: new Map(everybody.map((known) => [known.number, known])),
  by: {
    email: Map.groupBy(everybody, ({ email }) => email ?? ''),
    vatNumber: Map.groupBy(everybody, ({ vatNumber }) => plainVatNumber(vatNumber ?? '')),
  },
  survivorOf: (known) => everybody.find(({ id }) => id === known.mergedInto) ?? known,
}

type More = { link?: RecordLink; mergedInto?: string; isAnonymised?: boolean }

function customer(
  id: string,
  number: string,
  ...[facts, more = {}]: [Partial<CustomerFacts>, More?]
): KnownToImport {
  const none = Object.fromEntries(customerFields.map((field) => [field, field === 'cc' ? [] : null]))
  return {
    ...(none as unknown as CustomerFacts),
    ...facts,
    id,
    number,
    profileId: null,
    connectionId: more.link?.connectionId ?? null,
    externalType: more.link?.type ?? null,
    externalId: more.link?.externalId ?? null,
    mergedInto: more.mergedInto ?? null,
    anonymisedAt: more.isAnonymised ? new Date(0) : null,
  }
}

function refused(code: string) {
  return { do: 'refuse', refusal: { code } }
}

function leaves(id: string, isLeftAlone: boolean) {
  return { do: 'leave', known: { id }, isLeftAlone }
}

function updates(id: string, after: object) {
  return { do: 'update', known: { id }, change: { after } }
}

function linkTo({ connectionId, type, externalId }: RecordLink) {
  return { connectionId, externalType: type, externalId }
}
