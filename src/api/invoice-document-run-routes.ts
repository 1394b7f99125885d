import { z } from 'zod'
import type { Context } from '../context.ts'
import { type Door, errorResponses } from '../http/index.ts'
import {
  type DocumentKind,
  documentKinds,
  documentRunName,
  startRetrieval,
  startZip,
} from '../invoice-documents/index.ts'
import type { InvoiceSelection } from '../invoice-lists/index.ts'
import { languageOf } from './answers.ts'
import { invoiceSelectionInput, invoiceSelectionOf } from './invoice-inputs.ts'
import { todayOf } from './invoice-routes.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const tags = ['invoices']

const selectionInput = z
  .object({
    selection: invoiceSelectionInput(5_000),
    kind: z.enum(documentKinds).default('pdf'),
  })
  .meta({ id: 'InvoiceDocumentSelection' })

/** The documents of many invoices (promise B12): retrieve them now, or pack them into one file. */
export const invoiceDocumentRunRoutes: Door = async (app) => {
  const schema = { tags, body: selectionInput, response: { 202: longRunAnswer, ...errorResponses } }

  app.post('/invoices/documents/retrieve', { schema }, async (request, reply) => {
    const { ctx, body } = request
    const name = documentRunName({ does: 'retrieve', kind: body.kind }, languageOf(request))
    const run = await startRetrieval(ctx, { ...(await askedOf(request)), name })
    return reply.code(202).send(answerLongRun(run, ctx.now()))
  })

  app.post('/invoices/documents/zip', { schema }, async (request, reply) => {
    const { ctx } = request
    const name = documentRunName({ does: 'zip', today: await todayOf(ctx) }, languageOf(request))
    const run = await startZip(ctx, { ...(await askedOf(request)), name })
    return reply.code(202).send(answerLongRun(run, ctx.now()))
  })
}

type Asked = { ctx: Context; body: z.infer<typeof selectionInput> }

async function askedOf({ ctx, body }: Asked): Promise<{ selection: InvoiceSelection; kind: DocumentKind }> {
  return { selection: invoiceSelectionOf(body.selection, await todayOf(ctx)), kind: body.kind }
}
