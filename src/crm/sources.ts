import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { CrmKind, Sources } from './source.ts'
import { createTeamleader } from './teamleader/teamleader.ts'

export type SourceOptions = { now?: () => Date; callLimit?: Partial<CrmKind['callLimit']> }

/** Every CRM that Vorder knows, set up from the configuration. A new one is one line here. */
export function createSources(config: Config, log: Log, options: SourceOptions = {}): Sources {
  const { clientId, ...addresses } = config.teamleader
  const clientSecret = config.secrets.teamleaderClientSecret?.reveal()
  return {
    teamleader: createTeamleader(
      { ...addresses, clientId: clientId ?? '', clientSecret: clientSecret ?? '' },
      log,
      options,
    ),
  }
}
