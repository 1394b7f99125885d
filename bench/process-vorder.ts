import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { runProgram } from './child.ts'
import { type FastClock, nowOf } from './fast-clock.ts'
import { resourceUse } from './resource-use.ts'

export type VorderSetup = {
  settings: Record<string, string>
  /** Without it calls are not counted; else they are, as usual. */
  hasCallLimit: boolean
  /** By which it lives; the real one without it. */
  clock?: FastClock
}

/** Vorder as `vorder serve` runs it, in a process of its own; only the limit of calls can be lifted. */
runProgram<VorderSetup>({
  async start({ settings, hasCallLimit, clock }) {
    const app = await createApp(readConfig({ VORDER_LOG_LEVEL: 'warn', ...settings }), {
      ...(!hasCallLimit && { callLimit: { calls: Number.POSITIVE_INFINITY } }),
      ...(clock && { now: () => nowOf(clock) }),
    })
    const url = await app.start()
    return {
      ready: { url },
      async answer({ runSchedule }: { runSchedule?: string }) {
        if (runSchedule !== undefined) await app.jobs.runSchedule(runSchedule)
        return resourceUse()
      },
      stop: () => app.stop(),
    }
  },
})
