import { Group } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceSummary } from '../../client/contract.ts'
import { useCountWords } from '../../parts/count-words.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { invoiceStates } from '../../search.ts'
import { withLazyTexts } from '../../texts/lazy-texts.ts'
import { isNarrowed } from './invoice-filters.ts'
import type { ListToolsProps } from './list-tools.tsx'
import { ListTotals } from './list-totals.tsx'

// Not needed to see the first invoices: it comes right after them.
const ListTools = lazy(async () => ({
  default: (await withLazyTexts(import('./list-tools.tsx'))).ListTools,
}))

type InvoiceFilterBarProps = Omit<ListToolsProps, 'matching'> & { summary: InvoiceSummary | undefined }

/** States with their counts, the sums of what is shown, the search, and what narrows the list further. */
export function InvoiceFilterBar({ summary, ...props }: InvoiceFilterBarProps) {
  const { t } = useTranslation()
  const { search, onChange } = props
  const words = useCountWords()
  const state = search.state ?? 'open'
  return (
    <div className="filters">
      <Group justify="space-between" align="flex-end" gap="md" className="filter-top">
        <FilterTabs
          label={t('invoices.stateLabel')}
          value={state}
          options={invoiceStates.map((value) => ({
            value,
            label: t(`invoices.${value}`),
            count: summary && words.count(summary.counts[value]),
          }))}
          onChange={(value) => onChange({ state: value })}
        />
        <ListTotals filters={props.filters} summary={summary} />
      </Group>
      <div className="filter-tools">
        <SearchBox
          label={t('invoices.searchLabel')}
          placeholder={t('invoices.searchPlaceholder')}
          value={search.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
        />
        <Suspense fallback={<span className={isNarrowed(search) ? 'tools-room two' : 'tools-room'} />}>
          <ListTools {...props} matching={summary?.counts[state]} />
        </Suspense>
      </div>
    </div>
  )
}
