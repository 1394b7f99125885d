import type { FastifyRequest } from 'fastify'
import { NotAllowedError } from '../errors.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses a change that another site's page asks for in a person's browser (cross-site request forgery). Browsers
 * say where a request comes from in `Sec-Fetch-Site` and `Origin`; programs send neither and carry no cookie of
 * anyone. Comparing `Origin` with our own public address also stops pages that point their own name at us.
 */
export function checkSameOrigin(request: FastifyRequest, publicUrl: string): void {
  if (safeMethods.has(request.method) || request.routeOptions.config.access === 'machine') return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refusal(publicUrl)
  if (origin !== undefined && !isOurOrigin(origin, request.headers.host, publicUrl)) throw refusal(publicUrl)
}

function isOurOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false
  const asked = new URL(origin)
  if (asked.origin === new URL(publicUrl).origin) return true
  return loopbackHosts.has(asked.hostname) && asked.host === host
}

function refusal(publicUrl: string): NotAllowedError {
  return new NotAllowedError(
    `This request came from a page at another address than ${publicUrl}. If that is how you reach Vorder, set VORDER_PUBLIC_URL to it.`,
  )
}
