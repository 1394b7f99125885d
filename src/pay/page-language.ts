import type { FastifyRequest } from 'fastify'
import { type MailLanguage, mailLanguages } from '../profiles/index.ts'
import { languageFrom } from '../texts/index.ts'

/** The language that the address asks for, if it asks for one of ours. */
export function languageAsked(request: FastifyRequest): MailLanguage | undefined {
  const { lang } = request.query as { lang?: unknown }
  return mailLanguages.find((language) => language === lang)
}

/** The same where nobody is known: else what the browser prefers. */
export function languageWanted(request: FastifyRequest): MailLanguage {
  const preferred = request.headers['accept-language']
  const isGerman = /^\s*de\b/i.test(preferred ?? '')
  return languageAsked(request) ?? (isGerman ? 'de' : languageFrom(preferred))
}
