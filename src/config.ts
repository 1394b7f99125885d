import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { ConfigError } from './errors.ts'
import { logLevels, type Setting, type SettingName, type SettingTexts, settings } from './setting-table.ts'

export type LogLevel = (typeof logLevels)[number]

/** A value that logs, inspects and serialises as `[hidden]`; only `reveal()` gives it away. */
export type Secret = {
  reveal(): string
  toString(): string
  toJSON(): string
  [inspect.custom](): string
}

/** Every secret setting, apart from the rest so that no log line can carry one by accident. */
export type Secrets = {
  databaseUrl: Secret | undefined
  secretKey: Secret | undefined
  oldSecretKeys: readonly Secret[]
  teamleaderClientSecret: Secret | undefined
  smtpUrl: Secret | undefined
  filesSecretAccessKey: Secret | undefined
}

/** A bucket that speaks S3; without an endpoint it is one of Amazon's. */
export type FilesBucket = {
  name: string
  endpoint: string | undefined
  region: string
  accessKeyId: string
  /** The bucket's name stands in the path of the address instead of before its host. */
  isPathStyle: boolean
}

/** How this process is set up. What people change while it runs lives in the database instead. */
export type Config = {
  /** Absolute path of the folder that holds the embedded database and the secret key. */
  dataFolder: string
  /** Absolute path of the folder for uploaded and made files; `files` in the data folder when it is not set. */
  filesFolder: string | undefined
  /** Where files are kept instead of in a folder; the folder then only holds those that are on their way. */
  filesBucket: FilesBucket | undefined
  host: string
  port: number
  /** The address under which people and Teamleader reach Vorder, without a slash at the end. */
  publicUrl: string
  teamleader: { authorizeUrl: string; tokenUrl: string; apiUrl: string; clientId: string | undefined }
  mailFrom: string | undefined
  logLevel: LogLevel
  /** How many proxies stand in front (0: the address of the caller is taken from the connection). */
  trustedProxies: number
  /** How large an uploaded file may be, in megabytes. */
  uploadLimitMb: number
  secrets: Secrets
}

const table: readonly Setting[] = settings

/**
 * Reads the settings from the environment; `overrides` (flags of the command line) win. An empty text counts as
 * absent. Throws ConfigError with one line for each wrong setting: its name, the value, the remedy.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  overrides: SettingTexts = {},
): Config {
  const reader = new SettingReader({ ...env, ...withoutAbsent(overrides) })
  const port = reader.withDefault('VORDER_PORT', (text) => wholeNumber(text, 65_535))
  const config: Config = {
    dataFolder: reader.withDefault('VORDER_DATA_FOLDER', (text) => resolve(text)),
    filesFolder: reader.optional('VORDER_FILES_FOLDER', (text) => resolve(text)),
    filesBucket: readBucket(reader),
    host: reader.withDefault('VORDER_HOST', (text) => text),
    port,
    publicUrl: reader.optional('VORDER_PUBLIC_URL', httpUrl) ?? `http://localhost:${port}`,
    teamleader: {
      authorizeUrl: reader.withDefault('TEAMLEADER_AUTHORIZE_URL', httpUrl),
      tokenUrl: reader.withDefault('TEAMLEADER_TOKEN_URL', httpUrl),
      apiUrl: reader.withDefault('TEAMLEADER_API_URL', httpUrl),
      clientId: reader.optional('TEAMLEADER_CLIENT_ID', (text) => text),
    },
    mailFrom: reader.optional('VORDER_MAIL_FROM', mailAddress),
    logLevel: reader.withDefault('VORDER_LOG_LEVEL', logLevel),
    trustedProxies: reader.withDefault('VORDER_TRUST_PROXY', (text) => wholeNumber(text, 10)),
    uploadLimitMb: reader.withDefault('VORDER_UPLOAD_LIMIT_MB', (text) => wholeNumber(text, 10_000)),
    secrets: {
      databaseUrl: reader.secret('DATABASE_URL', databaseUrlProblem),
      secretKey: reader.secret('VORDER_SECRET_KEY', secretKeyProblem),
      oldSecretKeys: reader.secretList('VORDER_OLD_SECRET_KEYS', secretKeyProblem),
      teamleaderClientSecret: reader.secret('TEAMLEADER_CLIENT_SECRET', () => undefined),
      smtpUrl: reader.secret('VORDER_SMTP_URL', smtpProblem),
      filesSecretAccessKey: reader.secret('VORDER_FILES_SECRET_ACCESS_KEY', () => undefined),
    },
  }
  if (config.secrets.smtpUrl)
    reader.demand('VORDER_MAIL_FROM', 'set the sender, because VORDER_SMTP_URL is set')
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

function readBucket(reader: SettingReader): FilesBucket | undefined {
  const name = reader.optional('VORDER_FILES_BUCKET', bucketName)
  const endpoint = reader.optional('VORDER_FILES_ENDPOINT', httpUrl)
  const region = reader.withDefault('VORDER_FILES_REGION', (text) => text)
  const accessKeyId = reader.optional('VORDER_FILES_ACCESS_KEY_ID', (text) => text) ?? ''
  const isPathStyle = reader.withDefault('VORDER_FILES_PATH_STYLE', yesOrNo)
  if (name === undefined) return undefined
  const remedy = 'set it, because VORDER_FILES_BUCKET is set'
  reader.demand('VORDER_FILES_ACCESS_KEY_ID', remedy)
  reader.demand('VORDER_FILES_SECRET_ACCESS_KEY', remedy)
  return { name, endpoint, region, accessKeyId, isPathStyle }
}

/** The reference page (`docs/settings.md`) and the text of `.env.example`, both from the table of settings. */
export function printConfigDocs(): { reference: string; envExample: string } {
  const rows = table.map((setting) => {
    const fallback = setting.fallback === undefined ? '' : `\`${setting.fallback}\``
    return `| \`${setting.name}\` | ${setting.meaning}${setting.isSecret ? ' Secret.' : ''} | ${fallback} | \`${setting.example}\` |`
  })
  const reference = [
    '# Settings',
    '',
    'Vorder reads these from the environment. Each has a default that works; wrong ones are listed at the start,',
    'one line each, and the process ends with code 78. This page is printed by `vorder config --docs`.',
    '',
    '| setting | meaning | default | example |',
    '|---|---|---|---|',
    ...rows,
    '',
  ]
  const lines = table.flatMap((setting) => [
    `# ${setting.meaning}`,
    `#${setting.name}=${setting.fallback ?? ''}`,
    '',
  ])
  return { reference: reference.join('\n'), envExample: lines.join('\n') }
}

