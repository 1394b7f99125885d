import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getConnection } from '../connections/index.ts'
import { getCreditor } from '../creditors/index.ts'
import { getCustomer } from '../customers/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { listImportLines, refreshInvoice } from '../imports/index.ts'
import { listDocuments } from '../invoice-documents/index.ts'
import { getInvoice, type InvoiceFilter, listInvoices, summariseInvoices } from '../invoices/index.ts'
import { dayIn } from '../values/index.ts'
import { languageOf, moneyAnswer, pageOf, pageQuery } from './answers.ts'
import { answerInvoice, answerInvoiceDetail, invoiceAnswer, invoiceDetailAnswer } from './invoice-answers.ts'
import { invoiceFilterQuery, invoiceStateQuery, plainFilterOf } from './invoice-inputs.ts'

const listQuery = pageQuery.extend({
  ...invoiceFilterQuery.shape,
  ...invoiceStateQuery,
  sort: z.enum(['invoiceDate', 'dueDate', 'number', 'openAmount', 'customer']).default('invoiceDate'),
  order: z.enum(['asc', 'desc']).default('desc'),
})

const summaryAnswer = z
  .object({
    counts: z.object({ open: z.int(), overdue: z.int(), paid: z.int(), archived: z.int(), all: z.int() }),
    openTotals: z.array(moneyAnswer),
  })
  .meta({ id: 'InvoiceSummary' })

/** The invoices: overview, sums, one invoice, and another look at it in the CRM. */
export const invoiceRoutes: Door = async (app) => {
  const tags = ['invoices']
  const params = z.object({ id: z.string() })

  app.get(
    '/invoices',
    { schema: { tags, querystring: listQuery, response: { 200: pageOf(invoiceAnswer), ...errorResponses } } },
    async (request) => {
      const { state, sort, order, cursor, limit } = request.query
      const said = await saidTo(request)
      const filter: InvoiceFilter = { ...plainFilterOf(request.query), state, today: said.today }
      const page = await listInvoices(request.ctx, { filter, sort, order, cursor, limit })
      return { items: page.items.map((invoice) => answerInvoice(invoice, said)), nextCursor: page.nextCursor }
    },
  )

  app.get(
    '/invoices/summary',
    {
      schema: { tags, querystring: invoiceFilterQuery, response: { 200: summaryAnswer, ...errorResponses } },
    },
    async (request) =>
      summariseInvoices(request.ctx, {
        ...plainFilterOf(request.query),
        today: (await saidTo(request)).today,
      }),
  )

  app.get(
    '/invoices/:id',
    { schema: { tags, params, response: { 200: invoiceDetailAnswer, ...errorResponses } } },
    (request) => answerOne(request, request.params.id),
  )

  app.post(
    '/invoices/:id/refresh',
    {
      schema: {
        tags,
        params,
        response: {
          200: z
            .object({ outcome: z.string(), invoice: invoiceDetailAnswer })
            .meta({ id: 'RefreshedInvoice' }),
          ...errorResponses,
        },
      },
    },
    async (request) => {
      const line = await refreshInvoice(request.ctx, { invoiceId: request.params.id })
      return { outcome: line.outcome, invoice: await answerOne(request, request.params.id) }
    },
  )
}

async function saidTo(request: FastifyRequest) {
  const { timeZone } = await getCreditor(request.ctx)
  return { today: dayIn(timeZone, request.ctx.now()), language: languageOf(request) }
}

async function answerOne(request: FastifyRequest, invoiceId: string) {
  const { ctx } = request
  const invoice = await getInvoice(ctx, invoiceId)
  const customer = await getCustomer(ctx, invoice.customerId)
  const { departments } = await getConnection(ctx, { connectionId: invoice.connectionId })
  const department = departments.find(({ externalId }) => externalId === invoice.departmentExternalId)
  const [line] = await listImportLines(ctx, { externalId: invoice.externalId, limit: 1 })
  return answerInvoiceDetail(invoice, {
    ...(await saidTo(request)),
    customer,
    departmentName: department?.name ?? null,
    importLineId: line?.id ?? null,
    now: ctx.now(),
    documents: await listDocuments(ctx, invoiceId),
  })
}
