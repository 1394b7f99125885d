import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companySchema, contactSchema } from './api-types.ts'
import { mapCompany, mapContact, readRow } from './mapper.ts'

function company(row: object, isWhole = true) {
  return readRow({ id: 'c', ...row }, companySchema, (read) => mapCompany(read, isWhole))
}

function contact(row: object, isWhole = true) {
  return readRow({ id: 'c', ...row }, contactSchema, (read) => mapContact(read, isWhole))
}

test('lists may come as null, one object or an object with numbers', () => {
  const emails = {
    0: { type: 'primary', email: 'a@x.example' },
    1: { type: 'invoicing', email: 'b@x.example' },
  }
  const row = { name: null, emails, telephones: { type: 'phone', number: '1' }, primary_address: null }
  expect(company(row)).toMatchObject({
    item: { companyName: null, email: 'a@x.example', cc: ['b@x.example'], mobile: null, city: null },
  })
  expect(company({ emails: null })).toMatchObject({ item: { email: null, cc: [] } })
})

test('the record itself has its main and its invoicing address among the others', () => {
  const addresses = [
    { type: 'delivery', address: { line_1: 'Kaai 9', city: 'Antwerpen' } },
    {
      type: 'invoicing',
      address: {
        line_1: 'Postbus 4',
        postal_code: '1000',
        city: 'Brussel',
        country: 'BE',
        addressee: 'Boekhouding',
      },
    },
    { type: 'invoicing', address: { line_1: 'Elders 1' } },
    {
      type: 'primary',
      address: { line_1: 'Kerkstraat 1', postal_code: '9000', city: 'Gent', country: 'BE' },
    },
  ]
  expect(company({ addresses })).toMatchObject({
    item: {
      addressLine: 'Kerkstraat 1',
      postalCode: '9000',
      city: 'Gent',
      country: 'BE',
      invoicingAddressee: 'Boekhouding',
      invoicingAddressLine: 'Postbus 4',
      invoicingPostalCode: '1000',
      invoicingCity: 'Brussel',
      invoicingCountry: 'BE',
      isWhole: true,
    },
  })
})

test('a row of a list has a main address only, and says that it is not the whole', () => {
  const row = {
    primary_address: { line_1: 'Kerkstraat 1', city: 'Gent' },
    web_url: 'https://focus.example/c',
  }
  expect(contact(row, false)).toMatchObject({
    item: { addressLine: 'Kerkstraat 1', invoicingAddressLine: null, isWhole: false, webUrl: row.web_url },
  })
})

test.each([
  ['one entry with a comma', ['a@x.example, b@x.example']],
  ['one entry with a semicolon', ['a@x.example;b@x.example;']],
  ['several entries, one of them twice', ['a@x.example', 'b@x.example', 'A@x.example ']],
])('several invoicing e-mails as %s are the CC', (_form, written) => {
  const emails = written.map((email) => ({ type: 'invoicing', email }))
  expect(company({ emails: [{ type: 'primary', email: 'p@x.example' }, ...emails] })).toMatchObject({
    item: { email: 'p@x.example', cc: ['a@x.example', 'b@x.example'] },
  })
})

test('what we do not know is kept as it came: a language, a country, a name that is missing', () => {
  const row = {
    language: 'gr',
    primary_address: { country: 'Narnia' },
    last_name: 'Zonder',
    first_name: null,
  }
  expect(contact(row)).toMatchObject({ item: { language: 'gr', country: 'Narnia', firstName: null } })
})

const scalar = fc.oneof(fc.constant(null), fc.string(), fc.string({ unit: 'binary' }))
const anyRecord = fc.record(
  {
    id: fc.string(),
    name: scalar,
    first_name: scalar,
    last_name: scalar,
    status: fc.oneof(scalar, fc.constantFrom('active', 'deactivated')),
    emails: fc.oneof(
      fc.constant(null),
      fc.array(fc.record({ type: fc.oneof(scalar, fc.constantFrom('primary', 'invoicing')), email: scalar })),
    ),
    telephones: fc.oneof(fc.constant(null), fc.array(fc.record({ type: scalar, number: scalar }))),
    addresses: fc.oneof(
      fc.constant(null),
      fc.array(
        fc.record({
          type: fc.oneof(scalar, fc.constantFrom('primary', 'invoicing')),
          address: fc.oneof(fc.constant(null), fc.record({ line_1: scalar, city: scalar, country: scalar })),
        }),
      ),
    ),
    primary_address: fc.oneof(fc.constant(null), fc.record({ line_1: scalar, postal_code: scalar })),
    language: scalar,
    vat_number: scalar,
    invoicing_preferences: fc.constantFrom(null, {}, { electronic_invoicing_address: null }),
  },
  { requiredKeys: ['id'] },
)

test('property: whatever is absent, null or odd, a record of the right shape is read', () => {
  fc.assert(
    fc.property(anyRecord, fc.boolean(), (row, isWhole) => {
      expect(company(row, isWhole)).toHaveProperty('item')
      expect(contact(row, isWhole)).toHaveProperty('item')
    }),
  )
})

test('property: no answer at all makes it throw, and what is given through is word for word', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (anything, text) => {
      for (const row of [anything, { id: 'c', name: anything }, { id: 'c', addresses: anything }]) {
        const read = readRow(row, companySchema, (found) => mapCompany(found, true))
        expect('item' in read || 'unreadable' in read).toBe(true)
      }
      expect(company({ name: text, vat_number: text })).toMatchObject({
        item: { companyName: text, vatNumber: text },
      })
    }),
  )
})
