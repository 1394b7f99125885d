import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

// Without these Chromium looks for its maker's hosts at every start.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
]

/**
 * A real Chromium, without a window: the one that VORDER_CHROMIUM names, the one that comes with npm (Linux x64), or
 * one that is installed. Throws with what to install when there is none: browser tests are never skipped silently.
 */
export async function openBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
  })
}

async function findChromium(): Promise<string> {
  const named = process.env.VORDER_CHROMIUM
  if (named) return named
  if (process.platform === 'linux' && process.arch === 'x64') return sparticuz.executablePath()
  const found = installed.find((path) => existsSync(path))
  if (found) return found
  throw new Error('No Chromium was found: install Chromium or Chrome, or name one in VORDER_CHROMIUM')
}
