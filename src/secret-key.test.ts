import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './errors.ts'
import { readSecretKeys } from './secret-key.ts'

const parent = mkdtempSync(join(tmpdir(), 'vorder-key-'))
afterAll(() => rmSync(parent, { recursive: true }))

const key = Buffer.alloc(32, 1).toString('base64')
const oldKey = Buffer.alloc(32, 2).toString('base64')

test('the first run makes a key that only its owner can read, and later runs use it', () => {
  const config = readConfig({ VORDER_DATA_FOLDER: join(parent, 'new') })
  const first = readSecretKeys(config)
  expect(first.current.key).toHaveLength(32)
  expect(statSync(join(parent, 'new', 'secret.key')).mode & 0o777).toBe(0o600)
  expect(readSecretKeys(config)).toEqual(first)
})

test('a given key wins, and old keys are kept for opening', () => {
  const folder = join(parent, 'given')
  const keys = readSecretKeys(
    readConfig({ VORDER_DATA_FOLDER: folder, VORDER_SECRET_KEY: key, VORDER_OLD_SECRET_KEYS: oldKey }),
  )
  expect(keys.current.key.toString('base64')).toBe(key)
  expect(keys.old.map((old) => old.key.toString('base64'))).toEqual([oldKey])
  expect(keys.current.id).not.toBe(keys.old[0]?.id)
  expect(existsSync(join(folder, 'secret.key'))).toBe(false)
})

test('a key file that others can read, or that is no key, is refused', () => {
  const config = readConfig({ VORDER_DATA_FOLDER: parent })
  writeFileSync(join(parent, 'secret.key'), 'nonsense', { mode: 0o600 })
  expect(() => readSecretKeys(config)).toThrow(ConfigError)
  writeFileSync(join(parent, 'secret.key'), key)
  chmodSync(join(parent, 'secret.key'), 0o644)
  expect(() => readSecretKeys(config)).toThrow(/chmod 600/)
})
