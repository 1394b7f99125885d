import { z } from 'zod'
import { endHolds, holdMany } from '../collection-stops/index.ts'
import { type Door, errorResponses } from '../http/index.ts'
import { invoiceSelectionInput, invoiceSelectionOf } from './invoice-inputs.ts'
import { todayOf } from './invoice-routes.ts'

const selection = invoiceSelectionInput(5_000)
const holdInput = z
  .object({ selection, reason: z.string().trim().max(500).nullish().describe('Why, for colleagues') })
  .meta({ id: 'InvoiceHold' })
const endInput = z.object({ selection }).meta({ id: 'InvoiceHoldEnd' })
const changedAnswer = z
  .object({ ids: z.array(z.string()).describe('The invoices that this changed') })
  .meta({ id: 'HeldInvoices' })

/** Hold, of many invoices at once (promise C10). */
export const holdRoutes: Door = async (app) => {
  const tags = ['messages']
  const response = { 200: changedAnswer, ...errorResponses }

  app.post('/invoices/hold', { schema: { tags, body: holdInput, response } }, async ({ ctx, body }) => {
    const asked = invoiceSelectionOf(body.selection, await todayOf(ctx))
    return { ids: await holdMany(ctx, { selection: asked, reason: body.reason }) }
  })
  app.post('/invoices/end-hold', { schema: { tags, body: endInput, response } }, async ({ ctx, body }) => {
    const asked = invoiceSelectionOf(body.selection, await todayOf(ctx))
    return { ids: await endHolds(ctx, { selection: asked }) }
  })
}
