import type { FastifyReply } from 'fastify'
import { pageStyle } from './page-assets.ts'

/**
 * The headers of a page whose address is a secret: it is kept nowhere, named to nobody, found by no search engine, framed by
 * no page, and runs nothing but our one script.
 */
export function pageHeaders(publicUrl: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${pageStyle.source}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(publicUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    ...hiddenHeaders,
  }
}

/** For whatever else is at such an address. */
export const hiddenHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
}

export function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  const { publicUrl } = reply.server.context.config
  return reply.code(status).headers(pageHeaders(publicUrl)).send(page)
}
