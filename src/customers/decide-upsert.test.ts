import { expect, test } from 'vitest'
import { asListRow, crmCompany, crmPerson } from '../../test/support/crm-records.ts'
import type { CrmCustomer } from '../crm/index.ts'
import { factsOf } from './customer.ts'
import { type CrmLook, decideUpsert, type LinkedCustomer, type UpsertDecision } from './decide-upsert.ts'

const now = new Date('2026-03-02T12:00:00Z')
const withInvoicing = { invoicingAddressLine: 'Postbus 4', invoicingCity: 'Brussel' }

/** A customer that was read whole from this record, with ticket 10. */
function knownFrom(record: CrmCustomer, change: Partial<LinkedCustomer> = {}): LinkedCustomer {
  return {
    ...factsOf(record),
    crmFacts: factsOf(record),
    pinnedFields: [],
    goneCause: null,
    detailsReadAt: record.isWhole ? now : null,
    anonymisedAt: null,
    externalUpdatedAt: record.updatedAt,
    readTicket: 10,
    ...change,
  }
}

function decide(known: LinkedCustomer, customer: CrmCustomer, look: Partial<CrmLook> = {}) {
  return decideUpsert(known, { customer, ticket: 11, now, mode: 'refresh', ...look })
}

function written(decision: UpsertDecision) {
  if (decision.do === 'leave') throw new Error(`left because ${decision.because}`)
  return decision
}

test('an unpinned field follows, a pinned one stays and the CRM’s value is known beside it', () => {
  const known = knownFrom(crmCompany(), { pinnedFields: ['email'] })
  const record = crmCompany({ email: 'new@peeters.example', city: 'Brugge', updatedAt: now })
  const decision = written(decide(known, record))
  expect(decision.changes).toEqual([{ field: 'city', before: 'Gent', after: 'Brugge' }])
  expect(decision.facts.email).toBe('info@peeters.example')
  expect(decision.crmFacts.email).toBe('new@peeters.example')
})

test('an edit by hand that is not pinned ends with the next refresh, also when the record did not change', () => {
  const known = knownFrom(crmCompany(withInvoicing), { city: 'Typo', invoicingCity: 'Typo' })
  for (const record of [crmCompany(withInvoicing), asListRow(crmCompany(withInvoicing))]) {
    expect(written(decide(known, record)).facts).toMatchObject({ city: 'Gent', invoicingCity: 'Brussel' })
  }
})

test.each([
  ['a company', crmCompany(withInvoicing)],
  ['a person', crmPerson({ ...withInvoicing, vatNumber: 'BE0123456749' })],
])('a row of a list about %s wipes nothing of what it does not tell', (_kind, record) => {
  const row = asListRow({ ...record, city: 'Brugge', updatedAt: now })
  const decision = written(decide(knownFrom(record), row))
  expect(decision.changes).toEqual([{ field: 'city', before: 'Gent', after: 'Brugge' }])
  expect(decision.crmFacts).toMatchObject({ ...withInvoicing, vatNumber: record.vatNumber })
})

test('the record itself does: an invoicing address that is gone there is gone here', () => {
  const decision = written(decide(knownFrom(crmCompany(withInvoicing)), crmCompany({ updatedAt: now })))
  expect(decision.facts).toMatchObject({ invoicingAddressLine: null, invoicingCity: null })
})

test('a row of a list of another version, or after a hint, asks for the record again; the same version does not', () => {
  const known = knownFrom(crmCompany(withInvoicing))
  const row = asListRow(crmCompany(withInvoicing))
  expect(written(decide(known, row)).hasDetails).toBe(true)
  expect(written(decide(known, row, { isHinted: true })).hasDetails).toBe(false)
  expect(written(decide(known, { ...row, updatedAt: now })).hasDetails).toBe(false)
})

test('what was never read stays as a person or a file wrote it, until the record itself is read', () => {
  const own = { ...withInvoicing, vatNumber: 'BE0123456749' }
  const known = knownFrom(asListRow(crmPerson()), { ...own, crmFacts: null })
  const row = asListRow(crmPerson({ city: 'Brugge' }))
  expect(written(decide(known, row)).changes).toEqual([{ field: 'city', before: 'Gent', after: 'Brugge' }])
  expect(written(decide(known, crmPerson())).facts).toMatchObject({ invoicingCity: null, vatNumber: null })
})

test('completing fills in what was missing and leaves what a person wrote', () => {
  const record = crmCompany(withInvoicing)
  const known = knownFrom(asListRow(record), { city: 'Typed by hand', invoicingCity: 'Typed too' })
  const decision = written(decide(known, record, { mode: 'complete' }))
  expect(decision.facts).toMatchObject({
    city: 'Typed by hand',
    invoicingCity: 'Typed too',
    invoicingAddressLine: 'Postbus 4',
  })
  expect(decision.crmFacts).toMatchObject({ city: 'Gent', ...withInvoicing })
})

test('completing what nothing is known of takes the CRM’s value only where there is none', () => {
  const known = knownFrom(crmCompany({ email: 'typed@x.example', city: null }), { crmFacts: null })
  const decision = written(decide(known, crmCompany(), { mode: 'complete' }))
  expect(decision.facts).toMatchObject({ email: 'typed@x.example', city: 'Gent' })
})

const later = new Date('2026-03-01T10:00:05Z')
const earlier = new Date('2026-03-01T09:59:55Z')
test.each([
  ['the same version, asked later', { updatedAt: crmCompany().updatedAt, ticket: 11 }, 'write'],
  ['the same version, asked earlier', { updatedAt: crmCompany().updatedAt, ticket: 9 }, 'leave'],
  ['an older version, although asked later (a copy that lags)', { updatedAt: earlier, ticket: 11 }, 'leave'],
  ['a newer version, although asked earlier (a slow answer)', { updatedAt: later, ticket: 9 }, 'write'],
  ['no version at all, asked later', { updatedAt: null, ticket: 11 }, 'write'],
  ['no version at all, asked earlier', { updatedAt: null, ticket: 9 }, 'leave'],
])('%s', (_what, { updatedAt, ticket }, expected) => {
  expect(decide(knownFrom(crmCompany()), crmCompany({ updatedAt }), { ticket }).do).toBe(expected)
})

test('a version from the future proves nothing: a wrong clock does not close the record for good', () => {
  const known = knownFrom(crmCompany(), { externalUpdatedAt: new Date('2099-01-01T00:00:00Z') })
  expect(decide(known, crmCompany({ city: 'Brugge' })).do).toBe('write')
})

test('nothing comes back to a customer that was anonymised', () => {
  expect(decide(knownFrom(crmCompany(), { anonymisedAt: now }), crmCompany({ updatedAt: now }))).toEqual({
    do: 'leave',
    because: 'anonymised',
  })
})

test('deactivated, and back', () => {
  const known = knownFrom(crmCompany())
  expect(written(decide(known, crmCompany({ isDeactivated: true })))).toMatchObject({
    goneCause: 'deactivated',
    changes: [],
    isNews: true,
  })
  const gone = knownFrom(crmCompany(), { goneCause: 'not_found_in_crm' })
  expect(written(decide(gone, crmCompany()))).toMatchObject({ goneCause: null, isNews: true })
})
