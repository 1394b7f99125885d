import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { ConfigError } from './errors.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
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
}

/** How this process is set up. What people change while it runs lives in the database instead. */
export type Config = {
  /** Absolute path of the folder that holds the embedded database and the secret key. */
  dataFolder: string
  /** Absolute path of the folder for uploaded and made files; `files` in the data folder when it is not set. */
  filesFolder: string | undefined
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

/** One setting as the reference page shows it. `fallback` is the default in words when it is not a plain value. */
export type Setting = {
  name: string
  meaning: string
  example: string
  fallback?: string
  isSecret?: true
}

/** Every setting there is. The reference page and `.env.example` are printed from this table. */
export const settings = [
  {
    name: 'VORDER_DATA_FOLDER',
    meaning: 'Folder for the embedded database and the secret key. Back it up.',
    fallback: '.vorder',
    example: '/var/lib/vorder',
  },
  {
    name: 'VORDER_FILES_FOLDER',
    meaning:
      'Folder for uploaded and made files. Without it they are in the data folder. All processes share it.',
    example: '/var/lib/vorder-files',
  },
  {
    name: 'VORDER_HOST',
    meaning: 'Address to listen on. 0.0.0.0 means every network of this machine.',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
  },
  {
    name: 'VORDER_PORT',
    meaning: 'Port to listen on. 0 takes a free one.',
    fallback: '4400',
    example: '8080',
  },
  {
    name: 'VORDER_PUBLIC_URL',
    meaning: 'Address under which browsers and Teamleader reach Vorder.',
    fallback: 'http://localhost:PORT',
    example: 'https://vorder.example.com',
  },
  {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or later. Without it Vorder runs its own PostgreSQL in the data folder.',
    example: 'postgres://vorder:password@localhost:5432/vorder',
    isSecret: true,
  },
  {
    name: 'VORDER_SECRET_KEY',
    meaning: 'Key that seals stored tokens: 32 bytes in base64. Without it a key is made in the data folder.',
    example: 'output of: openssl rand -base64 32',
    isSecret: true,
  },
  {
    name: 'VORDER_OLD_SECRET_KEYS',
    meaning: 'Earlier keys, separated by commas. What they sealed can still be opened.',
    example: 'earlier-key-1,earlier-key-2',
    isSecret: true,
  },
  {
    name: 'TEAMLEADER_CLIENT_ID',
    meaning: 'Client id of your integration in the Teamleader Marketplace. Needed to connect.',
    example: '8c1b2f3a9d0e4f5a6b7c8d9e0f1a2b3c',
  },
  {
    name: 'TEAMLEADER_CLIENT_SECRET',
    meaning: 'Client secret of that integration. Needed to connect.',
    example: 'the secret shown beside the client id',
    isSecret: true,
  },
  {
    name: 'TEAMLEADER_AUTHORIZE_URL',
    meaning: 'Page where a person allows the connection.',
    fallback: 'https://focus.teamleader.eu/oauth2/authorize',
    example: 'http://127.0.0.1:4500/oauth2/authorize',
  },
  {
    name: 'TEAMLEADER_TOKEN_URL',
    meaning: 'Address that gives out and refreshes tokens.',
    fallback: 'https://focus.teamleader.eu/oauth2/access_token',
    example: 'http://127.0.0.1:4500/oauth2/access_token',
  },
  {
    name: 'TEAMLEADER_API_URL',
    meaning: 'Address of the API.',
    fallback: 'https://api.focus.teamleader.eu',
    example: 'http://127.0.0.1:4500',
  },
  {
    name: 'VORDER_SMTP_URL',
    meaning: 'Mail server. Without it nothing is mailed, and whoever wants to send is told so.',
    example: 'smtps://user:password@smtp.example.com:465',
    isSecret: true,
  },
  {
    name: 'VORDER_MAIL_FROM',
    meaning: 'Sender of mails. Needed when VORDER_SMTP_URL is set.',
    example: 'Vorder <vorder@example.com>',
  },
  {
    name: 'VORDER_LOG_LEVEL',
    meaning: `How much to log: ${logLevels.join(', ')}.`,
    fallback: 'info',
    example: 'debug',
  },
  {
    name: 'VORDER_TRUST_PROXY',
    meaning: 'How many proxies stand in front of Vorder and name the caller in X-Forwarded-For.',
    fallback: '0',
    example: '1',
  },
  {
    name: 'VORDER_UPLOAD_LIMIT_MB',
    meaning: 'How large an uploaded file of customers may be, in megabytes.',
    fallback: '100',
    example: '250',
  },
] as const satisfies readonly Setting[]

const table: readonly Setting[] = settings

export type SettingName = (typeof settings)[number]['name']
export type SettingTexts = { readonly [name in SettingName]?: string | undefined }

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
    },
  }
  if (config.secrets.smtpUrl)
    reader.demand('VORDER_MAIL_FROM', 'set the sender, because VORDER_SMTP_URL is set')
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
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
