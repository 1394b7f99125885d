import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { readSecretKeys, type SecretKeys } from '../secret-key.ts'

const known = new WeakMap<Config, SecretKeys>()

/** The keys of this process, read once. Throws ConfigError. */
export function secretKeysOf(ctx: Pick<Context, 'config'>): SecretKeys {
  const found = known.get(ctx.config) ?? readSecretKeys(ctx.config)
  known.set(ctx.config, found)
  return found
}
