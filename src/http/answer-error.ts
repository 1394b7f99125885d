import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { databaseIsAway, isDatabaseThere } from './database-health.ts'
import { type Problem, problemOf } from './errors.ts'

const usualWaitSeconds = 30

/** The last stop of every error of a request: logged once if it is ours, answered by the one table. */
export async function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = await noteProblem(error, request, reply)
  return reply.code(problem.status).type('application/json; charset=utf-8').send(bodyOf(problem, request))
}

/** What an error means, logged if it is ours, with how long to wait in the answer's headers; for a door that answers in pages. */
export async function noteProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Problem> {
  const problem = await problemOrDatabaseAway(error, request.server.context)
  if (problem.isBug) request.log.error({ err: error }, 'request failed')
  if (problem.status === 503 || problem.status === 429)
    reply.header('retry-after', waitSeconds(problem, request))
  return problem
}

/** What looks like our bug may be the database that has just gone: the database is asked, not the error's words. */
async function problemOrDatabaseAway(error: unknown, context: Context): Promise<Problem> {
  const problem = problemOf(error)
  if (!problem.isBug || (await isDatabaseThere(context))) return problem
  return { ...problemOf(databaseIsAway(context)), isBug: true }
}

/** The answer for an address that does not exist; never an error in the log. */
export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem: Problem = {
    status: 404,
    code: 'not_found',
    message: 'There is nothing at this address',
    isBug: false,
  }
  return reply.code(404).type('application/json; charset=utf-8').send(bodyOf(problem, request))
}

function bodyOf(problem: Problem, request: FastifyRequest) {
  const { code, message, fields, details } = problem
  const about = { ...(fields && { fields }), ...(details && { details }) }
  return { error: { code, message, ...about, requestId: request.id } }
}

function waitSeconds(problem: Problem, request: FastifyRequest): number {
  if (!problem.retryAt) return usualWaitSeconds
  return Math.max(1, Math.ceil((problem.retryAt.getTime() - request.server.context.now().getTime()) / 1000))
}
