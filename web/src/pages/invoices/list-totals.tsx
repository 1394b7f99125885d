import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InvoiceFilters, InvoiceSummary } from '../../client/contract.ts'
import { invoiceTotalsQuery } from '../../client/invoice-list-calls.ts'
import { countLimit } from '../../parts/count-words.ts'
import { useFormats } from '../../parts/use-formats.ts'

type ListTotalsProps = { filters: InvoiceFilters; summary: InvoiceSummary | undefined }

/**
 * What all that the tab and the filters show comes to, per currency. Of more than ten thousand only what is still to be
 * paid, which the summary says: the rest would be long to add up.
 */
export function ListTotals(props: ListTotalsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const sums = useSums(props)
  const isSettled = props.filters.state === 'paid' || props.filters.state === 'archived'
  if (sums.length === 0) return null
  return (
    <div className="open-totals">
      <span>{isSettled ? t('invoices.together') : t('invoices.openTotal')}</span>
      {sums.map(({ currency, openCents, totalCents }) => {
        const total = totalCents === null ? null : formats.money({ currency, amountCents: totalCents })
        const isPart = !isSettled && total !== null && totalCents !== openCents
        return (
          <span key={currency} className="figures">
            <strong>{isSettled ? total : formats.money({ currency, amountCents: openCents })}</strong>
            {isPart && <span className="of-total">{t('invoices.ofTotal', { total })}</span>}
          </span>
        )
      })}
    </div>
  )
}

type Sum = { currency: string; openCents: number; totalCents: number | null }

function useSums({ filters, summary }: ListTotalsProps): Sum[] {
  const state = filters.state ?? 'open'
  const count = summary?.counts[state] ?? 0
  const isCounted = count > 0 && count <= countLimit
  const { data } = useQuery({ ...invoiceTotalsQuery({ filter: filters }), enabled: isCounted })
  if (isCounted && data) return data.totals
  if (!summary || (state !== 'open' && state !== 'all')) return []
  return summary.openTotals.map(({ currency, amountCents }) => ({
    currency,
    openCents: amountCents,
    totalCents: null,
  }))
}
