import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import type { Environment } from './environment.ts'
import { untilSignal } from './until-signal.ts'

/** Runs Vorder until Ctrl-C or SIGTERM; then requests and jobs end, or jobs go back to the queue. */
export async function serve(env: Environment): Promise<void> {
  const config = readConfig(env)
  const app = await createApp(config)
  try {
    const address = await app.start()
    app.ctx.log.info({ address, publicUrl: config.publicUrl }, 'Vorder runs')
    await untilSignal()
  } finally {
    await app.stop()
  }
}
