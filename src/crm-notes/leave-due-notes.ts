import { type Connection, getConnection, listConnections, sourceFor } from '../connections/index.ts'
import { type Context, creditorOf, forAllCreditors, inTransaction } from '../context.ts'
import type { CrmSource } from '../crm/index.ts'
import { ReconnectNeededError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import {
  beginNote,
  type ClaimedNote,
  claimNotes,
  nextNoteAt,
  postponeNote,
  recordLeft,
  recordRefused,
  releaseNotes,
} from './due-notes.ts'
import { leaveDueNotesJob } from './note-jobs.ts'

const batchSize = 10
/** Then the work goes to the end of the queue, and other connections have their turn. */
const batchesAtMost = 20
/** A call whose answer was lost may still arrive so much later. */
const settleMs = 90_000
const delaysSeconds = [30, 120, 600, 3_600]

/**
 * Leaves the notes of a connection that are due, each once (promise B18): the notes that are there are read first, so that
 * one whose answer was lost is recognised and not left twice. Nothing is left while the switch is off.
 */
export async function leaveDueNotes(ctx: Context, input: { connectionId: string }): Promise<void> {
  const connection = await getConnection(ctx, input)
  if (!isAwake(connection)) return
  const source = await sourceFor(ctx, connection.id, 'background')
  for (let batch = 0; batch < batchesAtMost; batch += 1) {
    // Switched off in the middle: what waits stays where it is.
    if (!isAwake(await getConnection(ctx, input))) return
    const claimed = await claimNotes(ctx, { connectionId: connection.id, limit: batchSize })
    if (claimed.length === 0) break
    if (!(await leaveBatch(ctx, source, claimed))) break
  }
  await askForNext(ctx, connection.id)
}

function isAwake({ state, leaveNotes }: Pick<Connection, 'state' | 'leaveNotes'>): boolean {
  return state === 'connected' && leaveNotes
}

/** False when the CRM cannot be asked now: the others would only hear the same. */
async function leaveBatch(
  ctx: Context,
  source: CrmSource,
  claimed: readonly ClaimedNote[],
): Promise<boolean> {
  for (const [index, note] of claimed.entries()) {
    try {
      await leaveOne(ctx, source, note)
    } catch (error) {
      if (!(await settleFailure(ctx, note, error))) {
        await releaseNotes(ctx, claimed.slice(index + 1))
        return false
      }
    }
  }
  return true
}

async function leaveOne(ctx: Context, source: CrmSource, note: ClaimedNote): Promise<void> {
  const there = await source.listNotes(note.invoiceExternalId)
  const own = there.find(({ content }) => content.includes(note.reference))
  if (own) return recordLeft(ctx, note, own.externalId)
  const settledAt = note.beganAt && new Date(note.beganAt.getTime() + settleMs)
  if (settledAt && settledAt > ctx.now())
    return postponeNote(ctx, note, {
      at: settledAt,
      detail: 'the answer of the last try was lost',
      isTry: false,
    })
  if (!(await beginNote(ctx, note))) return releaseNotes(ctx, [note])
  await recordLeft(ctx, note, await source.createNote(note))
}

/** Whether the next note can be tried. An error that is not the CRM's is thrown on, with the claim given back. */
async function settleFailure(ctx: Context, note: ClaimedNote, error: unknown): Promise<boolean> {
  if (error instanceof ReconnectNeededError) {
    await releaseNotes(ctx, [note])
    return false
  }
  if (error instanceof SourceUnavailableError || isUnclear(error)) {
    const seconds = delaysSeconds[note.attempts] ?? delaysSeconds.at(-1) ?? 0
    const at = retryAtOf(error) ?? new Date(ctx.now().getTime() + seconds * 1_000)
    await postponeNote(ctx, note, { at, detail: (error as Error).message, isTry: true })
    return false
  }
  if (!(error instanceof SourceRejectedError)) {
    await releaseNotes(ctx, [note])
    throw error
  }
  await recordRefused(ctx, note, { cause: refusalCauseOf(error), detail: error.message })
  return true
}

/** An answer that cannot be read says nothing of what happened: it is looked at again. */
function isUnclear(error: unknown): boolean {
  return error instanceof SourceRejectedError && error.code === 'unreadable_answer'
}

function retryAtOf(error: unknown): Date | undefined {
  return error instanceof SourceUnavailableError ? error.retryAt : undefined
}

function refusalCauseOf(error: SourceRejectedError) {
  if (error.code === 'not_permitted') return 'not_permitted'
  return error.code === 'not_found' ? 'gone_in_crm' : 'crm_refused'
}

function askForNext(ctx: Context, connectionId: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const next = await nextNoteAt(tx, connectionId)
    if (!next) return
    const work = { creditorId: creditorOf(tx), connectionId }
    const later = next > tx.now() ? { startAt: next } : {}
    await tx.enqueue(leaveDueNotesJob, work, { key: connectionId, ...later })
  })
}

/** Asks for the notes that are due at each connection, because whoever asked before may have been killed. */
export function tickNotes(ctx: Context): Promise<void> {
  return inTransaction(forAllCreditors(ctx), async (tx) => {
    const awake = (await listConnections(tx)).filter(isAwake)
    for (const { id: connectionId, creditorId } of awake) {
      const next = await nextNoteAt(tx, connectionId)
      if (next && next <= tx.now())
        await tx.enqueue(leaveDueNotesJob, { creditorId, connectionId }, { key: connectionId })
    }
  })
}
