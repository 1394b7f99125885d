import { recordActivity } from '../activities/index.ts'
import { type Context, creditorOf, inTransaction, type Tx } from '../context.ts'
import type { CrmAccount, CrmKind, SourceName, TokenPair } from '../crm/index.ts'
import { InvalidInputError, ReconnectNeededError } from '../errors.ts'
import { secretKeysOf } from '../secret-key.ts'
import { newId } from '../values/index.ts'
import { claimAuthorisation } from './claim-authorisation.ts'
import type { Connection } from './connection.ts'
import { keepWebhooksJob } from './connection-jobs.ts'
import { insertConnection, selectConnectionByAccount, updateConnected } from './connection-table.ts'
import { getConnection } from './get-connection.ts'
import { sealPair } from './seal-pair.ts'
import { sealToken } from './seal-token.ts'
import { newSecret, secretHash } from './secret-hash.ts'

export type FinishAuthorisationInput = {
  source: SourceName
  sessionToken: string
  state: string | undefined
  code?: string | undefined
  error?: string | undefined
}

/**
 * Ends what startAuthorisation began: the account is connected, or resumed when it was connected before (promise N2);
 * another account becomes a connection of its own. A refused, replayed, foreign or late answer stores nothing and
 * throws InvalidInputError: `state_unknown`, `state_foreign`, `state_used`, `state_expired`, `authorisation_refused`,
 * `authorisation_failed`, `code_refused`.
 */
export async function finishAuthorisation(
  ctx: Context,
  input: FinishAuthorisationInput,
): Promise<Connection> {
  const { redirectUri } = await claimAuthorisation(ctx, input)
  const code = readCode(input)
  const kind = ctx.sources[input.source]
  const pair = await kind.exchangeCode({ code, redirectUri })
  const account = await kind.open(sessionOfPair(pair)).identify()
  return inTransaction(ctx, (tx) => storeConnection(tx, { kind, account, pair }))
}

function readCode(input: FinishAuthorisationInput): string {
  if (input.error === 'access_denied') {
    throw new InvalidInputError('The connection was refused in Teamleader', [], 'authorisation_refused')
  }
  if (input.error || !input.code) {
    throw new InvalidInputError(
      'Teamleader did not allow the connection: start again',
      [],
      'authorisation_failed',
    )
  }
  return input.code
}

/** One or two calls with a pair that no connection has yet: nothing to refresh, nothing to count. */
function sessionOfPair(pair: TokenPair): Parameters<CrmKind['open']>[0] {
  return {
    priority: 'person',
    async accessToken(options) {
      if (options?.rejected) throw new ReconnectNeededError('The new access token was refused at once')
      return pair.accessToken
    },
    async takeCall() {},
    async noteLimit() {},
    async noteRefused() {},
  }
}

type Authorised = { kind: CrmKind; account: CrmAccount; pair: TokenPair }

async function storeConnection(tx: Tx, { kind, account, pair }: Authorised): Promise<Connection> {
  const { id, isNew } = await connectionIdFor(tx, kind.name, account)
  await updateConnected(tx.db, {
    id,
    ...sealPair(secretKeysOf(tx), id, pair),
    accountName: account.accountName,
    userName: account.userName,
    connectedAt: tx.now(),
  })
  await recordActivity(tx, {
    subjectKind: 'connection',
    subjectId: id,
    kind: isNew ? 'connection.connected' : 'connection.reconnected',
    data: { source: kind.name, accountName: account.accountName, userName: account.userName },
  })
  const connection = await getConnection(tx, { connectionId: id })
  // A new connection has its switches off; one that is resumed may have webhooks to bring back or to clear away.
  if (!isNew) {
    await tx.enqueue(keepWebhooksJob, { creditorId: connection.creditorId, connectionId: id }, { key: id })
  }
  return connection
}

async function connectionIdFor(
  tx: Tx,
  source: SourceName,
  account: CrmAccount,
): Promise<{ id: string; isNew: boolean }> {
  const id = newId('con')
  const hookSecret = newSecret()
  const isNew = await insertConnection(tx.db, {
    id,
    creditorId: creditorOf(tx),
    source,
    accountExternalId: account.accountExternalId,
    accountName: account.accountName,
    userName: account.userName,
    hookSecretSealed: sealToken(secretKeysOf(tx), { connectionId: id, field: 'hook_secret' }, hookSecret),
    hookSecretHash: secretHash(hookSecret),
    connectedAt: tx.now(),
  })
  if (isNew) return { id, isNew }
  const known = await selectConnectionByAccount(tx.db, {
    source,
    accountExternalId: account.accountExternalId,
  })
  if (!known) throw new Error('A connection was there and is gone: connections are never deleted')
  return { id: known.id, isNew }
}
