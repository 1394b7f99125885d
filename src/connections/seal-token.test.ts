import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SecretKeys } from '../secret-key.ts'
import { isSealedWithOldKey, type SealPlace, sealToken, unsealToken } from './seal-token.ts'

const place: SealPlace = { connectionId: 'con_1', field: 'access_token' }
const oldKey = { id: 1, key: randomBytes(32) }
const newKey = { id: 2, key: randomBytes(32) }
const before: SecretKeys = { current: oldKey, old: [] }
const after: SecretKeys = { current: newKey, old: [oldKey] }

test('what is sealed opens again, and never twice the same', () => {
  const sealed = sealToken(before, place, 'a token, één')
  expect(unsealToken(before, place, sealed)).toBe('a token, één')
  expect(sealed.includes('token')).toBe(false)
  expect(sealToken(before, place, 'a token, één').equals(sealed)).toBe(false)
})

test('an old key still opens, the current one seals', () => {
  const sealed = sealToken(before, place, 'x')
  expect(unsealToken(after, place, sealed)).toBe('x')
  expect([isSealedWithOldKey(before, sealed), isSealedWithOldKey(after, sealed)]).toEqual([false, true])
  expect(isSealedWithOldKey(after, sealToken(after, place, 'x'))).toBe(false)
})

test('a missing key, another key of the same id, a changed byte, another place: refused in clear words', () => {
  const sealed = sealToken(before, place, 'x')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  const impostor: SecretKeys = { current: { id: 1, key: randomBytes(32) }, old: [] }
  const attempts: [SecretKeys, SealPlace, Buffer, string][] = [
    [{ current: newKey, old: [] }, place, sealed, 'secret_key_missing'],
    [before, place, Buffer.alloc(0), 'secret_key_missing'],
    [impostor, place, sealed, 'secret_damaged'],
    [before, place, changed, 'secret_damaged'],
    [before, { ...place, connectionId: 'con_2' }, sealed, 'secret_damaged'],
    [before, { ...place, field: 'refresh_token' }, sealed, 'secret_damaged'],
  ]
  for (const [keys, at, bytes, code] of attempts) {
    expect(() => unsealToken(keys, at, bytes)).toThrow(expect.objectContaining({ code }))
  }
})
