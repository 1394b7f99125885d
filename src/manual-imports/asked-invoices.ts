import type { CrmInvoice } from '../crm/index.ts'
import { InvalidInputError } from '../errors.ts'
import { type CalendarDay, dayIn } from '../values/index.ts'

/** The days of a period, both included, on the calendar of the account. */
export type Period = { from: CalendarDay; to: CalendarDay }

/** What a person asks for: a period, invoice numbers, or invoices by their id in the CRM; of some departments, or of all. */
export type AskedInvoices = ({ period: Period } | { numbers: string[] } | { externalIds: string[] }) & {
  departmentExternalIds?: string[] | null
}

/** The last thirty days (promise B7): the day thirty days ago is in, the one before is not. */
export function defaultPeriod(today: CalendarDay): Period {
  return { from: Temporal.PlainDate.from(today).subtract({ days: 30 }).toString(), to: today }
}

/** As it is asked for: blanks and doubles go. Throws InvalidInputError. */
export function tidyAsked(asked: AskedInvoices): AskedInvoices {
  const departments = asked.departmentExternalIds?.length ? unique(asked.departmentExternalIds) : null
  const rest = { departmentExternalIds: departments }
  if ('period' in asked) {
    if (asked.period.from > asked.period.to)
      throw new InvalidInputError('The period ends before it begins', [
        { path: 'period.to', message: 'before the first day' },
      ])
    return { period: asked.period, ...rest }
  }
  const path = 'numbers' in asked ? 'numbers' : 'externalIds'
  const names = unique('numbers' in asked ? asked.numbers : asked.externalIds)
  if (names.length === 0)
    throw new InvalidInputError('Give at least one invoice', [{ path, message: 'nothing to look for' }])
  return path === 'numbers' ? { numbers: names, ...rest } : { externalIds: names, ...rest }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
}

/**
 * Whether an invoice that the CRM showed belongs to what was asked. In a period it is by its invoice date or by the day on
 * which it was made in the CRM, as the account's calendar has that day (promise B7).
 */
export function isAskedFor(
  asked: AskedInvoices,
  invoice: Pick<CrmInvoice, 'invoiceDate' | 'createdAt' | 'departmentExternalId'>,
  timeZone: string,
): boolean {
  const { departmentExternalIds: departments } = asked
  if (departments && !departments.includes(invoice.departmentExternalId ?? '')) return false
  if (!('period' in asked)) return true
  const days = [invoice.invoiceDate, invoice.createdAt && dayIn(timeZone, invoice.createdAt)]
  return days.some((day) => day !== null && day >= asked.period.from && day <= asked.period.to)
}

/** What a person recognises a run by. */
export function nameOfAsked(asked: AskedInvoices): string {
  if ('period' in asked) return `${asked.period.from} – ${asked.period.to}`
  const names = 'numbers' in asked ? asked.numbers : asked.externalIds
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ')
}
