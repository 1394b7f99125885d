import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { SourceUnavailableError } from '../errors.ts'
import { checkMessage } from './check-message.ts'
import { handOver } from './hand-over.ts'
import type { Mail, MailCheck, MailMessage, SentMail } from './mail.ts'
import { refusedOf, toOurError, wordsOf } from './mail-errors.ts'
import { writeMessage } from './write-message.ts'

/** Mail through the server of VORDER_SMTP_URL; without one every mail is refused in clear words. */
export function createMail(config: Pick<Config, 'mailFrom' | 'secrets'>): Mail {
  const url = config.secrets.smtpUrl?.reveal()
  if (url === undefined) return mailNotSetUp
  const account = { url, from: config.mailFrom }
  return { send: (message) => send(account, message), verify: () => verify(account), close() {} }
}

type Account = { url: string; from: string | undefined }

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

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
async function send(account: Account, message: MailMessage): Promise<SentMail> {
  checkMessage(message)
  const { bytes, envelope, messageId } = await writeMessage(message, account.from)
  const handover = handOver(bytes, message.beforeHandover)
  const options = { url: account.url, ...limits, transactionLog: true, logger: handover.logger }
  const transport = createTransport(options)
  try {
    const sent = await transport.sendMail({ raw: handover.content, envelope })
    return { messageId, refused: refusedOf(sent) }
  } catch (error) {
    throw toOurError(error, handover.isOver())
  } finally {
    handover.end()
    transport.close()
  }
}

async function verify(account: Account): Promise<MailCheck> {
  const transport = createTransport({ url: account.url, ...limits })
  try {
    await transport.verify()
    return { ok: true }
  } catch (error) {
    const { responseCode, message } = wordsOf(error)
    return { ok: false, code: responseCode === undefined ? 'unreachable' : 'refused', detail: message }
  } finally {
    transport.close()
  }
}
