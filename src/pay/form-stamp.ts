import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'
import { secretKeysOf } from '../secret-key.ts'

/** Faster than this no person reads and writes; slower than this somebody kept the form. */
const fastestMs = 3_000
const slowestMs = 24 * 60 * 60_000

export type StampAge = 'fine' | 'too_fast' | 'unknown'

/**
 * A stamp for one form of one link: when it was given out and a number of its own, signed. So no other page can send a form
 * for somebody, no program can send one without asking for it first, and a form that is sent twice counts once.
 */
export function newStamp(ctx: Context, linkId: string): string {
  const said = `${ctx.now().getTime().toString(36)}.${randomBytes(9).toString('base64url')}`
  return `${said}.${signature(ctx, linkId, said)}`
}

/** What a stamp that came back is worth; `formId` names the form it was given out with. */
export function readStamp(ctx: Context, linkId: string, stamp: string): { age: StampAge; formId: string } {
  const [at = '', formId = '', signed = ''] = stamp.split('.')
  const expected = Buffer.from(signature(ctx, linkId, `${at}.${formId}`))
  const given = Buffer.from(signed)
  const isOurs = expected.length === given.length && timingSafeEqual(expected, given)
  const ageMs = ctx.now().getTime() - Number.parseInt(at, 36)
  if (!isOurs || ageMs > slowestMs) return { age: 'unknown', formId }
  return { age: ageMs < fastestMs ? 'too_fast' : 'fine', formId }
}

function signature(ctx: Context, linkId: string, said: string): string {
  const { key } = secretKeysOf(ctx).current
  const own = Buffer.from(hkdfSync('sha256', key, '', 'vorder question forms', 32))
  return createHmac('sha256', own).update(`${linkId}\n${said}`).digest('base64url')
}
