import { createTransport, type Transporter } from 'nodemailer'

/** A connection to the mail server that carries one message at a time, and what is said on it. */
export type SmtpLine = {
  transport: Transporter
  /** Messages that it carried since it was opened: an older connection the server may have closed meanwhile. */
  carried: number
  /** Told every line that the server says. */
  onHeard: (line: string) => void
}

export type SmtpLines = {
  /** Waits for a free line, first come first served, and keeps it for this work alone. */
  use<T>(work: (line: SmtpLine) => Promise<T>): Promise<T>
  /** Does without this line for a minute, because the server lets no more in. False when it is the only one left. */
  spare(line: SmtpLine): boolean
  close(): void
}

export const smtpLimits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** As many as mail servers commonly allow one sender. */
const linesAtMost = 5
/** Servers wait five minutes for a next message (RFC 5321, 4.5.3.2.7); nobody is kept waiting that long. */
const idleTimeout = 5_000
const sparedForMs = 60_000

/**
 * Lines to the mail server, opened when needed and kept for the next message. Never two messages on one at a time: so it is
 * certain which message a broken connection was about, and it is about that one alone.
 */
export function openLines(url: string): SmtpLines {
  const free: SmtpLine[] = Array.from({ length: linesAtMost }, () => createLine(url))
  const all = [...free]
  const waiting: ((line: SmtpLine) => void)[] = []
  const spared = new Set<SmtpLine>()
  const giveBack = (line: SmtpLine) => {
    if (spared.has(line)) return
    const next = waiting.shift()
    if (next) next(line)
    else free.push(line)
  }
  return {
    async use(work) {
      // The line that was used last is the likeliest to be open.
      const line = free.pop() ?? (await new Promise<SmtpLine>((next) => waiting.push(next)))
      try {
        return await work(line)
      } finally {
        giveBack(line)
      }
    },
    spare(line) {
      if (spared.size === all.length - 1) return false
      spared.add(line)
      setTimeout(() => {
        spared.delete(line)
        giveBack(line)
      }, sparedForMs).unref()
      return true
    },
    close() {
      for (const { transport } of all) transport.close()
    },
  }
}

function createLine(url: string): SmtpLine {
  const listener = { onHeard: (_line: string) => {} }
  const options = {
    url,
    ...smtpLimits,
    pool: true as const,
    maxConnections: 1,
    // A message that was begun is never begun again behind our back: whether it may be is decided here.
    maxRequeues: 0,
    idleTimeout,
    transactionLog: true,
    logger: listenTo((line) => listener.onHeard(line)),
  }
  return Object.assign(listener, { transport: createTransport(options), carried: 0 })
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
