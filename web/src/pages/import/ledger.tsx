import { Button, Group, NativeSelect } from '@mantine/core'
import { IconCircleCheck, IconFilterOff, IconTransferIn } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportCause, ImportOutcome, ImportSummary } from '../../client/contract.ts'
import { importLinesQuery, importSummaryQuery } from '../../client/queries.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { type ImportSearch, importOutcomes } from '../../search.ts'
import { LedgerTable } from './ledger-table.tsx'

const route = getRouteApi('/inside/import')

/** One line for every invoice, filtered by outcome, reason and text; the filters live in the address. */
export function Ledger() {
  const search = route.useSearch()
  const { outcome, cause, q } = search
  const list = useInfiniteQuery(
    importLinesQuery({ ...(outcome && { outcome }), ...(cause && { cause }), ...(q && { q }) }),
  )
  const { data: summary } = useQuery(importSummaryQuery())
  const rows = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <LedgerFilters search={search} summary={summary} />
      {list.isError && !rows && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton />}
      {rows?.length === 0 && <NoLines search={search} />}
      {rows && rows.length > 0 && (
        <LedgerTable
          rows={rows}
          isStale={list.isPlaceholderData}
          more={
            list.hasNextPage
              ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
              : undefined
          }
        />
      )}
    </>
  )
}

function LedgerFilters({ search, summary }: { search: ImportSearch; summary: ImportSummary | undefined }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  function change(part: Partial<ImportSearch>) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  }
  const counts = summary?.counts
  const all = counts && importOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  const choose = (value: ImportOutcome | 'all') =>
    change({ outcome: value === 'all' ? undefined : value, cause: undefined })
  return (
    <div className="filters">
      <div className="filter-top">
        <FilterTabs
          label={t('import.outcomeLabel')}
          value={search.outcome ?? 'all'}
          options={[
            { value: 'all' as const, label: t('import.all'), count: all },
            ...importOutcomes.map((outcome) => ({
              value: outcome,
              label: t(`outcome.${outcome}`),
              count: counts?.[outcome],
            })),
          ]}
          onChange={choose}
        />
      </div>
      <Group gap="xs" mt="sm">
        <SearchBox
          label={t('import.searchLabel')}
          placeholder={t('import.searchPlaceholder')}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <CauseFilter value={search.cause} summary={summary} onChange={(cause) => change({ cause })} />
      </Group>
    </div>
  )
}

type CauseFilterProps = {
  value: ImportCause | undefined
  summary: ImportSummary | undefined
  onChange: (cause: ImportCause | undefined) => void
}

function CauseFilter({ value, summary, onChange }: CauseFilterProps) {
  const { t } = useTranslation()
  if (!summary || summary.causes.length === 0) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={t('import.causesLabel')}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(summary.causes.find(({ code }) => code === currentTarget.value)?.code)
      }
      data={[
        { value: '', label: t('import.allCauses') },
        ...summary.causes.map(({ code, title, count }) => ({
          value: code,
          label: t('import.causeCount', { title, count }),
        })),
      ]}
    />
  )
}

function NoLines({ search: { outcome, cause, q } }: { search: ImportSearch }) {
  const { t } = useTranslation()
  if (outcome === 'failed' && !cause && !q) {
    return <Empty icon={IconCircleCheck} title={t('import.nothingFailed')} />
  }
  if (!outcome && !cause && !q) {
    return <Empty icon={IconTransferIn} title={t('import.emptyTitle')} text={t('import.emptyText')} />
  }
  return (
    <Empty icon={IconFilterOff} title={t('import.noMatchTitle')} text={t('import.noMatchText')}>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/import" search={{}} {...props} />}
      >
        {t('common.clearFilters')}
      </Button>
    </Empty>
  )
}
