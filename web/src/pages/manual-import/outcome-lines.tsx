import { Text } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportOutcome } from '../../client/contract.ts'
import { manualLinesQuery } from '../../client/invoice-calls.ts'
import type { ManualImport } from '../../client/invoice-contract.ts'
import { isUnderWay } from '../../client/long-run-queries.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { importOutcomes } from '../../search.ts'
import { LineTable } from './line-table.tsx'

const route = getRouteApi('/inside/invoices/import')

/** Tabs with the counts; below them the invoices that ended, or would end, that way. */
export function OutcomeLines({ seen }: { seen: ManualImport }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { counts, isPreview, run } = seen
  const isEmpty = importOutcomes.every((outcome) => counts[outcome] === 0)
  if (isEmpty && isUnderWay(run)) return null
  if (isEmpty) {
    if (run.state !== 'finished') return null
    return (
      <Empty
        icon={IconFileSearch}
        title={t('manualImport.nothingFound')}
        text={t('manualImport.nothingFoundText')}
      />
    )
  }
  const shown = search.outcome ?? importOutcomes.find((outcome) => counts[outcome] > 0) ?? 'imported'
  return (
    <div>
      <div className="filter-top">
        <FilterTabs
          label={t('manualImport.outcomeLabel')}
          value={shown}
          options={importOutcomes.map((outcome) => ({
            value: outcome,
            label: isPreview ? t(`manualImport.would.${outcome}`) : t(`manualImport.did.${outcome}`),
            count: counts[outcome],
          }))}
          onChange={(outcome) =>
            void navigate({ search: (before) => ({ ...before, outcome }), replace: true })
          }
        />
      </div>
      <Totals seen={seen} outcome={shown} />
      {counts[shown] === 0 ? (
        <Empty icon={IconFileSearch} title={t('manualImport.none')} />
      ) : (
        <Lines seen={seen} outcome={shown} />
      )}
    </div>
  )
}

type OfOutcome = { seen: ManualImport; outcome: ImportOutcome }

/** What these invoices amount to. */
function Totals({ seen, outcome }: OfOutcome) {
  const { t } = useTranslation()
  const formats = useFormats()
  const totals = seen.totals.filter((each) => each.outcome === outcome)
  if (totals.length === 0) return null
  return (
    <Text size="sm" c="dimmed" mt="xs" className="figures">
      {t('manualImport.totals', { totals: formats.list(totals.map(({ total }) => formats.money(total))) })}
    </Text>
  )
}

function Lines({ seen, outcome }: OfOutcome) {
  const list = useInfiniteQuery(manualLinesQuery({ runId: seen.run.id, outcome }))
  const lines = list.data?.pages.flatMap((page) => page.items)
  if (list.isPending) return <ListSkeleton />
  if (!lines) return <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
  return (
    <LineTable
      lines={lines}
      isStale={list.isPlaceholderData}
      more={
        list.hasNextPage
          ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
          : undefined
      }
    />
  )
}
