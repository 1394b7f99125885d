import { Readable } from 'node:stream'

/** The content of a message on its way to the mail server, and how far it came. */
export type Handover = {
  content: Readable
  /** To be told each line that the server says. */
  hear(line: string): void
  /** The server answered anything but that it is closing the connection (421). */
  isHeard(): boolean
  /** Its last line was given. */
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
  const state = { isHeard: false, isOver: false, isEnded: false }
  async function* give() {
    yield bytes
    await asked.promise
    await before?.()
    if (state.isEnded) throw new Error('The connection to the mail server is gone')
    state.isOver = true
  }
  return {
    content: Readable.from(give(), { objectMode: false }),
    hear(line) {
      if (!line.startsWith('421')) state.isHeard = true
      if (line.startsWith('354')) asked.resolve()
    },
    isHeard: () => state.isHeard,
    isOver: () => state.isOver,
    end() {
      state.isEnded = true
      asked.reject(new Error('The mail server did not ask for the message'))
    },
  }
}
