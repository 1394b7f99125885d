import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Environment } from './environment.ts'
import { untilSignal } from './until-signal.ts'

/** Runs Vorder until Ctrl-C or SIGTERM; then requests and jobs end, or jobs go back to the queue. */
export async function serve(env: Environment): Promise<void> {
  const config = readConfig(env)
  // Heard from the first moment on: a signal during the start stops what has started, the database server included.
  const stopAsked = untilSignal()
  const app = await createApp(config)
  try {
    const address = await app.start()
    app.ctx.log.info({ address, publicUrl: config.publicUrl }, 'Vorder runs')
    await stopAsked
  } finally {
    await app.stop()
  }
}
