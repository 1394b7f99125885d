import pg from 'pg'
import type { Log } from '../log.ts'
import type { NoticeListener } from './database.ts'

/** What a listener needs: how to connect, and where to say that the connection broke. */
export type ListenOptions = { connection: pg.ClientConfig; log: Log }

/**
 * Listens on one channel over a connection of its own. When that breaks it connects again, with growing pauses up
 * to ten seconds, and then tells the listener with `undefined` that notices may have been missed.
 */
export async function listen(
  options: ListenOptions,
  channel: string,
  onNotice: NoticeListener,
): Promise<() => Promise<void>> {
  const stopped = new AbortController()
  let client = await subscribe()

  async function subscribe(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...options.connection, application_name: 'vorder-listen', keepAlive: true })
    fresh.on('error', () => {})
    fresh.on('notification', (notice) => onNotice(notice.payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    fresh.once('end', () => void reconnect(0))
    return fresh
  }

  async function reconnect(failures: number): Promise<void> {
    if (stopped.signal.aborted) return
    await pause(Math.min(10_000, 100 * 2 ** failures), stopped.signal)
    if (stopped.signal.aborted) return
    try {
      client = await subscribe()
      onNotice(undefined)
    } catch (error) {
      options.log.warn({ err: error, channel }, 'cannot listen to the database; trying again')
      void reconnect(failures + 1)
      return
    }
    if (stopped.signal.aborted) await client.end().catch(() => {})
  }

  return async () => {
    stopped.abort()
    await client.end().catch(() => {})
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, ms)
    signal.addEventListener('abort', finish, { once: true })
    function finish() {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      done()
    }
  })
}
