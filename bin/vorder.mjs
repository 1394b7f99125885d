#!/usr/bin/env node
import { launch } from './launch.mjs'

/** The command `vorder`: serve, demo, sandbox, migrate, doctor. A demo shows the browser app as it is now. */
const args = process.argv.slice(2)
const isDemo = args[0] === 'demo'
launch('src/main.ts', args, { needsDev: isDemo, first: isDemo ? 'scripts/build-web.ts' : undefined })
