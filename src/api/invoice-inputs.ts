import { z } from 'zod'
import type { InvoiceFilter, InvoiceSelection } from '../invoice-lists/index.ts'
import { documentMarks, type Invoice, invitationMarks } from '../invoices/index.ts'
import type { CalendarDay } from '../values/index.ts'
import { calendarDayInput } from './answers.ts'

const profileReasons = [
  'invoice_field',
  'subscription_field',
  'customer',
  'connection',
] as const satisfies readonly Invoice['profileChosenBy'][]

type ProfileWarning = NonNullable<Invoice['profileWarning']>
const warningCodes: Readonly<Record<ProfileWarning, true>> = {
  unknown_profile: true,
  deleted_option: true,
  several_profiles: true,
  missing_field: true,
}
export const profileWarnings = Object.keys(warningCodes) as ProfileWarning[]

/** `true`: with any warning; `false`: with none; or one warning by its code. */
const warningInput = z.enum(['true', 'false', ...profileWarnings])

const filterFields = {
  q: z.string().max(200).optional(),
  profileId: z.string().max(100).optional(),
  chosenBy: z.enum(profileReasons).optional().describe('Which rule chose the profile'),
  customerId: z.string().max(100).optional(),
  currency: z.string().length(3).optional(),
  connectionId: z.string().max(100).optional(),
  departmentId: z.string().max(100).optional().describe('As the CRM names it; with connectionId'),
  document: z.enum(documentMarks).optional().describe('Where the PDF stands'),
  invitation: z.enum(invitationMarks).optional().describe('Where the invitation stands'),
  stop: z.enum(['hold', 'dispute', 'promise']).optional().describe('What keeps it from being asked for now'),
  dateOf: z.enum(['invoiceDate', 'dueDate']).optional().describe('Which day the period is about'),
  dateFrom: calendarDayInput.optional().describe('The first day that is in'),
  dateTo: calendarDayInput.optional().describe('The last day that is in'),
}

const states = z.enum(['open', 'overdue', 'paid', 'archived', 'all']).default('all')

/** What narrows the overview, in the address; the state comes apart, because the summary counts all of them. */
export const invoiceFilterQuery = z.object({ ...filterFields, warning: warningInput.optional() })

export const invoiceStateQuery = { state: states }

/** The same in a body, for work on all that the overview shows. */
export const invoiceFilterInput = z
  .object({
    ...filterFields,
    // As JSON has it, or as an address has it, so that a filter can be sent on as it stands there.
    warning: z.union([z.boolean(), warningInput]).optional(),
    state: states,
  })
  .meta({ id: 'InvoiceFilter' })

/** Invoices by id, or all that a filter shows. */
export function invoiceSelectionInput(mostIds: number) {
  return z
    .object({
      ids: z.array(z.string().max(100)).min(1).max(mostIds).optional(),
      filter: invoiceFilterInput.optional().describe('As in the overview; {} is every invoice'),
    })
    .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), 'Give ids or a filter')
}

type FilterFields = z.infer<typeof invoiceFilterQuery> | z.infer<typeof invoiceFilterInput>

/** The filter without what only the day decides. */
export function plainFilterOf(fields: FilterFields): Omit<InvoiceFilter, 'state' | 'today'> {
  const { profileId, chosenBy, customerId, currency, connectionId, departmentId } = fields
  const { document, invitation, stop, dateOf, dateFrom, dateTo } = fields
  const ids = { profileId, customerId, connectionId, departmentId }
  const period = { dateOf, dateFrom, dateTo }
  return {
    ...ids,
    ...period,
    search: fields.q,
    chosenBy,
    currency,
    document,
    invitation,
    stop,
    warning: warningOf(fields),
  }
}

function warningOf({ warning }: FilterFields): InvoiceFilter['warning'] {
  if (warning === 'true') return true
  return warning === 'false' ? false : warning
}

/** `today` is the day of the business: it decides what is overdue. */
export function invoiceFilterOf(
  input: z.infer<typeof invoiceFilterInput>,
  today: CalendarDay,
): InvoiceFilter {
  return { ...plainFilterOf(input), state: input.state, today }
}

type SelectionInput = z.infer<ReturnType<typeof invoiceSelectionInput>>

/** The selection that was asked for, on the business's day. */
export function invoiceSelectionOf({ ids, filter }: SelectionInput, today: CalendarDay): InvoiceSelection {
  return ids ? { ids } : { filter: invoiceFilterOf(filter ?? { state: 'all' }, today) }
}
