import { Readable } from 'node:stream'

/** The content of a message on its way to the mail server, and whether its last line was given. */
export type Handover = {
  content: Readable
  /** Listens to what is said between us and the server. */
  logger: ReturnType<typeof listenTo>
  isOver(): boolean
  /** The server has answered, or is gone: nothing more is given. */
  end(): void
}

/**
 * Gives the message, and its end only when the server has asked for it and `before` is done. Until then a server cannot
 * have taken it, whatever breaks: RFC 5321 (4.1.1.4) knows a message only with its last dot.
 */
export function handOver(bytes: Buffer, before: (() => Promise<void>) | undefined): Handover {
  const asked = Promise.withResolvers<void>()
  asked.promise.catch(() => {})
  const state = { isOver: false, isEnded: false }
  async function* give() {
    yield bytes
    await asked.promise
    await before?.()
    if (state.isEnded) throw new Error('The connection to the mail server is gone')
    state.isOver = true
  }
  return {
    content: Readable.from(give(), { objectMode: false }),
    logger: listenTo((line) => {
      if (line.startsWith('354')) asked.resolve()
    }),
    isOver: () => state.isOver,
    end() {
      state.isEnded = true
      asked.reject(new Error('The mail server did not ask for the message'))
    },
  }
}

/** What the server says, line by line. */
function listenTo(onHeard: (line: string) => void) {
  const ignore = () => {}
  const debug = (entry: unknown, line: unknown) => {
    const isHeard = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'server'
    if (isHeard && typeof line === 'string') onHeard(line)
  }
  return { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore }
}
