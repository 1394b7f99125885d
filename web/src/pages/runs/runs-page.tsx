import { Text } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import { isUnderWay, longRunsQuery } from '../../client/long-run-queries.ts'
import { problemText } from '../../parts/failure-text.ts'
import { Instant } from '../../parts/instant.tsx'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { LongRunResult } from '../../parts/long-run-result.tsx'
import { LongRunStateMark } from '../../parts/long-run-state.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useLongRun } from '../../parts/use-long-run.ts'

/** Long work that people started, under way or over: left at any time, found again here. */
export function RunsPage() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(longRunsQuery())
  const runs = list.data?.pages.flatMap((page) => page.items)
  const over = runs?.filter((run) => !isUnderWay(run)) ?? []
  return (
    <>
      <PageHead title={t('longRun.title')} intro={t('longRun.intro')} />
      {list.isPending && <ListSkeleton />}
      {list.isError && !runs && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {runs?.length === 0 && (
        <Empty icon={IconStack2} title={t('longRun.emptyTitle')} text={t('longRun.emptyText')} />
      )}
      {runs && <UnderWay runs={runs.filter(isUnderWay)} />}
      {over.length > 0 && (
        <Past
          runs={over}
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

function UnderWay({ runs }: { runs: LongRun[] }) {
  const { t } = useTranslation()
  if (runs.length === 0) return null
  return (
    <ul className="runs-under-way" aria-label={t('longRun.underWay')}>
      {runs.map((run) => (
        <li key={run.id} className="run-card">
          <Followed run={run} />
        </li>
      ))}
    </ul>
  )
}

function Followed({ run: known }: { run: LongRun }) {
  const { t } = useTranslation()
  const run = useLongRun(known) ?? known
  return (
    <>
      <LongRunProgress run={run} />
      <Text size="xs" c="dimmed" className="wrap">
        {[run.name, run.startedByName && t('longRun.by', { name: run.startedByName })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <LongRunResult run={run} />
    </>
  )
}

type PastProps = { runs: LongRun[]; more: { isLoading: boolean; onMore: () => void } | undefined }

function Past({ runs, more }: PastProps) {
  const { t } = useTranslation()
  return (
    <RecordTable
      label={t('longRun.table')}
      columns={useColumns()}
      rows={runs}
      card={(run) => <RunCard run={run} />}
      more={more}
    />
  )
}

function useColumns(): Column<LongRun>[] {
  const { t } = useTranslation()
  return [
    { id: 'what', header: t('longRun.what'), cell: (run) => <What run={run} /> },
    { id: 'state', header: t('longRun.stateHeader'), cell: (run) => <LongRunStateMark run={run} /> },
    { id: 'how', isWide: true, header: t('longRun.result'), cell: (run) => <How run={run} /> },
    { id: 'who', isExtra: true, header: t('longRun.who'), cell: (run) => run.startedByName },
    {
      id: 'when',
      header: t('longRun.started'),
      cell: (run) => (
        <span className="quiet">
          <Instant at={run.createdAt} />
        </span>
      ),
    },
  ]
}

function What({ run }: { run: LongRun }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="strong">{t(`longRun.kind.${run.kind}`)}</span>
      {run.name && <span className="clip quiet customer">{run.name}</span>}
    </>
  )
}

/** How far it came, why it stopped, and where the result is. */
function How({ run }: { run: LongRun }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <div className="why">
      {run.problem ? (
        <span className="wrap">{problemText(t, run.problem)}</span>
      ) : (
        <span className="quiet figures">
          {t('longRun.doneSoFar', { count: run.doneCount, done: formats.count(run.doneCount) })}
        </span>
      )}
      <LongRunResult run={run} isOld />
    </div>
  )
}

function RunCard({ run }: { run: LongRun }) {
  return (
    <>
      <div className="card-line">
        <div className="card-subject">
          <What run={run} />
        </div>
        <LongRunStateMark run={run} />
      </div>
      <How run={run} />
      <span className="quiet">
        <Instant at={run.createdAt} />
      </span>
    </>
  )
}
