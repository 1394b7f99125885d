import type { TFunction } from 'i18next'
import { ApiFailure } from '../client/api.ts'
import { en } from '../texts/en.ts'

/** What failed, in words for the user. */
export function failureText(t: TFunction, failure: unknown): string {
  return failure instanceof ApiFailure ? problemText(t, failure) : t('failures.internal_error')
}

/** A problem by its code, also one that long work ended with. */
export function problemText(t: TFunction, { code, message }: { code: string; message: string }): string {
  const named = sameToPeople[code] ?? code
  return isKnown(named) ? t(`failures.${named}`) : message || t('failures.internal_error')
}

/** In whatever way Teamleader does not answer, a person does the same. */
const sameToPeople: Readonly<Record<string, string>> = {
  server_error: 'source_unavailable',
  timeout: 'source_unavailable',
  network: 'source_unavailable',
  aborted: 'source_unavailable',
}

/** The server explains itself in English, for logs and programs; what people meet has words in their language. */
function isKnown(code: string): code is keyof typeof en.failures {
  return code in en.failures
}

/** What is wrong with each field of a form. */
export function fieldErrors(t: TFunction, failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiFailure)) return {}
  return Object.fromEntries(failure.fields.map((field) => [field.path, fieldText(t, field)]))
}

/** What is wrong with one field. */
export function fieldText(t: TFunction, field: ApiFailure['fields'][number]): string {
  const { params, message, path } = field
  const name = (field.code ?? '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return isKnownProblem(name)
    ? t(`fieldProblems.${name}`, { ...noParams, ...params })
    : (textOfField(t, path) ?? message)
}

/** Every name that one of the sentences has. */
const noParams = { profiles: '', name: '', detail: '', address: '', most: '', days: '' }

function isKnownProblem(name: string): name is keyof typeof en.fieldProblems {
  return name in en.fieldProblems
}

/** The server names fields in English; those that a person can get wrong have words in their language. */
function textOfField(t: TFunction, path: string): string | null {
  const field = path.split('.').at(-1)
  if (field === 'iban') return t('business.ibanWrong')
  if (field === 'email' || field === 'senderEmail') return t('firstRun.emailWrong')
  return null
}
