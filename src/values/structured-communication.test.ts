import { expect, test } from 'vitest'
import { formatStructuredCommunication, readStructuredCommunication } from './structured-communication.ts'

test.each([
  ['+++090/9337/55493+++', '090933755493'],
  ['***090/9337/55493***', '090933755493'],
  [' 090933755493 ', '090933755493'],
  ['090/9337/55493', '090933755493'],
  // A remainder of 0 is written as 97.
  ['+++000/0000/09797+++', '000000009797'],
])('%j is a structured communication', (text, digits) => {
  expect(readStructuredCommunication(text)).toBe(digits)
})

test.each([
  '+++090/9337/55494+++',
  '+++090/9337/55493',
  '+++090/9337/55493***',
  '+++000/0000/09700+++',
  '+++090/9337/5549+++',
  '2026/12',
  '',
  '٠٩٠933755493',
])('%j is none', (text) => {
  expect(readStructuredCommunication(text)).toBeUndefined()
})

test('it is shown as people know it', () => {
  expect(formatStructuredCommunication('090933755493')).toBe('+++090/9337/55493+++')
})
