import { InvalidInputError } from '../errors.ts'
import type { MailMessage } from './mail.ts'

const address = /^(?:[^<>\r\n]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/

/** A line break in a header would let its text add headers and recipients. Throws InvalidInputError. */
export function checkMessage({ to, cc = [], subject, from, replyTo, messageId }: MailMessage): void {
  if (to.length === 0) throw new InvalidInputError('A mail needs at least one recipient')
  for (const one of [...to, ...cc, ...[replyTo ?? []].flat(), ...[from?.address ?? []].flat()]) {
    if (!address.test(one)) {
      throw new InvalidInputError(`"${one}" is not an e-mail address`, [
        { path: 'to', message: 'not an address' },
      ])
    }
  }
  if (/[\r\n]/.test(subject)) throw new InvalidInputError('A subject is one line')
  if (/[\r\n<>]/.test(messageId ?? '')) throw new InvalidInputError('A Message-ID is one line')
}
