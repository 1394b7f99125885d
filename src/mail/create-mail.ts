import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { InvalidInputError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import type { Mail, MailCheck, MailMessage } from './mail.ts'

/** Mail through the server of VORDER_SMTP_URL; without one every mail is refused in clear words. */
export function createMail(config: Pick<Config, 'mailFrom' | 'secrets'>): Mail {
  const url = config.secrets.smtpUrl?.reveal()
  if (url === undefined) return mailNotSetUp
  const account = { url, from: config.mailFrom }
  return { send: (message) => send(account, message), verify: () => verify(account), close() {} }
}

type Account = { url: string; from: string | undefined }

const limits = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  disableFileAccess: true,
  disableUrlAccess: true,
}

const mailNotSetUp: Mail = {
  async send() {
    throw new SourceUnavailableError('Mail is not set up: set VORDER_SMTP_URL and VORDER_MAIL_FROM', {
      code: 'mail_not_set_up',
    })
  },
  async verify() {
    return { ok: false, code: 'not_set_up', detail: 'VORDER_SMTP_URL is not set' }
  },
  close() {},
}

/** One connection a message, so that it is certain which message a broken connection was about. */
async function send(account: Account, message: MailMessage): Promise<{ messageId: string }> {
  checkMessage(message)
  const { to, cc, subject, text, html } = message
  let wasHandedOver = false
  const logger = listenTo((line) => {
    wasHandedOver ||= line === 'DATA'
  })
  const options = { url: account.url, ...limits, transactionLog: true, logger }
  const transport = createTransport(options, { from: account.from })
  try {
    const sent = await transport.sendMail({
      to,
      subject,
      text,
      ...(cc && { cc }),
      ...(html !== undefined && { html }),
    })
    return { messageId: sent.messageId }
  } catch (error) {
    throw toOurError(error, wasHandedOver)
  } finally {
    transport.close()
  }
}

/** The lines that we send to the mail server, without the message itself. */
function listenTo(onSent: (line: string) => void) {
  const ignore = () => {}
  const debug = (entry: unknown, line: unknown) => {
    const isSent = typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'client'
    if (isSent && typeof line === 'string') onSent(line)
  }
  return { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore }
}

/** A line break in a header would let its text add headers and recipients. */
function checkMessage({ to, cc = [], subject }: MailMessage): void {
  if (to.length === 0) throw new InvalidInputError('A mail needs at least one recipient')
  for (const address of [...to, ...cc]) {
    if (!/^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(address)) {
      throw new InvalidInputError(`"${address}" is not an e-mail address`, [
        { path: 'to', message: 'not an address' },
      ])
    }
  }
  if (/[\r\n]/.test(subject)) throw new InvalidInputError('A subject is one line')
}

type SmtpError = { responseCode?: number; message: string }

function toOurError(cause: unknown, wasHandedOver: boolean): Error {
  const { responseCode, message } = cause as SmtpError
  if (responseCode !== undefined && responseCode >= 500) {
    return new SourceRejectedError(`The mail server refused: ${message}`, { cause, code: 'mail_refused' })
  }
  if (wasHandedOver && responseCode === undefined) {
    const code = 'mail_outcome_unknown'
    return new SourceUnavailableError(`The connection broke while the mail was handed over: ${message}`, {
      cause,
      code,
    })
  }
  const code = 'mail_unreachable'
  return new SourceUnavailableError(`The mail server cannot take the mail now: ${message}`, { cause, code })
}

async function verify(account: Account): Promise<MailCheck> {
  const transport = createTransport({ url: account.url, ...limits })
  try {
    await transport.verify()
    return { ok: true }
  } catch (error) {
    const { responseCode, message } = error as SmtpError
    return { ok: false, code: responseCode === undefined ? 'unreachable' : 'refused', detail: message }
  } finally {
    transport.close()
  }
}
