// Plain JavaScript that any Node from 20.19 on can run: it brings the dependencies and the right Node,
// then hands over. Everything after it is TypeScript on the Node that this project is written for.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The first Node that has everything the sources use as built-ins (Temporal, type stripping, UUID 7). */
const NODE_NEEDED = 26

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')

/**
 * Runs a program of this project with its dependencies present and on the right Node, passes signals on to
 * it, and ends as it ended. `needsDev: false` accepts an installation made with `npm ci --omit=dev`; `first`
 * is a script that has to succeed before the program starts.
 */
export function launch(program, args, { needsDev = true, first = undefined } = {}) {
  try {
    installWhatIsMissing(needsDev)
    const node = findNode()
    if (first) runFirst(node, first)
    runToTheEnd(node, [join(root, program), ...args])
  } catch (error) {
    console.error(`vorder: ${error.message}`)
    process.exitCode = 1
  }
}

function installWhatIsMissing(needsDev) {
  const lockFile = join(root, 'package-lock.json')
  if (!existsSync(lockFile)) return
  const stampFile = join(modules, '.vorder-lock-hash')
  const lockText = readFileSync(lockFile, 'utf8')
  const hash = createHash('sha256').update(lockText).digest('hex')
  if (readIfThere(stampFile) === hash) return
  const installed = installedAsLocked(JSON.parse(lockText))
  if (installed === 'no' || (installed === 'without-dev' && needsDev)) runNpmCi()
  // NOTE: an installation without development packages stays unstamped, so that the tests complete it.
  if (installed !== 'without-dev' || needsDev) writeStamp(stampFile, hash)
}

/** Does what npm noted about its last installation agree with the lockfile? */
function installedAsLocked(lock) {
  const noted = readIfThere(join(modules, '.package-lock.json'))
  if (noted === undefined) return 'no'
  const present = JSON.parse(noted).packages ?? {}
  let devMissing = false
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === '' || (wanted.optional && !present[path])) continue
    const found = present[path]
    if (found && found.version === wanted.version && found.integrity === wanted.integrity) continue
    if (found || !(wanted.dev || wanted.devOptional || wanted.peer)) return 'no'
    devMissing = true
  }
  return devMissing ? 'without-dev' : 'complete'
}

function runNpmCi() {
  console.error('vorder: installing the packages of package-lock.json (once; about a minute) ...')
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npmScript = process.env.npm_execpath
  const isNpm = npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript)
  const [command, args] = isNpm ? [process.execPath, [npmScript, ...flags]] : ['npm', flags]
  const done = spawnSync(command, args, {
    cwd: root,
    env: environmentForNpm(),
    // stdout belongs to the program that follows, so that its output can be piped.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && !isNpm,
  })
  if (done.error)
    throw new Error(`npm could not be started (${done.error.message}). Install npm, then try again.`)
  if (done.signal) throw new Error(`npm ci was stopped by ${done.signal}; run the command again.`)
  if (done.status !== 0) throw new Error(`npm ci failed with exit code ${done.status}; its message is above.`)
}

/** npm keeps its cache in the home folder; a service user or a container may have none. */
function environmentForNpm() {
  const env = { ...process.env }
  try {
    accessSync(homedir(), constants.W_OK)
  } catch {
    env.npm_config_cache = join(tmpdir(), `vorder-npm-cache-${process.getuid?.() ?? 'user'}`)
  }
  return env
}

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_NEEDED) return process.execPath
  const packaged = packagedNode()
  if (packaged) return packaged
  throw new Error(
    `Node ${NODE_NEEDED} or later is needed, this is ${process.versions.node}, and no packaged Node exists ` +
      `for ${process.platform} ${process.arch}. Install Node ${NODE_NEEDED} from nodejs.org, then try again.`,
  )
}

/** The Node that npm brought as an optional package for exactly this platform. */
function packagedNode() {
  const here = `${process.platform}-${process.arch}`
  const require = createRequire(join(root, 'package.json'))
  for (const name of [`node-${here}`, `node-bin-${here}`]) {
    try {
      const binary = join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'node')
      makeExecutable(binary)
      return binary
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error
    }
  }
  return undefined
}

function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

function runFirst(node, script) {
  const done = spawnSync(node, [join(root, script)], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) throw new Error(`${script} failed; its message is above.`)
}

function runToTheEnd(node, args) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, args, { stdio: 'inherit', env })
  const forward = (signal) => {
    // A terminal sends Ctrl-C to every process in the foreground; a second one would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  const watch = stopWithNpm(child)
  child.on('error', (error) => {
    console.error(`vorder: ${node} could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward)
    clearInterval(watch)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? 1
  })
}

/** An npm that is killed takes nothing along; what it started must not stay behind as an orphan. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, 1000)
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function writeStamp(file, hash) {
  try {
    writeFileSync(file, hash)
  } catch {
    // A read-only installation is checked again at the next start; nothing else depends on the stamp.
  }
}
