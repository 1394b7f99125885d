import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { TooManyAttemptsError } from '../access/index.ts'
import {
  AppError,
  BusyError,
  ConflictError,
  type InvalidField,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  ReconnectNeededError,
  SourceRejectedError,
  SourceUnavailableError,
} from '../errors.ts'

/** The body of every answer that is not a success. `message` is fit for people, `code` for programs. */
export const errorBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      fields: z
        .array(
          z.object({
            path: z.string(),
            message: z.string(),
            code: z.string().optional().describe('What is wrong, for programs; not of every field'),
            params: z.record(z.string(), z.string()).optional().describe('What the code is about'),
          }),
        )
        .optional(),
      details: z.record(z.string(), z.string()).optional(),
      requestId: z.string(),
    }),
  })
  .meta({ id: 'Error' })

/** The error answers for a route's `response` schema, so that the description of the API names them. */
export const errorResponses = { '4xx': errorBody, '5xx': errorBody } as const

/** What goes to the client; `isBug` says that it has to be looked at by us. */
export type Problem = {
  status: number
  code: string
  message: string
  fields?: InvalidField[]
  /** What it collided with, such as the id of the customer that has the number. */
  details?: Readonly<Record<string, string>>
  retryAt?: Date | undefined
  isBug: boolean
}

type ErrorClass = abstract new (...args: never[]) => AppError

/** The only place that knows which error means which HTTP status. */
const statusOfClass: readonly (readonly [ErrorClass, number])[] = [
  [InvalidInputError, 422],
  [NotFoundError, 404],
  [ConflictError, 409],
  [NotAllowedError, 403],
  [TooManyAttemptsError, 429],
  [BusyError, 429],
  [SourceUnavailableError, 503],
  [SourceRejectedError, 502],
  [ReconnectNeededError, 409],
]

/** Errors of the web server itself, by their code. */
const problemOfCode: Readonly<Record<string, Pick<Problem, 'status' | 'code' | 'message'>>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'too_large', message: 'The body is too large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'unknown_media_type',
    message: 'Send application/json',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'not_json', message: 'The body is not valid JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'not_json', message: 'The body is empty' },
}

/** What an error means for the client. Anything that is not in a table is our bug: 500 without details. */
export function problemOf(error: unknown): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error.validation)
  if (error instanceof AppError) return knownProblem(error)
  const code = codeOf(error)
  const known = problemOfCode[code]
  if (known) return { ...known, isBug: false }
  return serverProblem(error)
}

type Issue = { instancePath: string; message?: string; params?: object }

function invalidRequest(issues: readonly Issue[]): Problem {
  const fields = issues.flatMap(fieldsOf)
  return { status: 422, code: 'invalid_input', message: 'Some fields are not valid', fields, isBug: false }
}

function fieldsOf({ instancePath, message = 'Not valid', params = {} }: Issue): InvalidField[] {
  const path = pathOf(instancePath)
  const unknown = 'keys' in params && Array.isArray(params.keys) ? params.keys : undefined
  if (!unknown) return [{ path, message }]
  return unknown.map((key) => ({
    path: path ? `${path}.${String(key)}` : String(key),
    message: 'There is no such field here',
  }))
}

function pathOf(instancePath: string): string {
  return instancePath.replace(/^\//, '').replaceAll('/', '.')
}

function knownProblem(error: AppError): Problem {
  const status = statusOfClass.find(([errorClass]) => error instanceof errorClass)?.[1]
  if (status === undefined) return ourBug
  const { code, message } = error
  const problem: Problem = { status: code === 'not_signed_in' ? 401 : status, code, message, isBug: false }
  const namesFields = error instanceof InvalidInputError || error instanceof ConflictError
  if (namesFields && error.fields.length > 0) problem.fields = [...error.fields]
  if (error instanceof ConflictError && Object.keys(error.details).length > 0) problem.details = error.details
  if ('retryAt' in error) problem.retryAt = error.retryAt as Date | undefined
  return problem
}

/** Other refusals of the web server (a header, an address it cannot read) carry their own 4xx status. */
function serverProblem(error: unknown): Problem {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (!(error instanceof Error) || !(status >= 400 && status < 500)) return ourBug
  return { status, code: 'bad_request', message: error.message, isBug: false }
}

const ourBug: Problem = {
  status: 500,
  code: 'internal_error',
  message: 'Something went wrong on our side; the log has it under this request id',
  isBug: true,
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
