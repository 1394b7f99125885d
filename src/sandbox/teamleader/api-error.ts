export type Problem = { title: string; status: number; code?: number; key?: string; meta?: { field: string } }

/** A refusal in the words of Teamleader: becomes the error envelope of the answer. */
export class ApiError extends Error {
  readonly status: number
  readonly problems: Problem[]
  constructor(status: number, problems: Problem[]) {
    super(problems.map((problem) => problem.title).join('; '))
    this.status = status
    this.problems = problems
  }
}

/** 404, as `.info` and actions answer for an id they do not know. */
export function notFound(what: string): ApiError {
  return new ApiError(404, [{ title: `${what} not found`, status: 404, code: 0 }])
}

/** 400 on one field of the request. */
export function invalid(field: string, title: string): ApiError {
  return new ApiError(400, [{ code: 0, title: `${field} ${title}`, status: 400, meta: { field } }])
}

/** 400 because the business says no; Teamleader may add a machine key. */
export function refused(title: string, key: string): ApiError {
  return new ApiError(400, [{ code: 0, title, status: 400, key }])
}
