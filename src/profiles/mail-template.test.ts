import { expect, test } from 'vitest'
import { fillTemplate, templateProblems } from './mail-template.ts'

const values = {
  number: '2026 / 1',
  customer: 'Peeters & <b>',
  business: 'A',
  amount: '€ 1',
  dueDate: '',
  reference: 'R',
}

test.each([
  ['{number} for {customer}', '2026 / 1 for Peeters & <b>'],
  ['due {dueDate}.', 'due .'],
  ['{% if dueDate %}by {dueDate}{% else %}now{% endif %}', 'now'],
  ['{ number }', '2026 / 1'],
  ['50 % off', '50 % off'],
])('"%s"', (text, expected) => {
  expect(templateProblems(text)).toEqual([])
  expect(fillTemplate(text, values)).toBe(expected)
})

test.each([
  ['{iban}', '{iban} is no placeholder'],
  ['{customer.email}', '{customer.email} is no placeholder'],
  ['{number', 'not closed'],
  ['{}', 'cannot be read'],
  ['{% for i in (1..99999999) %}x{% endfor %}', 'for'],
  ['{% include "secret" %}', 'include'],
  ['{number | upcase}', 'upcase'],
  ['{% if x %}{% endif %}', '{x} is no placeholder'],
])('"%s" is refused, and it says why', (text, why) => {
  expect(
    templateProblems(text)
      .map(({ message }) => message)
      .join(),
  ).toContain(why)
})

test('a value is never read as a template', () => {
  expect(fillTemplate('{customer}', { ...values, customer: '{number} {% if' })).toBe('{number} {% if')
})
