#!/usr/bin/env node
import { launch } from './launch.mjs'

/** `node bin/run.mjs FILE ARGS...`: any program of this project, the way the npm scripts start it. */
const [program, ...args] = process.argv.slice(2)
if (program) launch(program, args)
else {
  console.error('vorder: say which file to run, for example: node bin/run.mjs scripts/promises.ts')
  process.exitCode = 64
}