/** Wraps a text so that logs, `inspect` and JSON show `[hidden]`. */
export function hide(text: string): Secret {
  const hidden = () => '[hidden]'
  return { reveal: () => text, toString: hidden, toJSON: hidden, [inspect.custom]: hidden }
}

/** Collects what is wrong instead of stopping at the first problem. */
class SettingReader {
  readonly problems: string[] = []
  readonly #texts: Readonly<Record<string, string | undefined>>

  constructor(texts: Readonly<Record<string, string | undefined>>) {
    this.#texts = texts
  }

  /** The value, or the default of the table when it is absent (or wrong, which is noted). */
  withDefault<T>(name: SettingName, parse: (text: string) => T | Remedy): T {
    const fallback = parse(table.find((setting) => setting.name === name)?.fallback ?? '')
    if (fallback instanceof Remedy) throw new Error(`The default of ${name} is wrong: ${fallback.text}`)
    return this.optional(name, parse) ?? fallback
  }

  optional<T>(name: SettingName, parse: (text: string) => T | Remedy): T | undefined {
    const text = this.#text(name)
    if (text === undefined) return undefined
    const value = parse(text)
    if (!(value instanceof Remedy)) return value
    this.#refuse(name, value.text)
    return undefined
  }

  /** Notes a setting that is absent although another one needs it. */
  demand(name: SettingName, remedy: string): void {
    if (this.#text(name) === undefined) this.#refuse(name, remedy)
  }

  secret(name: SettingName, problemOf: (text: string) => string | undefined): Secret | undefined {
    const text = this.#text(name)
    if (text === undefined) return undefined
    const problem = problemOf(text)
    if (problem) this.#refuse(name, problem)
    return hide(text)
  }

  secretList(name: SettingName, problemOf: (text: string) => string | undefined): Secret[] {
    const texts = (this.#text(name) ?? '')
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '')
    const problem = texts.map(problemOf).find((found) => found !== undefined)
    if (problem) this.#refuse(name, problem)
    return texts.map(hide)
  }

  #text(name: SettingName): string | undefined {
    return this.#texts[name]?.trim() || undefined
  }

  #refuse(name: SettingName, remedy: string): void {
    const isSecret = table.some((setting) => setting.name === name && setting.isSecret)
    const text = this.#text(name)
    const shown = text === undefined ? 'not set' : isSecret ? '[hidden]' : JSON.stringify(text)
    this.problems.push(`${name} is ${shown}: ${remedy}`)
  }
}

/** What the person has to do; a class so that it cannot be mistaken for a value. */
class Remedy {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

function withoutAbsent(texts: SettingTexts): SettingTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined))
}

function wholeNumber(text: string, max: number): number | Remedy {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value <= max ? value : new Remedy(`give a whole number from 0 to ${max}`)
}

function yesOrNo(text: string): boolean | Remedy {
  return ['yes', 'no'].includes(text) ? text === 'yes' : new Remedy('give yes or no')
}

/** The rules of Amazon S3 for new buckets. */
function bucketName(text: string): string | Remedy {
  const isName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)
  return isName ? text : new Remedy('give the name of a bucket, such as vorder-files')
}

function httpUrl(text: string): string | Remedy {
  const url = URL.parse(text)
  const isPlain = url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.search && !url.hash
  if (!isPlain || url.username || url.password)
    return new Remedy('give an address such as https://vorder.example.com')
  return url.href.replace(/\/+$/, '')
}

function logLevel(text: string): LogLevel | Remedy {
  return logLevels.find((level) => level === text) ?? new Remedy(`give one of ${logLevels.join(', ')}`)
}

function mailAddress(text: string): string | Remedy {
  const isAddress =
    /^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) && !/[\r\n]/.test(text)
  return isAddress ? text : new Remedy('give an address such as Vorder <vorder@example.com>')
}

function smtpProblem(text: string): string | undefined {
  const protocol = URL.parse(text)?.protocol
  if (protocol === 'smtp:' || protocol === 'smtps:') return undefined
  return 'give an address that starts with smtp:// or smtps://'
}

function databaseUrlProblem(text: string): string | undefined {
  const protocol = URL.parse(text)?.protocol
  if (protocol === 'postgres:' || protocol === 'postgresql:') return undefined
  return 'give an address that starts with postgres://, or leave it out to use the embedded database'
}

function secretKeyProblem(text: string): string | undefined {
  const isKey = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length === 32
  return isKey ? undefined : 'give 32 bytes in base64, for example the output of: openssl rand -base64 32'
}
