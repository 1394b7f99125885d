import { expect, test } from 'vitest'
import { type Customer, noFacts } from '../customers/index.ts'
import { decideMerge } from './decide-merge.ts'

const blank: Customer = {
  ...noFacts(),
  id: 'cus_1',
  number: 'C00001',
  kind: 'person',
  profileId: null,
  connectionId: null,
  externalType: null,
  externalId: null,
  goneCause: null,
  goneTo: null,
  origin: 'hand',
  pinnedFields: [],
  crmFacts: null,
  webUrl: null,
  detailsReadAt: null,
  mergedInto: null,
  anonymisedAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
}
const link = { connectionId: 'con_1', externalType: 'company', externalId: 'x' } as const
const one: Customer = { ...blank, lastName: 'One', city: 'Gent' }
const two: Customer = {
  ...blank,
  id: 'cus_2',
  number: 'C00002',
  lastName: 'Two',
  language: 'nl',
  cc: ['a@x.example'],
}

test.each([
  ['neither is linked: this one', one, two, 'cus_1'],
  ['this one is', { ...one, ...link }, two, 'cus_1'],
  ['the other one is', one, { ...two, ...link }, 'cus_2'],
  ['both are: this one', { ...one, ...link }, { ...two, ...link, externalId: 'y' }, 'cus_1'],
] as const)('who stays when %s', (_, thisOne, otherOne, expected) => {
  expect(decideMerge(thisOne as Customer, otherOne as Customer, {}).survivor.id).toBe(expected)
})

test('what is not chosen is the survivor’s, and the other’s where the survivor has nothing', () => {
  const { after } = decideMerge(one, two, {})
  expect(after).toMatchObject({
    lastName: 'One',
    city: 'Gent',
    language: 'nl',
    cc: ['a@x.example'],
    number: 'C00001',
  })
})

test('“this” and “other” are those of the person who merges, whoever stays', () => {
  const { survivor, after } = decideMerge(
    one,
    { ...two, ...link },
    { lastName: 'this', city: 'other', number: 'this' },
  )
  expect(survivor.id).toBe('cus_2')
  expect(after).toMatchObject({ lastName: 'One', city: null, number: 'C00001' })
})

test('a linked survivor keeps by a pin what it did not have from the CRM, and only that', () => {
  const linked: Customer = {
    ...one,
    ...link,
    pinnedFields: ['mobile'],
    crmFacts: { ...noFacts(), lastName: 'One', city: 'Gent' },
  }
  const { after } = decideMerge(linked, two, { lastName: 'other', city: 'this', language: 'this' })
  expect(after.pinnedFields).toEqual(['lastName', 'cc', 'mobile'])
  expect(decideMerge(one, two, { lastName: 'other' }).after.pinnedFields).toEqual([])
})

test.each([
  ['itself', one, one, 'invalid_input'],
  ['one that was merged', one, { ...two, mergedInto: 'cus_3' }, 'already_merged'],
  ['one that is anonymous', { ...one, anonymisedAt: new Date(0) }, two, 'anonymised'],
])('%s is refused', (_, thisOne, otherOne, code) => {
  expect(() => decideMerge(thisOne, otherOne, {})).toThrow(expect.objectContaining({ code }))
})
