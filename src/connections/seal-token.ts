import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { SecretKey, SecretKeys } from '../secret-key.ts'

/** What the sealed text belongs to: a token moved to another row or column cannot be opened there. */
export type SealPlace = {
  connectionId: string
  field: 'access_token' | 'refresh_token' | 'hook_secret'
}

const nonceBytes = 12
const tagBytes = 16
const headBytes = 1 + nonceBytes + tagBytes

/** Seals a secret with AES-256-GCM: key id, nonce (96 random bits, NIST SP 800-38D), tag, then the sealed text. */
export function sealToken(keys: SecretKeys, place: SealPlace, text: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.current.key, nonce)
  cipher.setAAD(placeBytes(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(keys.current.id), nonce, cipher.getAuthTag(), sealed])
}

/**
 * Opens what `sealToken` sealed, with the current key or an old one. Throws AppError: `secret_key_missing` when no key
 * of that id is configured, `secret_damaged` when the key does not fit or the bytes were changed or moved.
 */
export function unsealToken(keys: SecretKeys, place: SealPlace, sealed: Buffer): string {
  const key = findKey(keys, sealed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.key, sealed.subarray(1, 1 + nonceBytes))
    decipher.setAAD(placeBytes(place))
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, headBytes))
    return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new AppError(
      'secret_damaged',
      `The stored ${place.field} of connection ${place.connectionId} cannot be opened with the configured key`,
      { cause },
    )
  }
}

/** Whether another key than the current one sealed it, so that it should be sealed anew. */
export function isSealedWithOldKey(keys: SecretKeys, sealed: Buffer): boolean {
  return sealed[0] !== keys.current.id
}

function findKey(keys: SecretKeys, sealed: Buffer): SecretKey {
  const found = [keys.current, ...keys.old].find((key) => key.id === sealed[0])
  if (found && sealed.length >= headBytes) return found
  throw new AppError(
    'secret_key_missing',
    'The key that sealed the stored tokens is not configured: restore secret.key in the data folder, set VORDER_SECRET_KEY or name it in VORDER_OLD_SECRET_KEYS, or connect again',
  )
}

function placeBytes(place: SealPlace): Buffer {
  return Buffer.from(`${place.connectionId}\n${place.field}`)
}
