import { type AddressInfo, createServer, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createMail } from './create-mail.ts'
import type { Mail } from './mail.ts'

type Sink = {
  mail: Mail
  /** Connections that were opened, by their ids. */
  opened: string[]
  taken: string[]
  /** Conversations that wait for the answer to their message. */
  open: Map<string, { session: SMTPServerSession; done: () => void }>
  cut(session: SMTPServerSession): void
}

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0)) await cleanUp()
})

/** A server that answers each message only when told to. */
async function startSink({ holds = false, connectionsAtMost = 100 } = {}): Promise<Sink> {
  const opened: string[] = []
  const taken: string[] = []
  const open: Sink['open'] = new Map()
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(session, done) {
      if (connections.size > connectionsAtMost)
        return done(Object.assign(new Error('too many connections'), { responseCode: 421 }))
      opened.push(session.id)
      done()
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      stream.resume().once('end', () => {
        taken.push(to)
        if (holds) open.set(to, { session, done: () => done() })
        else done()
      })
    },
  })
  server.on('error', () => {})
  const { connections } = server as unknown as { connections: Set<{ id: string; close(): void }> }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const settings = { VORDER_SMTP_URL: `smtp://127.0.0.1:${port}`, VORDER_MAIL_FROM: 'Vorder <v@example.com>' }
  const mail = createMail(readConfig(settings))
  cleanups.push(
    () => mail.close(),
    () => new Promise<void>((closed) => server.close(() => closed())),
  )
  const cut = ({ id }: SMTPServerSession) => {
    for (const connection of connections) if (connection.id === id) connection.close()
  }
  return { mail, opened, taken, open, cut }
}

function messageTo(to: string) {
  return { to: [to], subject: 's', text: 't' }
}

test('messages one after the other share a connection', async () => {
  const { mail, opened, taken } = await startSink()
  for (const to of ['a@b.be', 'b@b.be', 'c@b.be']) await mail.send(messageTo(to))
  expect(taken).toEqual(['a@b.be', 'b@b.be', 'c@b.be'])
  expect(opened).toHaveLength(1)
})

test('many at once leave over five connections, never more, and a cut one takes no other message with it', async () => {
  const { mail, opened, taken, open, cut } = await startSink({ holds: true })
  const names = Array.from({ length: 12 }, (_, at) => `m${at}@b.be`)
  const outcomes = names.map((to) =>
    mail.send(messageTo(to)).then(
      () => 'sent',
      ({ code }: { code: string }) => code,
    ),
  )
  await expect.poll(() => open.size).toBe(5)
  const [first] = open
  if (!first) throw new Error('nothing is open')
  cut(first[1].session)
  open.delete(first[0])
  while (taken.length < names.length || open.size > 0) {
    for (const [to, { done }] of open) {
      open.delete(to)
      done()
    }
    await new Promise((next) => setImmediate(next))
  }
  const found = await Promise.all(outcomes)
  expect(found.filter((outcome) => outcome === 'sent')).toHaveLength(11)
  expect(found[names.indexOf(first[0])]).toBe('mail_outcome_unknown')
  expect(taken.toSorted()).toEqual(names.toSorted())
  expect(opened).toHaveLength(6)
})

test('a connection that the server closed between two messages is no failure of the second one', async () => {
  const { mail, opened, taken, open, cut } = await startSink({ holds: true })
  const first = mail.send(messageTo('a@b.be'))
  await expect.poll(() => open.size).toBe(1)
  const [held] = open.values()
  held?.done()
  await first
  open.clear()
  if (held) cut(held.session)
  const second = mail.send(messageTo('b@b.be'))
  await expect.poll(() => open.size).toBe(1)
  for (const { done } of open.values()) done()
  await second
  expect(taken).toEqual(['a@b.be', 'b@b.be'])
  expect(opened).toHaveLength(2)
})

test.each([
  ['says that it closes the connection', (socket: Socket) => void socket.end('421 idle for too long\r\n')],
  ['closes the connection without a word', (socket: Socket) => void socket.destroy()],
])(
  'a server that %s when the next message begins hears of that one over a new connection',
  async (_how, close) => {
    let taken = 0
    const server = createServer((socket) => {
      let carried = 0
      let isData = false
      socket.on('error', () => {})
      socket.write('220 sink\r\n')
      socket.on('data', (part) => {
        const text = part.toString()
        if (isData && text.includes('\r\n.\r\n')) {
          isData = false
          carried += 1
          taken += 1
          socket.write('250 taken\r\n')
        } else if (isData) return
        else if (text.startsWith('MAIL') && carried > 0) close(socket)
        else if (text.startsWith('DATA')) {
          isData = true
          socket.write('354 go\r\n')
        } else socket.write('250 ok\r\n')
      })
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const settings = { VORDER_SMTP_URL: `smtp://127.0.0.1:${port}`, VORDER_MAIL_FROM: 'v@example.com' }
    const mail = createMail(readConfig(settings))
    cleanups.push(
      () => mail.close(),
      () => new Promise<void>((closed) => void server.close(() => closed())),
    )
    for (const to of ['a@b.be', 'b@b.be', 'c@b.be']) await mail.send(messageTo(to))
    expect(taken).toBe(3)
  },
)

test('what is not to leave any more at its last line leaves nothing at the server, and the next one leaves', async () => {
  const { mail, taken } = await startSink()
  const refusal = new Error('paid meanwhile')
  const stopped = mail.send({
    ...messageTo('a@b.be'),
    beforeHandover: () => Promise.reject(refusal),
  })
  await expect(stopped).rejects.toThrow('paid meanwhile')
  await mail.send(messageTo('b@b.be'))
  expect(taken).toEqual(['b@b.be'])
})

test('a server that lets in two at a time gets two at a time, and no message fails because of it', async () => {
  const { mail, opened, taken } = await startSink({ connectionsAtMost: 2 })
  const names = Array.from({ length: 12 }, (_, at) => `m${at}@b.be`)
  await Promise.all(names.map((to) => mail.send(messageTo(to))))
  expect(taken.toSorted()).toEqual(names.toSorted())
  expect(opened.length).toBeLessThanOrEqual(2)
})

test('a server that lets nobody in asks us to come back later', async () => {
  const { mail } = await startSink({ connectionsAtMost: 0 })
  await expect(mail.send(messageTo('a@b.be'))).rejects.toMatchObject({ code: 'mail_deferred' })
})
