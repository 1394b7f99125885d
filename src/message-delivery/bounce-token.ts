import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'
import { type SecretKey, secretKeysOf } from '../secret-key.ts'

/** Where a mail server or provider reports what came back; the secret at its end is the only proof of who calls. */
export const bouncePath = '/hooks/mail-bounces'

function tokenBy({ key }: SecretKey): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'vorder mail bounces', 32))
  return createHmac('sha256', own).update('mail-bounces').digest().subarray(0, 24).toString('base64url')
}

/** The whole address, for the settings of a mail provider. */
export function bounceAddress({ config }: Pick<Context, 'config'>): string {
  return new URL(`${bouncePath}/${tokenBy(secretKeysOf({ config }).current)}`, config.publicUrl).href
}

/** Whether it is the one of this installation, also by a key that it used before. */
export function isBounceToken({ config }: Pick<Context, 'config'>, token: string): boolean {
  const { current, old } = secretKeysOf({ config })
  const given = Buffer.from(token)
  return [current, ...old].some((key) => {
    const known = Buffer.from(tokenBy(key))
    return known.length === given.length && timingSafeEqual(known, given)
  })
}
