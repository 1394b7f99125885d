import type { SandboxControl } from './control.ts'
import type { Deliverer } from './deliverer.ts'
import type { Faults } from './faults.ts'
import type { FileHost } from './file-host.ts'
import type { JournalWriter } from './journal.ts'
import type { OAuth } from './oauth.ts'
import type { RateLimit } from './rate-limit.ts'
import type { World } from './world.ts'

/** Everything a request handler of the sandbox may touch. */
export type Parts = {
  world: World
  journal: JournalWriter
  deliverer: Deliverer
  oauth: OAuth
  rateLimit: RateLimit
  faults: Faults
  fileHost: FileHost
  control: SandboxControl
  log: (line: string) => void
}
