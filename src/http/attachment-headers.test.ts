import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentHeaders, inlineHeaders } from './attachment-headers.ts'

function dispositionOf(name: string): string {
  return attachmentHeaders({ name, contentType: 'text/csv' })['content-disposition'] ?? ''
}

test.each([
  ['customers.csv', `attachment; filename="customers.csv"; filename*=UTF-8''customers.csv`],
  ['klanten één.csv', `attachment; filename="klanten een.csv"; filename*=UTF-8''klanten%20%C3%A9%C3%A9n.csv`],
  ['50% "off".csv', `attachment; filename="50_ _off_.csv"; filename*=UTF-8''50%25%20_off_.csv`],
  ["o'neil (1).csv", `attachment; filename="o'neil (1).csv"; filename*=UTF-8''o%27neil%20%281%29.csv`],
  ['../../etc/passwd', `attachment; filename="_.._etc_passwd"; filename*=UTF-8''_.._etc_passwd`],
  ['a\r\nset-cookie: x', `attachment; filename="a__set-cookie_ x"; filename*=UTF-8''a__set-cookie_%20x`],
  ['..', `attachment; filename="file"; filename*=UTF-8''file`],
  ['客户.csv', `attachment; filename="__.csv"; filename*=UTF-8''%E5%AE%A2%E6%88%B7.csv`],
])('%j is told to every browser', (name, expected) => {
  expect(dispositionOf(name)).toBe(expected)
})

test('whatever a file is called, the header is one line that names no folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const [, plain, full] =
        /^attachment; filename="([ !#-~]+)"; filename\*=UTF-8''([\w.%!~-]+)$/.exec(dispositionOf(name)) ?? []
      expect(plain).toMatch(/^[^/\\"]+$/)
      expect(decodeURIComponent(full ?? '/')).toMatch(/^[^/\\\p{Cc}]+$/u)
    }),
  )
})

test('a file is saved, not shown, not guessed at and not kept on the way', () => {
  expect(
    attachmentHeaders({ name: 'a.csv', contentType: 'text/csv; charset=utf-8', sizeBytes: 12 }),
  ).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-length': '12',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})

test('a file that is shown is still not guessed at, loads nothing and stands in pages of ours only', () => {
  const pdf = inlineHeaders({ name: 'één.pdf', contentType: 'application/pdf', sizeBytes: 12 })
  expect(pdf).toMatchObject({
    'content-disposition': `inline; filename="een.pdf"; filename*=UTF-8''%C3%A9%C3%A9n.pdf`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cache-control': 'private, no-store',
  })
  expect(pdf['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'self'$/)
  const xml = inlineHeaders({ name: 'a.xml', contentType: 'application/xml' })
  expect(xml['content-security-policy']).toContain('sandbox')
})
