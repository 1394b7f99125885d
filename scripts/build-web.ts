import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const builtPage = join(root, 'dist/web/index.html')
const sources = ['web/**/*', 'package-lock.json']

/** Builds the browser app unless what stands in `dist/web` is newer than every source of it. */
export function buildWeb(): 'built' | 'up to date' {
  if (isUpToDate()) return 'up to date'
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const done = spawnSync(process.execPath, [vite, 'build', join(root, 'web'), '--logLevel', 'warn'], {
    cwd: root,
    // Within a test run NODE_ENV says so, and React's development build would be what the next start serves.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) throw new Error('The browser app could not be built; the reason stands above.')
  return 'built'
}

function isUpToDate(): boolean {
  if (!existsSync(builtPage)) return false
  const builtAt = statSync(builtPage).mtimeMs
  const files = globSync(sources, { cwd: root })
  return files.every((file) => statSync(join(root, file)).mtimeMs <= builtAt)
}

if (import.meta.main) console.log(`dist/web: ${buildWeb()}`)
