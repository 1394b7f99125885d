import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, 'assets', name), 'utf8')
}

function sha256(text: string, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(text).digest(encoding)
}

const styleText = read('page.css')
const scriptText = read('page.js')

/** Stands in the page itself, so that the page is one request; its hash is what the content security policy lets through. */
export const pageStyle = { text: styleText, source: `'sha256-${sha256(styleText, 'base64')}'` }

/** Only adds copy buttons. Its address changes with it, so that it can be kept for ever. */
export const pageScript = {
  text: scriptText,
  path: `/pay/assets/${sha256(scriptText, 'hex').slice(0, 16)}.js`,
}
