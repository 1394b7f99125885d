import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config.ts'
import { InvalidInputError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import type { Mail, MailCheck, MailMessage } from './mail.ts'

/** Mail through the server of VORDER_SMTP_URL; without one every mail is refused in clear words. */
export function createMail(config: Pick<Config, 'mailFrom' | 'secrets'>): Mail {
  const url = config.secrets.smtpUrl?.reveal()
  if (url === undefined) return mailNotSetUp
  const limits = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = createTransport({ url, ...limits }, { from: config.mailFrom })
  return {
    send: (message) => send(transport, message),
    verify: () => verify(transport),
    close: () => transport.close(),
  }
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

async function send(transport: Transporter, message: MailMessage): Promise<{ messageId: string }> {
  checkMessage(message)
  const { to, cc, subject, text, html } = message
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
    throw toOurError(error)
  }
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

type SmtpError = { code?: string; command?: string; responseCode?: number; message: string }

function toOurError(cause: unknown): Error {
  const { code, command, responseCode, message } = cause as SmtpError
  const options = { cause }
  if (responseCode !== undefined && responseCode >= 500) {
    return new SourceRejectedError(`The mail server refused: ${message}`, {
      ...options,
      code: 'mail_refused',
    })
  }
  const wasGiven = command === 'DATA' && responseCode === undefined
  if (wasGiven && (code === 'ECONNECTION' || code === 'ETIMEDOUT' || code === 'ESOCKET')) {
    return new SourceUnavailableError(`The connection broke while the mail was handed over: ${message}`, {
      ...options,
      code: 'mail_outcome_unknown',
    })
  }
  return new SourceUnavailableError(`The mail server cannot take the mail now: ${message}`, {
    ...options,
    code: 'mail_unreachable',
  })
}

async function verify(transport: Transporter): Promise<MailCheck> {
  try {
    await transport.verify()
    return { ok: true }
  } catch (error) {
    const { responseCode, message } = error as SmtpError
    return { ok: false, code: responseCode === undefined ? 'unreachable' : 'refused', detail: message }
  }
}
