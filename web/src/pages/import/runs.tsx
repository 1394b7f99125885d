import { IconAlertTriangle, IconCircleCheck, IconHistory, IconLoader2 } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../client/contract.ts'
import { importRunsQuery } from '../../client/queries.ts'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { importOutcomes } from '../../search.ts'

/** Every comparison with Teamleader: when, how long, and what it brought. */
export function Runs() {
  const { t } = useTranslation()
  const columns = useColumns()
  const list = useInfiniteQuery(importRunsQuery())
  const rows = list.data?.pages.flatMap((page) => page.items)
  if (list.isPending) return <ListSkeleton />
  if (!rows) return <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
  if (rows.length === 0) {
    return <Empty icon={IconHistory} title={t('import.runsEmptyTitle')} text={t('import.runsEmptyText')} />
  }
  return (
    <RecordTable
      label={t('import.runsTable')}
      columns={columns}
      rows={rows}
      card={(row) => <RunCard row={row} />}
      more={
        list.hasNextPage
          ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
          : undefined
      }
    />
  )
}

function useColumns(): Column<ImportRun>[] {
  const { t } = useTranslation()
  return [
    { id: 'run', header: t('import.run'), cell: (row) => t(`import.kind.${row.kind}`) },
    { id: 'state', header: t('invoices.state'), cell: (row) => <RunState row={row} /> },
    { id: 'result', isWide: true, header: t('import.result'), cell: (row) => <RunResult row={row} /> },
    { id: 'took', header: t('import.took'), cell: (row) => <Duration row={row} /> },
    {
      id: 'started',
      header: t('import.started'),
      cell: (row) => (
        <span className="quiet">
          <Instant at={row.startedAt} />
        </span>
      ),
    },
  ]
}

const looks = {
  running: { icon: IconLoader2, tone: 'busy', text: 'import.running' },
  finished: { icon: IconCircleCheck, tone: 'good', text: 'import.finished' },
  failed: { icon: IconAlertTriangle, tone: 'bad', text: 'import.runFailed' },
} as const

function RunState({ row }: { row: ImportRun }) {
  const { t } = useTranslation()
  const look = looks[row.state]
  return (
    <Mark icon={look.icon} tone={look.tone}>
      {t(look.text)}
    </Mark>
  )
}

const countTexts = {
  imported: 'import.countImported',
  updated: 'import.countUpdated',
  unchanged: 'import.countUnchanged',
  skipped: 'import.countSkipped',
  failed: 'import.countFailed',
} as const

function RunResult({ row }: { row: ImportRun }) {
  const { t } = useTranslation()
  if (row.cause) return <span className="wrap">{row.cause}</span>
  const counts = importOutcomes.flatMap((outcome) => {
    const count = row.counts[outcome] ?? 0
    return count > 0 ? [t(countTexts[outcome], { count })] : []
  })
  if (counts.length === 0 && row.state === 'running') return null
  if (counts.length === 0) return <span className="quiet">{t('import.nothingNew')}</span>
  return <span className="wrap">{counts.join(' · ')}</span>
}

function Duration({ row }: { row: ImportRun }) {
  const { t } = useTranslation()
  if (!row.finishedAt) return null
  const seconds = Math.max(1, Math.round((Date.parse(row.finishedAt) - Date.parse(row.startedAt)) / 1000))
  const words =
    seconds < 120
      ? t('import.seconds', { count: seconds })
      : t('import.minutes', { count: Math.round(seconds / 60) })
  return <span className="quiet figures">{words}</span>
}

function RunCard({ row }: { row: ImportRun }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="card-line">
        <strong>{t(`import.kind.${row.kind}`)}</strong>
        <span className="quiet">
          <Instant at={row.startedAt} />
        </span>
      </div>
      <div className="card-line">
        <RunState row={row} />
        <Duration row={row} />
      </div>
      <RunResult row={row} />
    </>
  )
}
