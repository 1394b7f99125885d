import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The demo world again after every change under `src`; the browser app with Vite's own reload beside it. */
function dev(args: string[]): void {
  buildWeb()
  const server = start(['--watch-path=src', '--watch-preserve-output', 'src/main.ts', 'demo', ...args])
  const web = start(['node_modules/vite/bin/vite.js', 'web'])
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      server.kill(signal)
      web.kill(signal)
    })
  }
}

function start(args: string[]) {
  const [first = '', ...rest] = args
  return spawn(process.execPath, [first, ...rest], { cwd: join(root), stdio: 'inherit' })
}

dev(process.argv.slice(2))
