import { z } from 'zod'
import { documentMarks, type InvoiceFilter } from '../invoices/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { flagQuery } from './answers.ts'

const filterFields = {
  q: z.string().max(200).optional(),
  profileId: z.string().max(100).optional(),
  customerId: z.string().max(100).optional(),
  currency: z.string().length(3).optional(),
  document: z.enum(documentMarks).optional().describe('Where the PDF stands'),
}

const states = z.enum(['open', 'overdue', 'paid', 'archived', 'all']).default('all')

/** What narrows the overview, in the address; the state comes apart, because the summary counts all of them. */
export const invoiceFilterQuery = z.object({ ...filterFields, warning: flagQuery.optional() })

export const invoiceStateQuery = { state: states }

/** The same in a body, for work on all that the overview shows. */
export const invoiceFilterInput = z
  .object({ ...filterFields, warning: z.boolean().optional(), state: states })
  .meta({ id: 'InvoiceFilter' })

type FilterFields = z.infer<typeof invoiceFilterQuery>

/** The filter without what only the day decides. */
export function plainFilterOf(fields: FilterFields): Omit<InvoiceFilter, 'state' | 'today'> {
  const { q, warning, profileId, customerId, currency, document } = fields
  return { search: q, hasWarning: warning, profileId, customerId, currency, document }
}

/** `today` is the day of the business: it decides what is overdue. */
export function invoiceFilterOf(
  input: z.infer<typeof invoiceFilterInput>,
  today: CalendarDay,
): InvoiceFilter {
  return { ...plainFilterOf(input), state: input.state, today }
}
