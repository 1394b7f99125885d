import { AppError, SourceRejectedError, SourceUnavailableError } from '../errors.ts'
import type { Handover } from './hand-over.ts'
import type { RefusedRecipient } from './mail.ts'

type SmtpError = {
  code?: string
  command?: string
  responseCode?: number
  message: string
  rejectedErrors?: SmtpError[]
  recipient?: string
  response?: string
}

export function wordsOf(error: unknown): { responseCode: number | undefined; message: string } {
  const { responseCode, message } = error as SmtpError
  return { responseCode, message }
}

/** Those whom the server refused while it took the message for others. */
export function refusedOf(sent: object): RefusedRecipient[] {
  const { rejectedErrors = [] } = sent as { rejectedErrors?: SmtpError[] }
  return rejectedErrors.map(({ recipient = '', response, message }) => ({
    address: recipient,
    answer: (response ?? message).slice(0, 300),
  }))
}

/** What went wrong, as one of our errors, by how far the message came. */
export function toOurError(cause: unknown, handover: Pick<Handover, 'isHeard' | 'isOver'>): AppError {
  if (cause instanceof AppError) return cause
  const { responseCode, message, code } = cause as SmtpError
  if (responseCode !== undefined && responseCode >= 500)
    return new SourceRejectedError(`The mail server refused: ${message}`, {
      cause,
      code: refusalCode(cause as SmtpError),
    })
  if (handover.isOver() && responseCode === undefined) {
    return new SourceUnavailableError(`The connection broke while the mail was handed over: ${message}`, {
      cause,
      code: 'mail_outcome_unknown',
    })
  }
  const isDeferred = responseCode !== undefined && code !== 'EAUTH'
  const isCutOff = handover.isHeard() && code !== 'EAUTH'
  return new SourceUnavailableError(`The mail server cannot take the mail now: ${message}`, {
    cause,
    code: isDeferred ? 'mail_deferred' : isCutOff ? 'mail_cut_off' : 'mail_unreachable',
  })
}

/** Refused are: we ourselves (sign-in, sender), all recipients, or the message. */
function refusalCode({ code, command }: SmtpError): string {
  if (code === 'EAUTH' || command === 'MAIL FROM') return 'mail_sign_in_refused'
  return code === 'EENVELOPE' ? 'recipients_refused' : 'mail_refused'
}
