import type { Log } from '../../log.ts'
import { createDownload, type DownloadOptions } from '../download-location.ts'
import type { CrmKind } from '../source.ts'
import { eventTypes, parseEvent } from './events.ts'
import { createOauth } from './oauth.ts'
import { createSendRequest } from './send-request.ts'
import { type RequestLimits, requestLimits, type TeamleaderSettings } from './settings.ts'
import { openTeamleader } from './source.ts'

export type TeamleaderOptions = {
  now?: () => Date
  limits?: Partial<RequestLimits>
  download?: DownloadOptions
  callLimit?: Partial<CrmKind['callLimit']>
}

/**
 * 200 calls in any sliding minute for an integration and account. The window is a little longer than theirs, because
 * our count starts when a call leaves and theirs when it arrives.
 */
const callLimit: CrmKind['callLimit'] = { calls: 200, windowMs: 61_500 }

/** Teamleader Focus. `settings` says where it is: nothing here knows whether that is the real one. */
export function createTeamleader(
  settings: TeamleaderSettings,
  log: Log,
  options: TeamleaderOptions = {},
): CrmKind {
  const now = options.now ?? (() => new Date())
  const send = createSendRequest({ ...requestLimits, ...options.limits })
  const download = createDownload(options.download)
  return {
    name: 'teamleader',
    label: 'Teamleader Focus',
    eventTypes,
    callLimit: { ...callLimit, ...options.callLimit },
    ...createOauth(settings, send, now),
    parseEvent,
    open: (session) => openTeamleader({ settings, send, download, now, log }, session),
  }
}
