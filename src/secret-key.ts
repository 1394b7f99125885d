import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { ConfigError } from './errors.ts'

/** A key of 32 bytes. `id` (0 to 255) is derived from the key and stands in front of whatever it sealed. */
export type SecretKey = { id: number; key: Buffer }

/** `current` seals; the old ones can still open what they sealed. */
export type SecretKeys = { current: SecretKey; old: readonly SecretKey[] }

const known = new WeakMap<Config, SecretKeys>()

/** The keys of this process, read once. Throws ConfigError. */
export function secretKeysOf({ config }: { config: Config }): SecretKeys {
  const found = known.get(config) ?? readSecretKeys(config)
  known.set(config, found)
  return found
}

/**
 * The keys that seal stored tokens: from VORDER_SECRET_KEY, else from `secret.key` in the data folder, which is
 * made on the first run and is readable by its owner only. Two processes that start at once agree on one key.
 * Throws ConfigError when the file cannot be read, is no key, or is open to others.
 */
export function readSecretKeys(config: Config): SecretKeys {
  const given = config.secrets.secretKey?.reveal()
  const current = toSecretKey(
    given === undefined ? readKeyFile(config.dataFolder) : Buffer.from(given, 'base64'),
  )
  const old = config.secrets.oldSecretKeys.map((secret) =>
    toSecretKey(Buffer.from(secret.reveal(), 'base64')),
  )
  const twice = old.find((key) => key.id === current.id && !key.key.equals(current.key))
  if (twice) {
    throw new ConfigError([
      'VORDER_SECRET_KEY is [hidden]: it has the same id as an old key; make another key',
    ])
  }
  return { current, old }
}

function toSecretKey(key: Buffer): SecretKey {
  return { id: createHash('sha256').update('vorder key id').update(key).digest().readUInt8(0), key }
}

function readKeyFile(dataFolder: string): Buffer {
  const file = join(dataFolder, 'secret.key')
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const text = readIfThere(file) ?? makeKeyFile(file)
    const key = Buffer.from(text.trim(), 'base64')
    if (key.length === 32) return key
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([
      `VORDER_DATA_FOLDER is ${JSON.stringify(dataFolder)}: its key cannot be read (${reason})`,
    ])
  }
  throw new ConfigError([
    `VORDER_DATA_FOLDER is ${JSON.stringify(dataFolder)}: secret.key in it is not a key; restore it from a backup, or remove it and connect Teamleader again`,
  ])
}

/** A complete file appears at once under its name, so that nobody ever reads half a key. */
function makeKeyFile(file: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(file, 'utf8')
}

function readIfThere(file: string): string | undefined {
  try {
    const mode = statSync(file).mode & 0o777
    if (process.platform !== 'win32' && mode & 0o077) {
      throw new ConfigError([
        `VORDER_DATA_FOLDER: ${file} can be read by others (mode ${mode.toString(8)}); run: chmod 600 ${file}`,
      ])
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
