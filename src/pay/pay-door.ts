import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { TooManyAttemptsError } from '../access/index.ts'
import { NotFoundError } from '../errors.ts'
import { attachmentHeaders, type Door, inlineHeaders, noteProblem } from '../http/index.ts'
import { documentFileName, openDocument } from '../invoice-documents/index.ts'
import { findPaymentLink, type OpenedLink, paymentPath } from '../payment-links/index.ts'
import { newStamp } from './form-stamp.ts'
import { pageScript } from './page-assets.ts'
import { hiddenHeaders, sendPage } from './page-headers.ts'
import { languageAsked, languageWanted } from './page-language.ts'
import { notePage } from './page-shell.ts'
import { pageWords } from './page-words.ts'
import { paymentPage } from './payment-page.ts'
import { readPaymentPage } from './read-payment-page.ts'
import { receiveQuestion } from './receive-question.ts'

/** A form is far smaller. */
const formLimitBytes = 16 * 1024
const minute = 60_000
const hour = 60 * minute

/** Per client address. An office behind one address opens many pages; nobody mistypes many links. */
const unknownLinks = { max: 20, timeWindow: minute }

/** No session, no cookie: the address is the only proof, and reading it changes nothing. */
const open = (max: number, timeWindow: number): RouteShorthandOptions => ({
  config: { access: 'machine', rateLimit: { max, timeWindow } },
  schema: { hide: true },
})

type Asked = FastifyRequest<{ Params: { token: string } }>

/**
 * The pages that a customer opens (promise C6). A link that is unknown and one that was revoked get the same answer, and
 * whoever tries many is made to wait.
 */
export const payDoor: Door = async (app) => {
  const countUnknown = app.createRateLimit(unknownLinks)
  app.setErrorHandler(answerInPage)
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimitBytes },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )

  async function findLink(request: Asked): Promise<OpenedLink> {
    const link = await findPaymentLink(app.context, request.params.token)
    if (link) return link
    const { isAllowed, ...count } = await countUnknown(request)
    if (!isAllowed && 'isExceeded' in count && count.isExceeded)
      throw new TooManyAttemptsError(new Date(app.context.now().getTime() + count.ttl))
    throw new NotFoundError('There is no such payment link')
  }

  app.get(`${paymentPath}/assets/:name`, open(600, minute), async (request, reply) => {
    if (request.url !== pageScript.path) throw new NotFoundError('There is no such file')
    return reply
      .headers({ 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' })
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(pageScript.text)
  })

  app.get(`${paymentPath}/:token`, open(300, minute), async (request: Asked, reply) => {
    const link = await findLink(request)
    return sendLinkPage(request, reply, link)
  })

  app.get(`${paymentPath}/:token/invoice.pdf`, open(120, minute), async (request: Asked, reply) => {
    const link = await findLink(request)
    if (link.state === 'expired') return sendExpired(request, reply)
    const { hasDocument } = await readPaymentPage(link.ctx, link.invoiceId)
    if (!hasDocument) throw new NotFoundError('This page shows no document')
    const { bytes, contentType, number } = await openDocument(link.ctx, {
      invoiceId: link.invoiceId,
      kind: 'pdf',
    })
    const name = documentFileName(number ?? 'invoice', 'pdf')
    const file = { name, contentType, sizeBytes: bytes.length }
    const isDownload = (request.query as { download?: unknown }).download === 'true'
    const headers = isDownload ? attachmentHeaders(file) : inlineHeaders(file)
    return reply.headers({ ...headers, ...hiddenHeaders }).send(bytes)
  })

  app.post(`${paymentPath}/:token/question`, open(60, hour), async (request: Asked, reply) => {
    const link = await findLink(request)
    if (link.state === 'expired') return sendExpired(request, reply)
    return receiveQuestion(request, reply, link)
  })

  strayAddresses(app)
}

/** A tab with the answer to a form is opened again later, and mail programs spoil addresses: a person reads each answer. */
function strayAddresses(app: Parameters<Door>[0]): void {
  app.get(`${paymentPath}/:token/question`, open(300, minute), async (request: Asked, reply) => {
    const language = languageAsked(request)
    const page = `${paymentPath}/${encodeURIComponent(request.params.token)}`
    return reply
      .headers(hiddenHeaders)
      .redirect(`${page}${language ? `?lang=${language}` : ''}#question`, 303)
  })
  app.get(`${paymentPath}/*`, open(300, minute), async () => {
    throw new NotFoundError('There is no such page')
  })
}

async function sendLinkPage(request: Asked, reply: FastifyReply, link: OpenedLink): Promise<FastifyReply> {
  if (link.state === 'expired') return sendExpired(request, reply)
  const page = await readPaymentPage(link.ctx, link.invoiceId)
  const isAsked = (request.query as { asked?: unknown }).asked === '1'
  const view = {
    token: request.params.token,
    language: languageAsked(request) ?? page.language,
    form: {
      stamp: newStamp(link.ctx, link.linkId),
      outcome: isAsked ? ('asked' as const) : ('new' as const),
      values: { name: '', email: '', text: '' },
      wrong: [],
    },
  }
  return sendPage(reply, 200, paymentPage(page, view))
}

/** Says nothing of the invoice: who has an old link has no claim on it any more. */
function sendExpired(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageWanted(request)
  const words = pageWords(language)
  return sendPage(reply, 410, notePage(language, words.expired, words.expiredExplained))
}

async function answerInPage(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { status } = await noteProblem(error, request, reply)
  const language = languageWanted(request)
  const words = pageWords(language)
  const [title, explanation] =
    status === 404
      ? [words.unknown, words.unknownExplained]
      : status === 429
        ? [words.tooMany, words.tooManyExplained]
        : status >= 500
          ? [words.unavailable, words.unavailableExplained]
          : [words.notRead, words.notReadExplained]
  return sendPage(reply, status, notePage(language, title, explanation))
}
