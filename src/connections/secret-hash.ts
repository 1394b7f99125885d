import { createHash, randomBytes } from 'node:crypto'

/** What is stored of a secret that only has to be recognised. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** 256 random bits that are safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
