/**
 * What stops a verb. A "no" from the business (an invoice that stays out, a message that waits) is never one
 * of these: it is a value with a cause. Doors map the class to a status in `http/errors.ts`, jobs map it to a
 * retry in `jobs/`; nothing decides by the text of a message.
 */
export class AppError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
    this.code = code
  }
}

/**
 * One field that the caller can mend; `path` is the field's name as the caller sent it. Where a person fills it in, `code` and
 * `params` let the browser say it in their language.
 */
export type InvalidField = {
  path: string
  message: string
  code?: string
  params?: Readonly<Record<string, string>>
}

/** The caller can fix it. Carries the fields that are wrong. */
export class InvalidInputError extends AppError {
  readonly fields: readonly InvalidField[]

  constructor(message: string, fields: readonly InvalidField[] = [], code = 'invalid_input') {
    super(code, message)
    this.fields = fields
  }
}

/** There is no such thing for this creditor (another creditor's thing counts as absent). */
export class NotFoundError extends AppError {
  constructor(message: string, code = 'not_found') {
    super(code, message)
  }
}

/** Lost a race, or already done. `details` names what it collided with, for programs. */
export class ConflictError extends AppError {
  readonly fields: readonly InvalidField[]
  readonly details: Readonly<Record<string, string>>

  constructor(
    message: string,
    code = 'conflict',
    about: { fields?: readonly InvalidField[]; details?: Readonly<Record<string, string>> } = {},
  ) {
    super(code, message)
    this.fields = about.fields ?? []
    this.details = about.details ?? {}
  }
}

/** Who you are does not permit it. `code` is `not_signed_in` or `not_allowed`. */
export class NotAllowedError extends AppError {
  constructor(message: string, code: 'not_signed_in' | 'not_allowed' = 'not_allowed') {
    super(code, message)
  }
}

/** We do as much of this at once as we can: try again, at `retryAt` (UTC instant). Nothing was begun. */
export class BusyError extends AppError {
  readonly retryAt: Date

  constructor(code: string, message: string, retryAt: Date) {
    super(code, message)
    this.retryAt = retryAt
  }
}

/** A CRM or mail server is down, slow or limiting: try again, at `retryAt` (UTC instant) when it is known. */
export class SourceUnavailableError extends AppError {
  readonly retryAt: Date | undefined

  constructor(message: string, options: { code?: string; retryAt?: Date | undefined; cause?: unknown } = {}) {
    super(options.code ?? 'source_unavailable', message, { cause: options.cause })
    this.retryAt = options.retryAt
  }
}

/** A CRM understood and refused, or answered what cannot be understood: trying the same again will not help. */
export class SourceRejectedError extends AppError {
  readonly status: number | undefined

  constructor(message: string, options: { code?: string; status?: number; cause?: unknown } = {}) {
    super(options.code ?? 'source_rejected', message, { cause: options.cause })
    this.status = options.status
  }
}

/** The token of a connection is refused for good: a person has to connect again. */
export class ReconnectNeededError extends AppError {
  constructor(message: string, options?: ErrorOptions) {
    super('reconnect_needed', message, options)
  }
}

/** A setting is wrong. One line a setting: its name, the value, the remedy. The process ends with code 78. */
export class ConfigError extends AppError {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super('wrong_configuration', problems.join('\n'))
    this.problems = problems
  }
}
