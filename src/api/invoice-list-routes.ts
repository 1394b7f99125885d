import { z } from 'zod'
import { listConnections } from '../connections/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { startInvoiceRefresh } from '../imports/index.ts'
import { exportFormats, startInvoiceExport } from '../invoice-exports/index.ts'
import { listCurrencies, totalInvoices } from '../invoice-lists/index.ts'
import { profileWarningWords } from '../profiles/index.ts'
import { languageOf } from './answers.ts'
import { invoiceSelectionInput, invoiceSelectionOf, profileWarnings } from './invoice-inputs.ts'
import { todayOf } from './invoice-routes.ts'
import { answerLongRun, longRunAnswer } from './long-run-routes.ts'

const tags = ['invoices']

const choicesAnswer = z
  .object({
    departments: z.array(z.object({ connectionId: z.string(), departmentId: z.string(), name: z.string() })),
    currencies: z.array(z.string()),
    warnings: z.array(z.object({ code: z.enum(profileWarnings), title: z.string() })),
  })
  .meta({ id: 'InvoiceChoices' })

const totalsAnswer = z
  .object({
    count: z.int(),
    totals: z.array(z.object({ currency: z.string(), totalCents: z.int(), openCents: z.int() })),
  })
  .meta({ id: 'InvoiceTotals' })

const selection = invoiceSelectionInput(10_000)
const totalsInput = z.object({ selection }).meta({ id: 'InvoiceSelection' })
const bulkInput = z.object({ selection, action: z.enum(['refresh']) }).meta({ id: 'InvoiceBulk' })
const exportInput = z
  .object({
    selection,
    format: z.enum(exportFormats),
    delimiter: z
      .enum([',', ';'])
      .default(';')
      .describe('Of a CSV file: what Excel expects in most of Europe'),
  })
  .meta({ id: 'InvoiceExport' })

/** What the overview offers to filter by, sums of a selection, and work on many invoices at once. */
export const invoiceListRoutes: Door = async (app) => {
  app.get(
    '/invoices/choices',
    { schema: { tags, response: { 200: choicesAnswer, ...errorResponses } } },
    async (request) => {
      const connections = await listConnections(request.ctx)
      const language = languageOf(request)
      return {
        departments: connections.flatMap(({ id, departments }) =>
          departments.map(({ externalId, name }) => ({ connectionId: id, departmentId: externalId, name })),
        ),
        currencies: await listCurrencies(request.ctx),
        warnings: profileWarnings.map((code) => ({ code, title: profileWarningWords(code, language).title })),
      }
    },
  )

  app.post(
    '/invoices/totals',
    { schema: { tags, body: totalsInput, response: { 200: totalsAnswer, ...errorResponses } } },
    async ({ ctx, body }) => totalInvoices(ctx, invoiceSelectionOf(body.selection, await todayOf(ctx))),
  )

  app.post(
    '/invoices/bulk',
    {
      schema: {
        tags,
        body: bulkInput,
        response: {
          200: z.object({ run: longRunAnswer }).meta({ id: 'InvoiceBulkAnswer' }),
          ...errorResponses,
        },
      },
    },
    async ({ ctx, body }) => {
      const asked = invoiceSelectionOf(body.selection, await todayOf(ctx))
      const connections = await listConnections(ctx)
      const name = connections.map(({ accountName }) => accountName).join(', ')
      return { run: answerLongRun(await startInvoiceRefresh(ctx, { selection: asked, name }), ctx.now()) }
    },
  )

  app.post(
    '/invoice-exports',
    { schema: { tags, body: exportInput, response: { 202: longRunAnswer, ...errorResponses } } },
    async (request, reply) => {
      const { ctx, body } = request
      const { format, delimiter } = body
      const asked = invoiceSelectionOf(body.selection, await todayOf(ctx))
      const run = await startInvoiceExport(ctx, {
        selection: asked,
        format,
        delimiter,
        language: languageOf(request),
      })
      return reply.code(202).send(answerLongRun(run, ctx.now()))
    },
  )
}
