import { type AddressInfo, createServer } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createMail } from './create-mail.ts'
import type { Mail } from './mail.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0)) await cleanUp()
})

function mailTo(port: number): Mail {
  const mail = createMail(
    readConfig({ VORDER_SMTP_URL: `smtp://127.0.0.1:${port}`, VORDER_MAIL_FROM: 'Vorder <v@example.com>' }),
  )
  // First: a server that is told to stop waits for open connections.
  cleanups.unshift(() => mail.close())
  return mail
}

type Received = { recipients: string[]; raw: string }

async function startSink(options: SMTPServerOptions = {}): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', (part: Buffer) => {
        raw += part.toString('utf8')
      })
      stream.on('end', () => {
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
    ...options,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  cleanups.push(() => new Promise<void>((closed) => server.close(() => closed())))
  return { port: (server.server.address() as AddressInfo).port, received }
}

test('one message reaches the recipient and the copies', async () => {
  const { port, received } = await startSink()
  const mail = mailTo(port)
  expect(await mail.verify()).toEqual({ ok: true })
  const message = {
    to: ['Ann Peeters <ann@example.com>'],
    cc: ['boss@example.com'],
    subject: 'Factuur – 1',
    text: 'Dag',
    html: '<p>Dag</p>',
  }
  const { messageId } = await mail.send(message)
  expect(received).toHaveLength(1)
  expect(received[0]?.recipients).toEqual(['ann@example.com', 'boss@example.com'])
  const parsed = await PostalMime.parse(received[0]?.raw ?? '')
  expect(parsed).toMatchObject({
    subject: 'Factuur – 1',
    messageId,
    from: { address: 'v@example.com', name: 'Vorder' },
  })
  expect(parsed.html).toContain('<p>Dag</p>')
})

test('without a mail server nothing is dropped silently', async () => {
  const mail = createMail(readConfig({}))
  await expect(mail.send({ to: ['a@b.be'], subject: 's', text: 't' })).rejects.toMatchObject({
    code: 'mail_not_set_up',
  })
  expect(await mail.verify()).toMatchObject({ ok: false, code: 'not_set_up' })
})

test.each([
  [{ to: [], subject: 's' }],
  [{ to: ['a@b.be'], subject: 'hi\r\nBcc: spy@example.com' }],
  [{ to: ['a@b.be\r\nBcc: spy@example.com'], subject: 's' }],
  [{ to: ['a@b.be, spy@example.com'], subject: 's' }],
  [{ to: ['a@b.be'], cc: ['nobody'], subject: 's' }],
])('a header cannot be smuggled in: %o', async (message) => {
  const { port, received } = await startSink()
  await expect(mailTo(port).send({ ...message, text: 't' })).rejects.toMatchObject({
    name: 'InvalidInputError',
  })
  expect(received).toEqual([])
})

test('a refusal for good, a refusal for now and an absent server are told apart', async () => {
  const refusing = await startSink({
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error('no such user'), { responseCode: 550 })),
  })
  const busy = await startSink({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('later'), { responseCode: 451 })),
  })
  const message = { to: ['a@b.be'], subject: 's', text: 't' }
  await expect(mailTo(refusing.port).send(message)).rejects.toMatchObject({
    name: 'SourceRejectedError',
    code: 'recipients_refused',
  })
  await expect(mailTo(busy.port).send(message)).rejects.toMatchObject({
    name: 'SourceUnavailableError',
    code: 'mail_deferred',
  })
  await expect(mailTo(1).send(message)).rejects.toMatchObject({
    name: 'SourceUnavailableError',
    code: 'mail_unreachable',
  })
  expect(await mailTo(1).verify()).toMatchObject({ ok: false, code: 'unreachable' })
})

test('a server that refuses our sign-in is told apart from one that refuses the message', async () => {
  const { port, received } = await startSink({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      done(Object.assign(new Error('wrong password'), { responseCode: 535 })),
  })
  const url = `smtp://vorder:wrong@127.0.0.1:${port}`
  const mail = createMail(readConfig({ VORDER_SMTP_URL: url, VORDER_MAIL_FROM: 'v@example.com' }))
  cleanups.unshift(() => mail.close())
  for (let turn = 0; turn < 2; turn += 1) {
    await expect(mail.send({ to: ['a@b.be'], subject: 's', text: 't' })).rejects.toMatchObject({
      name: 'SourceRejectedError',
      code: 'mail_sign_in_refused',
    })
  }
  expect(await mail.verify()).toMatchObject({ ok: false, code: 'refused' })
  expect(received).toEqual([])
})

test('a connection that breaks after the message was given leaves the outcome unknown', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 sink\r\n')
    let isData = false
    socket.on('data', (part) => {
      const text = part.toString()
      if (isData) {
        if (text.includes('\r\n.\r\n')) socket.destroy()
      } else if (text.startsWith('DATA')) {
        isData = true
        socket.write('354 go\r\n')
      } else socket.write('250 ok\r\n')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  cleanups.push(() => new Promise<void>((closed) => void server.close(() => closed())))
  const { port } = server.address() as AddressInfo
  const sending = mailTo(port).send({ to: ['a@b.be'], subject: 's', text: 't' })
  await expect(sending).rejects.toMatchObject({ code: 'mail_outcome_unknown' })
})
