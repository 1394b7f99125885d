import type { TFunction } from 'i18next'
import { ApiFailure } from '../client/api.ts'
import { en } from '../texts/en.ts'

/** What failed, in words for the user. */
export function failureText(t: TFunction, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return t('failures.internal_error')
  return isKnown(failure.code)
    ? t(`failures.${failure.code}`)
    : failure.message || t('failures.internal_error')
}

/** The server explains itself in English, for logs and programs; what people meet has words in their language. */
function isKnown(code: string): code is keyof typeof en.failures {
  return code in en.failures
}

/** What the server said about each field of a form. */
export function fieldErrors(failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiFailure)) return {}
  return Object.fromEntries(failure.fields.map((field) => [field.path, field.message]))
}
