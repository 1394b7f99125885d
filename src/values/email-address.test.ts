import { expect, test } from 'vitest'
import { isEmailAddress, splitEmailAddresses } from './email-address.ts'

test.each([
  'a@b.example',
  'jan.peeters+facturen@bakkerij-peeters.example',
  "o'brien@x.example",
  'jürgen@müller.example',
  '例@例え.example',
])('%s is an address', (text) => {
  expect(isEmailAddress(text)).toBe(true)
})

test.each([
  '',
  'a',
  'a@b',
  'a@b.',
  '@b.example',
  'a b@c.example',
  'a@b@c.example',
  'a@b.example, c@d.example',
  'Jan <a@b.example>',
  'a@b.example\r\nBcc: all@x.example',
  `${'a'.repeat(250)}@b.example`,
])('%j is none', (text) => {
  expect(isEmailAddress(text)).toBe(false)
})

test('several addresses in one text are split at comma and semicolon, each once', () => {
  expect(splitEmailAddresses(' a@x.example; B@x.example,, a@x.example ;b@X.example;')).toEqual([
    'a@x.example',
    'B@x.example',
  ])
  expect(splitEmailAddresses(' ; ,')).toEqual([])
})
