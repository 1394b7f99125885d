import { Command } from 'commander'
import { ConfigError } from '../errors.ts'
import { doctor } from './doctor.ts'
import type { Environment } from './environment.ts'
import { migrateOnly } from './migrate-only.ts'
import { printSettings } from './print-settings.ts'
import { serve } from './serve.ts'

/** BSD's sysexits: something in the configuration is wrong. */
const configurationExitCode = 78

/**
 * The command `vorder`. A wrong setting is one line a setting on the error stream and exit code 78; any other failure
 * is exit code 1. Ends when the work ends: no command kills its own process. The sandbox and all that it needs is
 * loaded by those commands alone that use it.
 */
export async function runCommandLine(argv: readonly string[], env: Environment): Promise<void> {
  const program = new Command('vorder').description(
    'Receivables of a business that invoices in Teamleader Focus',
  )
  program
    .command('serve')
    .description('run Vorder')
    .action(() => serve(env))
  program
    .command('demo')
    .description('run a complete world: Vorder, a sandbox Teamleader with data, a mailbox')
    .option('--first-run', 'start before anybody signed up, to see how setting up feels')
    .action(async (options: { firstRun?: boolean }) => {
      const { demo } = await import('./demo.ts')
      await demo(env, { isPrepared: !options.firstRun })
    })
  program
    .command('sandbox')
    .description('run the sandbox Teamleader alone')
    .option('--port <port>', 'port to listen on', '4500')
    .option('--seed <seed>', 'which world; "empty" for one without customers', '1')
    .action(async (options: { port: string; seed: string }) => {
      const { sandbox } = await import('./sandbox.ts')
      await sandbox(options)
    })
  program
    .command('migrate')
    .description('bring the database up to date and stop')
    .action(() => migrateOnly(env))
  program
    .command('doctor')
    .description('check settings, database, connections and mail')
    .action(() => doctor(env))
  program
    .command('config')
    .description('show every setting')
    .option('--docs', 'as the reference page')
    .option('--env', 'as an .env file')
    .action((options: { docs?: boolean; env?: boolean }) => printSettings(options))
  try {
    await program.parseAsync(argv)
  } catch (error) {
    reportFailure(error)
  }
}

function reportFailure(error: unknown): void {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`)
    process.exitCode = configurationExitCode
    return
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
