import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findSession, type Membership, membershipsOf, type Session } from '../access/index.ts'
import { type Context, forAllCreditors, forCreditor } from '../context.ts'
import { NotAllowedError } from '../errors.ts'

/**
 * Who may call a route. `public`: anybody, a session is used if there is one. `machine`: a program that proves
 * itself by other means than a cookie. A route that says nothing is for signed-in people.
 */
export type RouteAccess = 'public' | 'machine' | 'user' | 'administrator'

declare module 'fastify' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface FastifyContextConfig {
    access?: RouteAccess
    /** False for a request that the page makes by itself: it does not keep an idle session alive. */
    keepsSession?: boolean
    /** A file comes in: its body may take long, as long as bytes keep coming. */
    receivesFiles?: boolean
  }
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface FastifyInstance {
    context: Context
  }
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface FastifyRequest {
    /** For a signed-in person: of the creditor they work for, with them as actor. Otherwise across creditors. */
    ctx: Context
    session: Session | undefined
    membership: Membership | undefined
  }
}

/** Says which of their creditors a person works for in this request; without it, their first. */
const creditorHeader = 'x-vorder-creditor'

/** Gives each request its context, and keeps out whoever may not call the route. */
export function giveRequestsContext(app: FastifyInstance, context: Context): void {
  app.decorate('context', context)
  app.decorateRequest('ctx')
  app.decorateRequest('session')
  app.decorateRequest('membership')
  app.addHook('onRequest', async (request, reply) => {
    request.ctx = forAllCreditors(context)
    const access = request.is404 ? 'machine' : (request.routeOptions.config.access ?? 'user')
    if (access === 'machine') return
    const keepsSession = request.routeOptions.config.keepsSession ?? true
    request.session = await findSession(request.ctx, request.headers.cookie, { renew: keepsSession })
    for (const line of request.session?.setCookies ?? []) reply.header('set-cookie', line)
    if (request.session) await workForCreditor(request, request.session)
    if (access !== 'public') checkAccess(request, access)
  })
}

async function workForCreditor(request: FastifyRequest, session: Session): Promise<void> {
  const { id, name } = session.user
  const memberships = await membershipsOf(request.ctx, id)
  const wanted = request.headers[creditorHeader]
  const membership = wanted ? memberships.find(({ creditorId }) => creditorId === wanted) : memberships[0]
  if (membership) workAs(request, membership, { id, name })
}

function workAs(
  request: FastifyRequest,
  membership: Membership,
  { id, name }: { id: string; name: string },
): void {
  request.membership = membership
  request.ctx = { ...forCreditor(request.ctx, membership.creditorId), actor: { kind: 'user', id, name } }
}

/**
 * Lets a request work for another of the person's businesses than its header says, where no header can be sent: a page
 * that a CRM leads back to, a stream that a browser opens. Throws NotAllowedError when it is none of theirs.
 */
export async function switchCreditor(
  request: FastifyRequest,
  creditorId: string,
  access: 'user' | 'administrator' = 'user',
): Promise<void> {
  const { user } = sessionOf(request)
  const memberships = await membershipsOf(request.ctx, user.id)
  const membership = memberships.find((one) => one.creditorId === creditorId)
  if (!membership) throw new NotAllowedError('You do not work for this business')
  workAs(request, membership, user)
  checkAccess(request, access)
}

function checkAccess(request: FastifyRequest, access: RouteAccess): void {
  if (!request.session) throw new NotAllowedError('Sign in first', 'not_signed_in')
  if (!request.membership) throw new NotAllowedError('You do not work for this business')
  if (access === 'administrator' && request.membership.role !== 'administrator') {
    throw new NotAllowedError('Only an administrator may do this')
  }
}

/** The session of a route for signed-in people. */
export function sessionOf(request: FastifyRequest): Session {
  if (!request.session) throw new NotAllowedError('Sign in first', 'not_signed_in')
  return request.session
}
