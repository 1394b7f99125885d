import { sql } from 'kysely'
import { type Context, inTransaction, type Tx } from '../context.ts'
import { InvalidInputError } from '../errors.ts'
import { secretHash } from './secret-hash.ts'

export type ClaimInput = { state: string | undefined; sessionToken: string }

type StartedAuthorisation = { sessionHash: Buffer; expiresAt: Date; usedAt: Date | null }

/**
 * Uses up a started authorisation: of two at the same moment one wins. A foreign session does not use it up, so that a
 * stranger who saw the state cannot spoil it. Throws InvalidInputError with the reason.
 */
export async function claimAuthorisation(ctx: Context, input: ClaimInput): Promise<{ redirectUri: string }> {
  const stateHash = secretHash(input.state ?? '')
  const sessionHash = secretHash(input.sessionToken)
  return inTransaction(ctx, async (tx) => {
    const claimed = await sql<{ redirectUri: string }>`
      update authorisations set used_at = ${tx.now()}
      where state_hash = ${stateHash} and session_hash = ${sessionHash} and used_at is null
        and expires_at > ${tx.now()}
      returning redirect_uri`.execute(tx.db)
    const [row] = claimed.rows
    if (row) return row
    throw await refusalOf(tx, stateHash, sessionHash)
  })
}

async function refusalOf(tx: Tx, stateHash: Buffer, sessionHash: Buffer): Promise<InvalidInputError> {
  const found = await sql<StartedAuthorisation>`
    select session_hash, expires_at, used_at from authorisations where state_hash = ${stateHash}`.execute(
    tx.db,
  )
  const [row] = found.rows
  if (!row) return refusal('state_unknown', 'This answer belongs to no connection that was started here')
  if (!row.sessionHash.equals(sessionHash)) {
    return refusal('state_foreign', 'This connection was started in another browser session')
  }
  if (row.usedAt) return refusal('state_used', 'This answer was used already')
  return refusal('state_expired', 'Connecting took longer than ten minutes: start again')
}

function refusal(code: string, message: string): InvalidInputError {
  return new InvalidInputError(message, [], code)
}
