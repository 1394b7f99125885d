import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { inspectDocument } from './inspect-document.ts'

test('a PDF tells its pages and the text of the first', async () => {
  expect(await inspectDocument('pdf', await pdfSaying('Factuur 2026 / 118'))).toEqual({
    kind: 'pdf',
    pages: 2,
    text: expect.stringContaining('2026 / 118'),
  })
})

test('a PDF that only its author may change is opened like any other', async () => {
  const locked = await pdfSaying('Factuur', { ownerPassword: 'not told' })
  expect(await inspectDocument('pdf', locked)).toMatchObject({ pages: 2 })
})

test.each([
  ['a page tree without pages', pdfFrom('<</Type/Pages/Kids[]/Count 0>>'), 'no_pages'],
  ['pages that are promised and absent', pdfFrom('<</Type/Pages/Kids[9 0 R]/Count 1>>'), 'unreadable_pdf'],
  ['a page tree that is its own page', pdfFrom('<</Type/Pages/Kids[2 0 R]/Count 1>>'), 'unreadable_pdf'],
  ['nothing inside', Buffer.from('%PDF-1.4\n%%EOF'), 'unreadable_pdf'],
  [
    'noise',
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 0xe2), Buffer.from('%%EOF')]),
    'unreadable_pdf',
  ],
])('a PDF of %s is refused', async (_what, bytes, cause) => {
  expect(await inspectDocument('pdf', bytes)).toMatchObject({ cause })
})

test('one that nobody opens without a password is refused', async () => {
  const locked = await pdfSaying('Factuur', { userPassword: 'not told' })
  expect(await inspectDocument('pdf', locked)).toMatchObject({ cause: 'password_protected' })
})

test('what takes too long is given up, and the next one is opened all the same', async () => {
  const good = await pdfSaying('Factuur 7')
  expect(await inspectDocument('pdf', good, { timeLimitMs: 0 })).toMatchObject({ cause: 'unreadable_pdf' })
  expect(await inspectDocument('pdf', good)).toMatchObject({ pages: 2 })
})

test('many at once are opened one after the other, and each gets its own answer', async () => {
  const pdfs = await Promise.all([1, 2, 3, 4, 5].map((number) => pdfSaying(`Factuur nummer ${number}`)))
  const seen = await Promise.all(pdfs.map((bytes) => inspectDocument('pdf', bytes)))
  expect(seen.map((one) => ('text' in one ? one.text.match(/nummer (\d)/)?.[1] : one))).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
})

const namespace = 'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'

test.each([
  [`<Invoice ${namespace}><cbc:ID>2026/7</cbc:ID></Invoice>`, { kind: 'ubl', number: '2026/7' }],
  [
    `﻿<?xml version="1.0"?>\n<x:CreditNote xmlns:x="urn:x" ${namespace}><cbc:ID> 2026 / 7 </cbc:ID></x:CreditNote>`,
    { number: '2026 / 7' },
  ],
  [`<Invoice ${namespace}><cbc:ID>007</cbc:ID><a><cbc:ID>8</cbc:ID></a></Invoice>`, { number: '007' }],
  [`<Invoice ${namespace}><a><cbc:ID>8</cbc:ID></a></Invoice>`, { number: '' }],
  [`<Invoice ${namespace}><cbc:ID>1</cbc:ID>`, { cause: 'unreadable_ubl' }],
  ['<Order><ID>1</ID></Order>', { cause: 'not_a_ubl' }],
  ['{"ID":"1"}', { cause: 'not_a_ubl' }],
  ['%PDF-1.7', { cause: 'not_a_ubl' }],
  [
    '<!DOCTYPE Invoice SYSTEM "file:///etc/passwd"><Invoice><ID>1</ID></Invoice>',
    { cause: 'unreadable_ubl' },
  ],
  [
    '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "lol">]><Invoice><ID>&b;</ID></Invoice>',
    { cause: 'unreadable_ubl' },
  ],
])('%j is seen as %j', async (text, seen) => {
  expect(await inspectDocument('ubl', Buffer.from(text))).toMatchObject(seen)
})

test('names that every object of JavaScript has are only names', async () => {
  const text = '<Invoice><ID>7</ID><__proto__><ID>8</ID></__proto__><constructor>x</constructor></Invoice>'
  const seen = await inspectDocument('ubl', Buffer.from(text))
  expect('cause' in seen ? seen.cause : seen).toSatisfy(
    (answer) => answer === 'unreadable_ubl' || (answer as { number: string }).number === '7',
  )
})

test('a UBL in another alphabet than UTF-8 is refused, and one nested ten thousand deep is survived', async () => {
  expect(await inspectDocument('ubl', Buffer.from([0x3c, 0xff, 0xfe, 0x3e]))).toMatchObject({
    cause: 'unreadable_ubl',
  })
  const deep = `<Invoice>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}<ID>7</ID></Invoice>`
  await inspectDocument('ubl', Buffer.from(deep))
  expect(await inspectDocument('ubl', Buffer.from('<Invoice><ID>7</ID></Invoice>'))).toMatchObject({
    number: '7',
  })
})

/** Two pages, the first with this text. */
function pdfSaying(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument(options)
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const whole = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  pdf.text(text).addPage().text('over')
  pdf.end()
  return whole
}

function pdfFrom(pages: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj${pages}endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
  )
}
