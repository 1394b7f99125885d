import type { TFunction } from 'i18next'
import { ApiFailure } from '../client/api.ts'

/** What failed, in words for the user: the server's own where it spoke. */
export function failureText(t: TFunction, failure: unknown): string {
  if (!(failure instanceof ApiFailure)) return t('common.unexpected')
  if (failure.code === 'unreachable') return t('common.unreachable')
  return failure.message || t('common.unexpected')
}

/** What the server said about each field of a form. */
export function fieldErrors(failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiFailure)) return {}
  return Object.fromEntries(failure.fields.map((field) => [field.path, field.message]))
}
