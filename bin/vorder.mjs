#!/usr/bin/env node
import { launch } from './launch.mjs'

/** The command `vorder`: serve, demo, sandbox, migrate, doctor. */
const args = process.argv.slice(2)
launch('src/main.ts', args, { needsDev: args[0] === 'demo' || args[0] === 'sandbox' })
