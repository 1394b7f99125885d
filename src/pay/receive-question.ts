import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotAllowedError } from '../errors.ts'
import { type OpenedLink, paymentPath } from '../payment-links/index.ts'
import { askQuestion } from '../questions/index.ts'
import { isEmailAddress } from '../values/index.ts'
import { newStamp, readStamp } from './form-stamp.ts'
import { sendPage } from './page-headers.ts'
import { languageAsked } from './page-language.ts'
import type { FormState, QuestionField } from './page-view.ts'
import { paymentPage } from './payment-page.ts'
import { oneLine } from './payment-reference.ts'
import { longestOf } from './question-section.ts'
import { readPaymentPage } from './read-payment-page.ts'

type Filled = Record<QuestionField, string>

/**
 * A question from the form (promise C6). What fills in the field that nobody sees is a program: it hears thanks, and nothing
 * is kept. A form sent faster than a person writes, or kept for a day, asks for one more press of the button.
 */
export async function receiveQuestion(
  request: FastifyRequest<{ Params: { token: string } }>,
  reply: FastifyReply,
  link: OpenedLink,
): Promise<FastifyReply> {
  refuseStrangers(request)
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const language = languageAsked(request)
  const thanks = `${paymentPath}/${request.params.token}?${language ? `lang=${language}&` : ''}asked=1#question`
  if (form.get('website')) return reply.redirect(thanks, 303)
  const page = await readPaymentPage(link.ctx, link.invoiceId)
  // The form was opened before the profile stopped taking questions: the page as it is now has none.
  if (!page.takesQuestions) return reply.redirect(`${paymentPath}/${request.params.token}`, 303)
  const state = await take(link, form)
  if (state.outcome === 'asked') return reply.redirect(thanks, 303)
  const view = { token: request.params.token, language: language ?? page.language, form: state }
  return sendPage(reply, state.outcome === 'too_many' ? 429 : 422, paymentPage(page, view))
}

/** Browsers say where a form comes from. `Origin` says nothing here: pages without a referrer send none. */
function refuseStrangers(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new NotAllowedError('This form came from a page at another address')
}

async function take({ ctx, linkId, invoiceId }: OpenedLink, form: URLSearchParams): Promise<FormState> {
  const values = readForm(form)
  const stamp = form.get('stamp') ?? ''
  const wrong = wrongFields(values)
  const { age, formId } = readStamp(ctx, linkId, stamp)
  if (age === 'unknown') return { stamp: newStamp(ctx, linkId), outcome: 'send_again', values, wrong }
  if (wrong.length > 0) return { stamp, outcome: 'mend', values, wrong }
  if (age === 'too_fast') return { stamp, outcome: 'send_again', values, wrong }
  const { name, email, text: body } = values
  const outcome = await askQuestion(ctx, { invoiceId, formId, name, email, body })
  return { stamp, outcome, values, wrong }
}

/** As a person wrote it, without what cannot be stored or is not seen. */
function readForm(form: URLSearchParams): Filled {
  const text = (form.get('text') ?? '')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  return { name: oneLine(form.get('name') ?? ''), email: oneLine(form.get('email') ?? ''), text }
}

function wrongFields(values: Filled): QuestionField[] {
  const fields: QuestionField[] = ['name', 'email', 'text']
  return fields.filter((field) => {
    const value = values[field]
    if (value === '' || value.length > longestOf[field]) return true
    return field === 'email' && !isEmailAddress(value)
  })
}
