import { expect, test } from 'vitest'
import { readQuestion } from './read-question.ts'

const id = '3abe33f3-913d-41e4-95d5-0e145bc8c870'
const external = { kind: 'external_id', externalId: id }

test.each([
  [id, external],
  [` ${id.toUpperCase()} `, external],
  [`https://focus.teamleader.eu/invoice_detail.php?id=${id}`, external],
  [`https://focus.teamleader.eu/invoices/${id}/pdf?x=1#y`, external],
  [`inv_${'0a'.repeat(16)}`, { kind: 'invoice_id', invoiceId: `inv_${'0a'.repeat(16)}` }],
  ['2026/118', { kind: 'number', number: '2026/118' }],
  [' #2026 / 118 ', { kind: 'number', number: '2026 / 118' }],
  ['   ', undefined],
])('%j', (text, question) => {
  expect(readQuestion(text)).toEqual(question)
})
