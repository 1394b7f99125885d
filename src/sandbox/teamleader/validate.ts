import type { z } from 'zod'
import type { Problem } from './api-error.ts'
import { ApiError } from './api-error.ts'

/** The typed request, or a 400 whose titles are worded like Teamleader's. Unknown keys are dropped silently. */
export function validate(schema: z.ZodType, body: unknown, rejectUnknownKeys: boolean): unknown {
  const parsed = schema.safeParse(body, { reportInput: true })
  if (!parsed.success) throw new ApiError(400, parsed.error.issues.flatMap(problemsOf))
  const unknown = rejectUnknownKeys ? unknownKeys(body, parsed.data, '') : []
  if (unknown.length > 0) {
    throw new ApiError(
      400,
      unknown.map((field) => problem(field, 'is not known (strict sandbox)')),
    )
  }
  return parsed.data
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const field = issue.path.join('.') || 'body'
  if (issue.code === 'invalid_union')
    return [{ code: 0, title: 'oneOf rule failed', status: 400, meta: { field } }]
  return [problem(field, wordsFor(issue))]
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'must be present' : `must be of type ${issue.expected}`
  if (issue.code === 'invalid_format')
    return issue.format === 'guid' ? 'invalid uuid' : `must be a valid ${issue.format}`
  if (issue.code === 'invalid_value') {
    return issue.input === undefined
      ? 'must be present'
      : `must be in { ${issue.values.map((value) => `"${String(value)}"`).join(', ')} }`
  }
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'must not be empty' : 'is too small'
  return 'must be valid'
}

function problem(field: string, words: string): Problem {
  return { code: 0, title: `${field} ${words}`, status: 400, meta: { field } }
}

function unknownKeys(given: unknown, known: unknown, path: string): string[] {
  if (typeof given !== 'object' || given === null || typeof known !== 'object' || known === null) return []
  const knownParts = known as Record<string, unknown>
  return Object.entries(given).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key
    return key in knownParts ? unknownKeys(value, knownParts[key], at) : [at]
  })
}
