import { randomUUIDv7 } from 'node:crypto'

/** Whose id it is, read off its first letters: `inv_…` is an invoice. */
export type IdPrefix =
  | 'cre'
  | 'con'
  | 'cus'
  | 'inv'
  | 'prf'
  | 'run'
  | 'lin'
  | 'act'
  | 'att'
  | 'usr'
  | 'ses'
  | 'acc'

/** A new id of ours: prefix and a UUID version 7 (RFC 9562), so that ids sort by the time they were made. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomUUIDv7().replaceAll('-', '')}`
}
