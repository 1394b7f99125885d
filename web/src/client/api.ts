import createClient from 'openapi-fetch'
import type { Failure, paths } from './contract.ts'

type ErrorBody = Failure['error'] & { details?: Record<string, string> }

/** What the server (or the way to it) refused. `message` is the server's own, in English. */
export class ApiFailure extends Error {
  status: number
  code: string
  fields: NonNullable<ErrorBody['fields']>
  /** What the words are about, such as the id of the customer that has the number. */
  details: Record<string, string>
  requestId: string | null

  constructor(status: number, error: Partial<ErrorBody>) {
    super(error.message ?? '')
    this.name = 'ApiFailure'
    this.status = status
    this.code = error.code ?? (status === 0 ? 'unreachable' : 'unknown')
    this.fields = error.fields ?? []
    this.details = error.details ?? {}
    this.requestId = error.requestId ?? null
  }
}

/** Causes and titles come back in this language: the page's own. */
function acceptLanguage(): string {
  return document.documentElement.lang || 'en'
}

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request: Request) => {
    request.headers.set('accept-language', acceptLanguage())
    return fetch(request)
  },
})

type Result<T> = { data?: T; error?: unknown; response: Response }

/** The answer's data. Throws ApiFailure: with the server's words, or code `unreachable` without an answer. */
export async function answer<T>(request: Promise<Result<T>>): Promise<T> {
  const result = await request.catch(() => undefined)
  if (!result) throw new ApiFailure(0, {})
  if (result.response.ok) return result.data as T
  throw new ApiFailure(result.response.status, failureOf(result.error))
}

function failureOf(body: unknown): Partial<ErrorBody> {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {}
  return typeof body.error === 'object' && body.error !== null ? body.error : {}
}
