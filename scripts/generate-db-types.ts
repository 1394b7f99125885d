import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/index.ts'
import { createLog } from '../src/log.ts'

/**
 * Writes `src/db/generated/schema.ts` from a freshly migrated database, in the way that values arrive in code (see
 * `src/db/type-parsers.ts`). With `--verify` it changes nothing and fails when the file is not up to date.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const schemaFile = join(root, 'src/db/generated/schema.ts')
const arrivesAs = { int8: 'number', date: 'string' }

const text = await generateTypes()
if (!process.argv.includes('--verify')) writeFileSync(schemaFile, text)
else if (readFileSync(schemaFile, 'utf8') !== text) {
  console.error(
    'src/db/generated/schema.ts differs from the migrations; run: node bin/run.mjs scripts/generate-db-types.ts',
  )
  process.exitCode = 1
}

async function generateTypes(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-types-'))
  const config = readConfig({ VORDER_DATA_FOLDER: dataFolder })
  const database = await openDatabase(config, createLog({ level: 'warn' }))
  try {
    const { host, database: name, user } = database.owner.options
    return format(runCodegen(`postgres://${user}@/${name}?host=${encodeURIComponent(host ?? '')}`))
  } finally {
    await database.close()
    rmSync(dataFolder, { recursive: true })
  }
}

function runCodegen(url: string): string {
  const program = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const names = ['--camel-case', '--default-schema=public', '--exclude-pattern=public.schema_migrations']
  const types = ['--date-parser=string', `--type-mapping=${JSON.stringify(arrivesAs)}`]
  const args = ['--dialect=postgres', `--url=${url}`, ...names, ...types, '--print', '--log-level=error']
  return execFileSync(process.execPath, [program, ...args], { cwd: root, encoding: 'utf8' })
}

function format(text: string): string {
  const program = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const typesOnly = text.replace(/^export interface (\w+) \{/gm, 'export type $1 = {')
  // The formatter leaves folders of generated files alone; the name only tells it the language.
  const args = [program, 'format', '--stdin-file-path=src/db/schema.ts']
  return execFileSync(process.execPath, args, { cwd: root, input: typesOnly, encoding: 'utf8' })
}
