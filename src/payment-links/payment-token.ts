import { createHash, createHmac, hkdfSync } from 'node:crypto'
import type { SecretKey, SecretKeys } from '../secret-key.ts'

const tokenBytes = 24

/**
 * The token of a link: 192 bits that nobody can tell without the secret key (HMAC-SHA-256 of the link's id). It is made, not
 * stored, because every reminder carries it again: a stored one would have to be sealed, and sealed anew with each new key.
 */
export function paymentToken({ key }: SecretKey, linkId: string): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'vorder payment links', 32))
  return createHmac('sha256', own).update(linkId).digest().subarray(0, tokenBytes).toString('base64url')
}

/** What is stored of a token, to recognise it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** The token that has this hash, by the key that made it; undefined when that key is no longer known. */
export function tokenOf(keys: SecretKeys, link: { id: string; tokenHash: Buffer }): string | undefined {
  return [keys.current, ...keys.old]
    .map((key) => paymentToken(key, link.id))
    .find((token) => tokenHash(token).equals(link.tokenHash))
}
