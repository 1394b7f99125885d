import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'

/** The Message-ID of a message, the same at every attempt; it cannot be guessed from our own id. */
export function mailIdOf({ publicUrl }: Pick<Config, 'publicUrl'>, messageId: string): string {
  return `${messageId}.${randomBytes(8).toString('hex')}@${new URL(publicUrl).hostname}`
}
