import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Keeps the compiled sources beside the packages: the next start takes about half the time. Where nothing can be
// written there, it goes on without.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/vorder'))
const { runCommandLine } = await import('./cli/index.ts')

await runCommandLine(process.argv, process.env)
