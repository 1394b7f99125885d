import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openApiDocument } from '../src/http/index.ts'

/**
 * Writes the types of the browser app's client from the API's own description (OpenAPI 3.1), which is made of the
 * schemas that check each request. With `--verify` it changes nothing and fails when the file is not up to date.
 */
const typesFile = fileURLToPath(new URL('../web/src/generated/api.d.ts', import.meta.url))

const text = await generateTypes()
if (!process.argv.includes('--verify')) {
  mkdirSync(dirname(typesFile), { recursive: true })
  writeFileSync(typesFile, text)
} else if (readFileSync(typesFile, 'utf8') !== text) {
  console.error('web/src/generated/api.d.ts differs from the API; run: npm run api:types')
  process.exitCode = 1
}

async function generateTypes(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'vorder-types-'))
  const app = await createApp(readConfig({ VORDER_DATA_FOLDER: dataFolder, VORDER_LOG_LEVEL: 'warn' }))
  try {
    const description = await openApiDocument(app.http)
    return astToString(await openapiTypescript(JSON.stringify(description)))
  } finally {
    await app.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
