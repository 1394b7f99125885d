import type { TFunction } from 'i18next'
import { ApiFailure } from '../client/api.ts'
import { en } from '../texts/en.ts'

/** What failed, in words for the user. */
export function failureText(t: TFunction, failure: unknown): string {
  return failure instanceof ApiFailure ? problemText(t, failure) : t('failures.internal_error')
}

/** A problem by its code, also one that long work ended with. */
export function problemText(t: TFunction, { code, message }: { code: string; message: string }): string {
  return isKnown(code) ? t(`failures.${code}`) : message || t('failures.internal_error')
}

/** The server explains itself in English, for logs and programs; what people meet has words in their language. */
function isKnown(code: string): code is keyof typeof en.failures {
  return code in en.failures
}

/** What is wrong with each field of a form. */
export function fieldErrors(t: TFunction, failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiFailure)) return {}
  return Object.fromEntries(failure.fields.map(({ path, message }) => [path, fieldText(t, path) ?? message]))
}

/** The server names fields in English; those that a person can get wrong have words in their language. */
function fieldText(t: TFunction, path: string): string | null {
  const field = path.split('.').at(-1)
  if (field === 'iban') return t('business.ibanWrong')
  if (field === 'email' || field === 'senderEmail') return t('firstRun.emailWrong')
  return null
}
