import { hash } from 'node:crypto'

/** `ask`: held by those who ask for a job until they commit. `run`: held by the one who runs it. */
export type LockUse = 'ask' | 'run'

/** The number of the advisory lock for a key of a job, as text because it has 64 bits. */
export function lockNumber(use: LockUse, name: string, key: string | null | undefined): string {
  const digest = hash('sha256', `${use}\n${name}\n${key ?? ''}`, 'buffer')
  return digest.readBigInt64BE().toString()
}
