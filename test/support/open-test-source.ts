import { readConfig } from '../../src/config.ts'
import {
  type CallLimit,
  type CrmKind,
  type CrmSource,
  createSources,
  type SourceSession,
} from '../../src/crm/index.ts'
import { createLog } from '../../src/log.ts'
import type { TeamleaderSandbox } from '../../src/sandbox/index.ts'

type Addresses = Pick<TeamleaderSandbox, 'apiUrl' | 'authorizeUrl' | 'tokenUrl' | 'clientId' | 'clientSecret'>

export type TestSource = {
  kind: CrmKind
  source: CrmSource
  /** What the client told its session. */
  limits: CallLimit[]
  refusals: string[]
  calls: number
}

/** Teamleader as a source with a session that holds one token and refreshes nothing: for tests of the client. */
export function openTestSource(
  sandbox: Addresses & { control?: TeamleaderSandbox['control'] },
  given: Partial<SourceSession> = {},
): TestSource {
  const kind = testTeamleader(sandbox)
  const result = { limits: [] as CallLimit[], refusals: [] as string[], calls: 0 }
  const token = sandbox.control?.issueTokens().access_token ?? 'test-token'
  const source = kind.open({
    priority: 'webhook',
    accessToken: async () => token,
    takeCall: async () => {
      result.calls += 1
    },
    noteLimit: async (limit) => void result.limits.push(limit),
    noteRefused: async (reason) => void result.refusals.push(reason),
    ...given,
  })
  return Object.assign(result, { kind, source })
}

/** Teamleader set up for a sandbox (or any server that speaks like it). */
export function testTeamleader(sandbox: Addresses): CrmKind {
  const config = readConfig(
    {},
    {
      TEAMLEADER_API_URL: sandbox.apiUrl,
      TEAMLEADER_AUTHORIZE_URL: sandbox.authorizeUrl,
      TEAMLEADER_TOKEN_URL: sandbox.tokenUrl,
      TEAMLEADER_CLIENT_ID: sandbox.clientId,
      TEAMLEADER_CLIENT_SECRET: sandbox.clientSecret,
    },
  )
  return createSources(config, createLog({ level: 'silent' })).teamleader
}
