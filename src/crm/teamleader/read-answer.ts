import { SourceRejectedError } from '../../errors.ts'
import { errorSchema } from './api-types.ts'
import type { IncomingAnswer } from './send-request.ts'

/** What a server says when it refuses: machine words first (RFC 6749 `error`, or the envelope's titles), then hints. */
export type Refusal = { words: string[]; hint: string | null; isUnderstood: boolean }

/** Parses a JSON body. Throws SourceRejectedError `unreadable_answer` for HTML, half JSON or nothing at all. */
export function readJson(answer: IncomingAnswer, place: string): unknown {
  try {
    return JSON.parse(answer.text)
  } catch (cause) {
    const start = answer.text.slice(0, 120).replace(/\s+/g, ' ')
    throw new SourceRejectedError(`${place} answered what cannot be read: "${start}"`, {
      code: 'unreadable_answer',
      status: answer.status,
      cause,
    })
  }
}

/** Reads both error forms; a body of another kind is a refusal without words. */
export function readRefusal(text: string): Refusal {
  const parsed = errorSchema.safeParse(parseOrUndefined(text))
  if (!parsed.success) return { words: [], hint: null, isUnderstood: false }
  const { errors, error, error_description: description } = parsed.data
  const titles = errors.map((entry) => entry.title ?? '').filter((title) => title !== '')
  const words = error ? [error, ...titles] : titles
  const hint = description ?? errors.find((entry) => entry.meta?.hint)?.meta?.hint ?? null
  return { words, hint, isUnderstood: words.length > 0 }
}

/** The refusal as one short sentence part, for people. */
export function refusalText(refusal: Refusal): string {
  const said = [...refusal.words, ...(refusal.hint ? [refusal.hint] : [])].join('; ')
  return said === '' ? 'without saying why' : `and said: ${said.slice(0, 300)}`
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
