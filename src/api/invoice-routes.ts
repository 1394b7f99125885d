import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listConnections } from '../connections/index.ts'
import type { Context } from '../context.ts'
import { getCreditor } from '../creditors/index.ts'
import { getCustomer } from '../customers/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { listImportLines, refreshInvoice } from '../imports/index.ts'
import { listDocuments } from '../invoice-documents/index.ts'
import { type InvoiceFilter, invoiceSorts, listInvoices, summariseInvoices } from '../invoice-lists/index.ts'
import { getInvoice } from '../invoices/index.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'
import { languageOf, moneyAnswer, pageOf, pageQuery } from './answers.ts'
import {
  answerInvoice,
  answerInvoiceDetail,
  invoiceAnswer,
  invoiceDetailAnswer,
  type Said,
} from './invoice-answers.ts'
import { invoiceFilterQuery, invoiceStateQuery, plainFilterOf } from './invoice-inputs.ts'

const listQuery = pageQuery.extend({
  ...invoiceFilterQuery.shape,
  ...invoiceStateQuery,
  sort: z.enum(invoiceSorts).default('invoiceDate'),
  order: z.enum(['asc', 'desc']).default('desc'),
})

const moreThanMany = '10001: more than ten thousand'
const count = z.int().describe(moreThanMany)
const summaryAnswer = z
  .object({
    counts: z.object({ open: count, overdue: count, paid: count, archived: count, all: count }),
    openTotals: z.array(moneyAnswer).describe('What is expected still; none of more than 100,000 open ones'),
    totals: z.array(moneyAnswer).describe('What all come to; none while isCapped'),
    isCapped: z.boolean().describe('There are more than ten thousand'),
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
        today: await todayOf(request.ctx),
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

/** The day of the business: it decides what is overdue. */
export async function todayOf(ctx: Context): Promise<CalendarDay> {
  const { timeZone } = await getCreditor(ctx)
  return dayIn(timeZone, ctx.now())
}

async function saidTo(request: FastifyRequest): Promise<Said> {
  return {
    today: await todayOf(request.ctx),
    language: languageOf(request),
    connections: await listConnections(request.ctx),
  }
}

async function answerOne(request: FastifyRequest, invoiceId: string) {
  const { ctx } = request
  const invoice = await getInvoice(ctx, invoiceId)
  const customer = await getCustomer(ctx, invoice.customerId)
  const [line] = await listImportLines(ctx, { externalId: invoice.externalId, limit: 1 })
  return answerInvoiceDetail(invoice, {
    ...(await saidTo(request)),
    customer,
    importLineId: line?.id ?? null,
    now: ctx.now(),
    documents: await listDocuments(ctx, invoiceId),
  })
}
