import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { SMTPServer } from 'smtp-server'
import type { Answer, IncomingCall } from '../http-server.ts'
import { startHttpServer } from '../http-server.ts'
import type { CapturedMail } from './captured-mail.ts'
import { listPage, mailPage } from './mail-pages.ts'

export type MailboxOptions = {
  host?: string
  /** 0 takes a free port. */
  smtpPort?: number
  webPort?: number
}
/** What the next mails meet: an SMTP code with words, or a connection that breaks after the data. */
export type MailRefusal = { code: number; message: string } | 'cut'
/**
 * Where the next conversation stops: before the server asks for the message, while it comes in, or after its last line.
 * `cut` breaks the connection, `hang` answers nothing until `goOn`. With `domain` it is a conversation about somebody there.
 */
export type MailBreak = { at: 'before_data' | 'in_data' | 'after_data'; how: 'cut' | 'hang'; domain?: string }
export type Mailbox = {
  /** `smtp://127.0.0.1:port` */
  smtpUrl: string
  /** The page that lists the mails. */
  url: string
  mails(): CapturedMail[]
  clear(): void
  /** The next `times` mails are refused. With 'cut' the sender never learns that the mail was taken. */
  refuseNext(refusal: MailRefusal, times?: number): void
  /** Mails to this address are refused from now on; null takes them again. */
  refuseAddress(address: string, refusal: { code: number; message: string } | null): void
  breakNext(fault: MailBreak): void
  /** Conversations that hang at this moment. */
  hanging(): number
  /** What hangs gets its answer. */
  goOn(): void
  stop(): Promise<void>
}

/** A real SMTP server that keeps every mail in memory and shows it on a page; nothing ever leaves. */
export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const { host = '127.0.0.1', smtpPort = 0, webPort = 0 } = options
  const kept: CapturedMail[] = []
  const faults = noFaults()
  const smtp = smtpServer(kept, faults)
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject)
    smtp.listen(smtpPort, host, () => resolve())
  })
  const web = await startHttpServer(
    { host, port: webPort },
    async (call) => answer(kept, call),
    () => {},
  )
  const { port } = smtp.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://${host}:${port}`,
    url: web.url,
    mails: () => [...kept],
    clear: () => void kept.splice(0),
    refuseNext: (refusal, times = 1) => void faults.refusals.push(...Array<MailRefusal>(times).fill(refusal)),
    refuseAddress(address, refusal) {
      if (refusal) faults.addresses.set(address, refusal)
      else faults.addresses.delete(address)
    },
    breakNext: (fault) => void faults.breaks.push(fault),
    hanging: () => faults.hanging.length,
    goOn: () => {
      for (const go of faults.hanging.splice(0)) go()
    },
    async stop() {
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
      await web.stop()
    },
  }
}

type MailFaults = {
  refusals: MailRefusal[]
  addresses: Map<string, { code: number; message: string }>
  breaks: MailBreak[]
  hanging: (() => void)[]
}

function noFaults(): MailFaults {
  return { refusals: [], addresses: new Map(), breaks: [], hanging: [] }
}

function smtpServer(kept: CapturedMail[], faults: MailFaults): SMTPServer {
  /** Stops here when a fault says so; then goes on, or never. */
  const pass = async (
    at: MailBreak['at'],
    session: SMTPServerSession,
    asked: readonly string[] = [],
  ): Promise<void> => {
    const to = session.envelope.rcptTo.map(({ address }) => address)
    const isMet = ({ domain = '' }: MailBreak) =>
      [...to, ...asked].some((address) => address.endsWith(domain))
    const found = faults.breaks.findIndex((one) => one.at === at && isMet(one))
    const [fault] = found === -1 ? [] : faults.breaks.splice(found, 1)
    if (!fault) return
    if (fault.how === 'cut') cutConnection(server, session)
    else await new Promise<void>((go) => void faults.hanging.push(go))
  }
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 30 * 1024 * 1024,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onRcptTo({ address }, session, done) {
      const refusal = faults.addresses.get(address)
      void pass('before_data', session, [address]).then(() => done(refusal ? smtpError(refusal) : null))
    },
    onData(stream, session, done) {
      if (faults.breaks.some(({ at }) => at === 'in_data'))
        stream.once('data', () => void pass('in_data', session))
      take(stream, session).then(
        async (mail) => {
          const refusal = faults.refusals.shift()
          if (refusal === undefined || refusal === 'cut') kept.push(mail)
          await pass('after_data', session)
          if (refusal === 'cut') cutConnection(server, session)
          else done(refusal ? smtpError(refusal) : null)
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  // A sender that breaks off is no reason to stop.
  server.on('error', () => {})
  return server
}

function smtpError({ code, message }: { code: number; message: string }): Error {
  return Object.assign(new Error(message), { responseCode: code })
}

/** Only the one that the conversation is on. */
function cutConnection(server: SMTPServer, { id }: SMTPServerSession): void {
  const { connections } = server as unknown as { connections: Set<{ id: string; close(): void }> }
  for (const connection of connections) if (connection.id === id) connection.close()
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<CapturedMail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const parsed = await PostalMime.parse(raw)
  const { mailFrom } = session.envelope
  return {
    id: randomUUID(),
    receivedAt: new Date(),
    envelope: {
      from: mailFrom ? mailFrom.address : '',
      to: session.envelope.rcptTo.map(({ address }) => address),
    },
    from: parsed.from?.address ?? '',
    to: addresses(parsed.to),
    cc: addresses(parsed.cc),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? '',
    headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
    attachments: parsed.attachments.map((attachment) => ({
      filename: attachment.filename ?? 'attachment',
      mimeType: attachment.mimeType,
      bytes: bytesOf(attachment.content),
    })),
    raw: raw.toString('utf8'),
  }
}

function bytesOf(content: unknown): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content as ArrayBuffer)
}

function addresses(list: Array<{ address?: string | undefined }> | undefined): string[] {
  return (list ?? []).flatMap(({ address }) => (address ? [address] : []))
}

/** `/` lists, `/mail/<id>` shows one, `/mail/<id>/html` is its own page, `/mail/<id>/<n>` an attachment. */
function answer(kept: CapturedMail[], call: IncomingCall): Answer {
  const [, place, id, part] = call.path.split('/')
  if (call.path === '/') return page(listPage(kept))
  if (call.path === '/mails.json') return json(kept)
  if (call.path === '/clear' && call.method === 'POST') {
    kept.splice(0)
    return { status: 303, headers: { location: '/' }, body: '' }
  }
  const mail = place === 'mail' ? kept.find((each) => each.id === id) : undefined
  if (!mail) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'There is no such mail' }
  if (part === undefined) return page(mailPage(mail))
  if (part === 'html') return bodyPage(mail)
  return file(mail, Number(part))
}

function page(html: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }
}

function json(kept: CapturedMail[]): Answer {
  const shown = kept.map(({ raw: _, attachments, ...mail }) => ({
    ...mail,
    attachments: attachments.map(({ filename, mimeType, bytes }) => ({
      filename,
      mimeType,
      size: bytes.length,
    })),
  }))
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(shown) }
}

/** The mail's own HTML, with scripts and outside connections forbidden. */
function bodyPage(mail: CapturedMail): Answer {
  const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups"
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  return { status: 200, headers, body: mail.html }
}

function file(mail: CapturedMail, at: number): Answer {
  const attachment = mail.attachments[at]
  if (!attachment)
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'No such attachment' }
  const name = encodeURIComponent(attachment.filename)
  const headers = {
    'content-type': attachment.mimeType,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
  }
  return { status: 200, headers, body: attachment.bytes }
}
