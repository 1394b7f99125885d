import type { AddressInfo } from 'node:net'
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
async function startSink({ holds = false } = {}): Promise<Sink> {
  const opened: string[] = []
  const taken: string[] = []
  const open: Sink['open'] = new Map()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(session, done) {
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
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  const settings = { VORDER_SMTP_URL: `smtp://127.0.0.1:${port}`, VORDER_MAIL_FROM: 'Vorder <v@example.com>' }
  const mail = createMail(readConfig(settings))
  cleanups.push(
    () => mail.close(),
    () => new Promise<void>((closed) => server.close(() => closed())),
  )
  const { connections } = server as unknown as { connections: Set<{ id: string; close(): void }> }
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
