import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { runProgram } from './child.ts'

export type SinkSetup = { connections: number; msPerMessage: number }

/** What came in since it was cleared last. `lastAt` in milliseconds since 1970. */
export type SinkCount = {
  messages: number
  distinct: number
  lastAt: number
  refused: number
  sample: string
}

/** A mail server that takes so long for each message, lets so many connections in, and counts Message-IDs. */
runProgram<SinkSetup>({
  async start({ connections, msPerMessage }) {
    const times = new Map<string, number>()
    let lastAt = 0
    let sample = ''
    let refused = 0
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect(_session, done) {
        const { size } = (server as unknown as { connections: Set<unknown> }).connections
        if (size <= connections) return done()
        refused += 1
        done(Object.assign(new Error('too many connections'), { responseCode: 421 }))
      },
      async onData(stream, _session, done) {
        const chunks: Buffer[] = []
        for await (const chunk of stream) chunks.push(chunk as Buffer)
        const raw = Buffer.concat(chunks).toString('latin1')
        await wait(msPerMessage)
        const id = /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''
        times.set(id, (times.get(id) ?? 0) + 1)
        lastAt = Date.now()
        sample = raw
        done()
      },
    })
    server.on('error', () => {})
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.server.address() as AddressInfo
    return {
      ready: { url: `smtp://127.0.0.1:${port}` },
      async answer({ isCleared }: { isCleared?: boolean }): Promise<SinkCount> {
        const messages = [...times.values()].reduce((sum, count) => sum + count, 0)
        const count = { messages, distinct: times.size, lastAt, refused, sample }
        if (isCleared) {
          times.clear()
          lastAt = 0
        }
        return count
      },
      stop: () => new Promise<void>((closed) => server.close(() => closed())),
    }
  },
})
