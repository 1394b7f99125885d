import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { printConfigDocs, readConfig } from './config.ts'
import { ConfigError } from './errors.ts'
import { settings } from './setting-table.ts'

const key = Buffer.alloc(32, 7).toString('base64')

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [`not a ConfigError: ${error}`]
  }
}

test('nothing set gives a configuration that works', () => {
  expect(readConfig({})).toMatchObject({
    dataFolder: resolve('.vorder'),
    host: '127.0.0.1',
    port: 4400,
    publicUrl: 'http://localhost:4400',
    teamleader: {
      authorizeUrl: 'https://focus.teamleader.eu/oauth2/authorize',
      tokenUrl: 'https://focus.teamleader.eu/oauth2/access_token',
      apiUrl: 'https://api.focus.teamleader.eu',
      clientId: undefined,
    },
    logLevel: 'info',
    trustedProxies: 0,
  })
})

test('settings are read, flags win, empty counts as absent, slashes at the end go', () => {
  const env = {
    VORDER_PORT: '8080',
    VORDER_PUBLIC_URL: 'https://v.example.com/',
    VORDER_HOST: ' ',
    TEAMLEADER_CLIENT_ID: 'abc',
  }
  const config = readConfig(env, { VORDER_PORT: '9090', VORDER_HOST: undefined })
  expect(config).toMatchObject({ port: 9090, publicUrl: 'https://v.example.com', host: '127.0.0.1' })
  expect(config.teamleader.clientId).toBe('abc')
})

test.each([
  [{ VORDER_PORT: '70000' }, 'VORDER_PORT is "70000": give a whole number from 0 to 65535'],
  [{ VORDER_PORT: '80a' }, 'VORDER_PORT is "80a": give a whole number from 0 to 65535'],
  [
    { VORDER_PUBLIC_URL: 'vorder.example.com' },
    'VORDER_PUBLIC_URL is "vorder.example.com": give an address such as https://vorder.example.com',
  ],
  [
    { TEAMLEADER_API_URL: 'ftp://x' },
    'TEAMLEADER_API_URL is "ftp://x": give an address such as https://vorder.example.com',
  ],
  [
    { VORDER_LOG_LEVEL: 'loud' },
    'VORDER_LOG_LEVEL is "loud": give one of trace, debug, info, warn, error, silent',
  ],
  [{ VORDER_TRUST_PROXY: 'yes' }, 'VORDER_TRUST_PROXY is "yes": give a whole number from 0 to 10'],
  [
    { VORDER_MAIL_FROM: 'nobody' },
    'VORDER_MAIL_FROM is "nobody": give an address such as Vorder <vorder@example.com>',
  ],
  [
    { DATABASE_URL: 'mysql://secret@x' },
    'DATABASE_URL is [hidden]: give an address that starts with postgres://, or leave it out to use the embedded database',
  ],
  [
    { VORDER_SMTP_URL: 'http://pw@x', VORDER_MAIL_FROM: 'a@b.be' },
    'VORDER_SMTP_URL is [hidden]: give an address that starts with smtp:// or smtps://',
  ],
  [
    { VORDER_SMTP_URL: 'smtp://pw@x' },
    'VORDER_MAIL_FROM is not set: set the sender, because VORDER_SMTP_URL is set',
  ],
  [
    { VORDER_SECRET_KEY: 'c2hvcnQ=' },
    'VORDER_SECRET_KEY is [hidden]: give 32 bytes in base64, for example the output of: openssl rand -base64 32',
  ],
  [
    { VORDER_OLD_SECRET_KEYS: `${key},x` },
    'VORDER_OLD_SECRET_KEYS is [hidden]: give 32 bytes in base64, for example the output of: openssl rand -base64 32',
  ],
])('a wrong setting is one line with its name, its value and the remedy: %o', (env, line) => {
  expect(problemsOf(env)).toEqual([line])
})

test('all wrong settings are named at once', () => {
  expect(problemsOf({ VORDER_PORT: 'x', VORDER_LOG_LEVEL: 'x', DATABASE_URL: 'x' })).toHaveLength(3)
})

test('secrets show up nowhere unless revealed', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://me:hunter2@db/x',
    VORDER_SECRET_KEY: key,
    VORDER_OLD_SECRET_KEYS: key,
    TEAMLEADER_CLIENT_SECRET: 'hunter2',
    VORDER_SMTP_URL: 'smtp://me:hunter2@mail',
    VORDER_MAIL_FROM: 'a@b.be',
  })
  const shown = [
    JSON.stringify(config),
    inspect(config, { depth: 9 }),
    `${config.secrets.databaseUrl}`,
  ].join()
  expect(shown).not.toContain('hunter2')
  expect(shown).not.toContain(key)
  expect(shown).toContain('[hidden]')
  expect(config.secrets.databaseUrl?.reveal()).toBe('postgres://me:hunter2@db/x')
})

test('the reference page and .env.example are what the table of settings prints', () => {
  const printed = printConfigDocs()
  expect(readFileSync('docs/settings.md', 'utf8')).toBe(printed.reference)
  expect(readFileSync('.env.example', 'utf8')).toBe(printed.envExample)
  for (const { name } of settings) expect(printed.reference).toContain(`\`${name}\``)
})
