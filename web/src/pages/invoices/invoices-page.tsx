import { Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { savedViewsQuery } from '../../client/invoice-list-calls.ts'
import { connectionsQuery, invoiceSummaryQuery, invoicesQuery, sessionQuery } from '../../client/queries.ts'
import { ExactInstant } from '../../parts/instant.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { todayIn } from '../../parts/today-in.ts'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { useRowSelection } from '../../parts/use-row-selection.ts'
import type { InvoicesSearch } from '../../search.ts'
import { withLazyTexts } from '../../texts/lazy-texts.ts'
import { ImportMenu } from './import-menu.tsx'
import { InvoiceFilterBar } from './invoice-filter-bar.tsx'
import { filtersOf } from './invoice-filters.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { NoInvoices } from './no-invoices.tsx'
import { useColumnChoice } from './use-column-choice.ts'

const SelectionBar = lazy(async () => ({
  default: (await withLazyTexts(import('./selection-bar.tsx'))).SelectionBar,
}))

const route = getRouteApi('/inside/invoices')

/** All invoices; what is shown lives in the address. */
export function InvoicesPage() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const shown = useShownInvoices(route.useSearch())
  const { search, summary, selection, filters } = shown

  function change(part: Partial<InvoicesSearch>) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  }

  return (
    <>
      <PageHead title={t('invoices.title')} intro={<Freshness />}>
        <ImportMenu />
      </PageHead>
      <InvoiceFilterBar
        search={search}
        filters={filters}
        today={shown.today}
        columns={shown.columns}
        summary={summary}
        onChange={change}
      />
      <ShownInvoices shown={shown} onChange={change} />
      <Suspense>
        {!selection.isEmpty && (
          <SelectionBar
            selection={selection}
            matching={summary?.counts[filters.state ?? 'open'] ?? 0}
            hasMore={shown.list.hasNextPage}
          />
        )}
      </Suspense>
    </>
  )
}

function useShownInvoices(search: InvoicesSearch) {
  const today = useToday()
  const filters = filtersOf(search, today)
  const columns = useChosenColumns(search.view)
  const sorting = { by: search.sort ?? 'invoiceDate', order: search.order ?? 'desc' } as const
  const list = useInfiniteQuery(invoicesQuery({ ...filters, sort: sorting.by, order: sorting.order }))
  const { data: summary } = useQuery(invoiceSummaryQuery(filters))
  const rows = list.data?.pages.flatMap((page) => page.items)
  const selection = useRowSelection({
    shown: rows ?? [],
    filters,
    nameOf: (row) => row.number ?? row.customerName,
  })
  return { search, today, filters, columns, sorting, list, summary, rows, selection }
}

/** Where the business is; the list follows when the day ends while it is open. */
function useToday(): string {
  const { data: session } = useQuery(sessionQuery())
  return todayIn(session?.creditor?.timeZone ?? 'Europe/Brussels', useNow())
}

function useChosenColumns(viewId: string | undefined) {
  const { data: views } = useQuery({ ...savedViewsQuery(), enabled: viewId !== undefined })
  return useColumnChoice(
    viewId,
    views?.items.find(({ id }) => id === viewId),
  )
}

type ShownInvoicesProps = {
  shown: ReturnType<typeof useShownInvoices>
  onChange: (part: Partial<InvoicesSearch>) => void
}

function ShownInvoices({
  shown: { search, columns, sorting, list, summary, rows, selection },
  onChange,
}: ShownInvoicesProps) {
  if (list.isPending) return <ListSkeleton />
  if (!rows) return <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) return <NoInvoices search={search} summary={summary} />
  return (
    <InvoiceTable
      rows={rows}
      columns={columns.shown}
      selection={selection.rows}
      isStale={list.isPlaceholderData}
      sorting={{ ...sorting, onSort: (sort, order) => onChange({ sort, order }) }}
      more={
        list.hasNextPage
          ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
          : undefined
      }
    />
  )
}

/** How far the list can be trusted: when it was last compared with Teamleader. */
function Freshness() {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const { data } = useQuery(connectionsQuery())
  if (!data) return <Text inherit>&nbsp;</Text>
  const connected = data.items.filter((connection) => connection.state === 'connected')
  const at = connected.map((connection) => connection.lastReconciledAt).find((value) => value !== null)
  if (connected.length === 0) return t('invoices.notConnected')
  if (!at)
    return connected.some((connection) => connection.importInvoicesAutomatically)
      ? null
      : t('invoices.automaticOff')
  return (
    <ExactInstant at={at} isSentence>
      {t('invoices.checked', { ago: formats.ago(at, now) })}
    </ExactInstant>
  )
}
