import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { runProgram } from './child.ts'
import { resourceUse } from './resource-use.ts'

export type VorderSetup = {
  settings: Record<string, string>
  /** Without it calls are not counted; else they are, as usual. */
  hasCallLimit: boolean
}

/** Vorder as `vorder serve` runs it, in a process of its own; only the limit of calls can be lifted. */
runProgram<VorderSetup>({
  async start({ settings, hasCallLimit }) {
    const app = await createApp(
      readConfig({ VORDER_LOG_LEVEL: 'warn', ...settings }),
      hasCallLimit ? {} : { callLimit: { calls: Number.POSITIVE_INFINITY } },
    )
    const url = await app.start()
    return {
      ready: { url },
      answer: async () => resourceUse(),
      stop: () => app.stop(),
    }
  },
})
