import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, problemOf } from './errors.ts'

const usualWaitSeconds = 30

/** The last stop of every error of a request: logged once if it is ours, answered by the one table. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error)
  if (problem.isBug) request.log.error({ err: error }, 'request failed')
  if (problem.status === 503 || problem.status === 429)
    reply.header('retry-after', waitSeconds(problem, request))
  return reply.code(problem.status).type('application/json; charset=utf-8').send(bodyOf(problem, request))
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
  const { code, message, fields } = problem
  return { error: { code, message, ...(fields ? { fields } : {}), requestId: request.id } }
}

function waitSeconds(problem: Problem, request: FastifyRequest): number {
  if (!problem.retryAt) return usualWaitSeconds
  return Math.max(1, Math.ceil((problem.retryAt.getTime() - request.server.context.now().getTime()) / 1000))
}
