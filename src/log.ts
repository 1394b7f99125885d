import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from './config.ts'

/** Structured lines, one JSON object each. Log once, at the edge. */
export type Log = Logger

/** Fields that hold a secret wherever they turn up; the value becomes `[hidden]`. */
const secretFields = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'access_token',
  'refresh_token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'client_secret',
  'hookSecret',
  'connectionString',
]

const paths = secretFields.flatMap((field) => {
  const key = field.includes('-') ? `["${field}"]` : field
  const below = field.includes('-') ? key : `.${key}`
  return [key, `*${below}`, `*.*${below}`, `*.*.*${below}`]
})

/** Where log lines go; standard output when none is given. */
export type LogOptions = { level: LogLevel; destination?: DestinationStream }

/** The log of this process: JSON lines, with secrets and the secret part of webhook addresses hidden. */
export function createLog(options: LogOptions): Log {
  const destination = options.destination ?? pino.destination({ fd: 1, sync: true })
  return pino(
    {
      level: options.level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[hidden]' },
      serializers: { err: describeError },
      hooks: { streamWrite: hideHookSecrets },
    },
    destination,
  )
}

type DescribedError = { type: string; message: string; code?: string; stack?: string; cause?: DescribedError }

/** What a log says of an error: never its other members, where libraries keep connections and their settings. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { name, message, stack, cause } = error
  const described: DescribedError = { type: name, message }
  if ('code' in error) described.code = String(error.code)
  if (stack) described.stack = stack
  if (cause !== undefined) described.cause = describeError(cause)
  return described
}

/**
 * Replaces the secret in addresses such as `/hooks/teamleader/<secret>`, and the password in addresses such as
 * `smtp://user:password@host`, anywhere in a text.
 */
export function hideHookSecrets(text: string): string {
  return text
    .replace(/(\/hooks\/[a-z0-9_-]+\/)[^\s"'\\/?#<>]+/gi, '$1[hidden]')
    .replace(/(\w+:\/\/[^\s"'/:@]*:)[^\s"'/@]+@/g, '$1[hidden]@')
}
