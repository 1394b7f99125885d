import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { type AppError, SourceUnavailableError } from '../errors.ts'
import { checkMessage } from './check-message.ts'
import { handOver } from './hand-over.ts'
import type { Mail, MailCheck, MailMessage, SentMail } from './mail.ts'
import { refusedOf, toOurError, wordsOf } from './mail-errors.ts'
import { openLines, type SmtpLine, type SmtpLines, smtpLimits } from './smtp-lines.ts'
import { type WrittenMessage, writeMessage } from './write-message.ts'

/** Mail through the server of VORDER_SMTP_URL; without one every mail is refused in clear words. */
export function createMail(config: Pick<Config, 'mailFrom' | 'secrets'>): Mail {
  const url = config.secrets.smtpUrl?.reveal()
  if (url === undefined) return mailNotSetUp
  const account = { url, from: config.mailFrom, lines: openLines(url) }
  return { send: (message) => send(account, message), verify: () => verify(url), close: account.lines.close }
}

type Account = { lines: SmtpLines; from: string | undefined }

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

async function send({ lines, from }: Account, message: MailMessage): Promise<SentMail> {
  checkMessage(message)
  const written = await writeMessage(message, from)
  for (;;) {
    const sent = await lines.use(async (line) => {
      const given = await giveOnce(line, written, message)
      if ('sent' in given) return given.sent
      // The server lets in fewer connections than we have: the message waits for one of those.
      if (given.isUnheard && given.error.code === 'mail_deferred' && lines.spare(line)) return undefined
      throw given.error
    })
    if (sent) return sent
  }
}

/** Over a new connection when the server closed the one that it had and never heard of this message. */
async function giveOnce(line: SmtpLine, written: WrittenMessage, message: MailMessage): Promise<Given> {
  const isFresh = line.carried === 0
  const given = await give(line, written, message)
  return 'sent' in given || isFresh || !given.isUnheard ? given : give(line, written, message)
}

type Given = { sent: SentMail } | { error: AppError; isUnheard: boolean }

async function give(line: SmtpLine, written: WrittenMessage, message: MailMessage): Promise<Given> {
  const { bytes, envelope, messageId } = written
  const handover = handOver(bytes, message.beforeHandover)
  line.onHeard = handover.hear
  try {
    const sent = await line.transport.sendMail({ raw: handover.content, envelope })
    line.carried += 1
    return { sent: { messageId, refused: refusedOf(sent) } }
  } catch (error) {
    line.carried = 0
    return { error: toOurError(error, handover), isUnheard: !handover.isHeard() }
  } finally {
    line.onHeard = () => {}
    handover.end()
  }
}

async function verify(url: string): Promise<MailCheck> {
  const transport = createTransport({ url, ...smtpLimits })
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
