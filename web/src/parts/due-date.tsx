import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../client/contract.ts'
import { useFormats, useNow } from './use-formats.ts'

const dayMs = 86_400_000
/** Nearer than this the number of days is worth the space. */
const soonDays = 7

/** The due date; while money is open also how near or how late it is. */
export function DueDate({ invoice }: { invoice: Pick<InvoiceItem, 'dueDate' | 'state'> }) {
  const formats = useFormats()
  if (!invoice.dueDate) return null
  return (
    <span className="due">
      <span className="nowrap">{formats.day(invoice.dueDate)}</span> <Nearness invoice={invoice} />
    </span>
  )
}

function Nearness({ invoice }: { invoice: Pick<InvoiceItem, 'dueDate' | 'state'> }) {
  const { t } = useTranslation()
  const days = daysUntil(invoice.dueDate ?? '', useNow())
  if (invoice.state === 'paid' || invoice.state === 'archived' || days > soonDays) return null
  if (days < 0) return <span className="late nowrap">{t('invoices.lateBy', { count: -days })}</span>
  if (days === 0) return <span className="soon nowrap">{t('invoices.dueToday')}</span>
  return <span className="quiet nowrap">{t('invoices.dueIn', { count: days })}</span>
}

/** Whole calendar days from today by this computer's calendar; negative when past. */
function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / dayMs)
}
