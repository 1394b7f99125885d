import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SubjectKind } from '../client/contract.ts'
import { activitiesQuery } from '../client/queries.ts'
import { Card } from './facts.tsx'
import { LoadFailure } from './page-states.tsx'
import { Timeline } from './timeline.tsx'

type HistoryCardProps = { subjectKind: SubjectKind; subjectId: string }

/** What happened to one thing, newest first. */
export function HistoryCard({ subjectKind, subjectId }: HistoryCardProps) {
  const { t } = useTranslation()
  const history = useInfiniteQuery(activitiesQuery({ subjectKind, subjectId }))
  const activities = history.data?.pages.flatMap((page) => page.items)
  return (
    <Card title={t('invoice.historyTitle')}>
      {history.isError && !activities && (
        <LoadFailure failure={history.error} onRetry={() => void history.refetch()} />
      )}
      {activities?.length === 0 && <p className="quiet">{t('invoice.historyEmpty')}</p>}
      {activities && <Timeline activities={activities} />}
      {history.hasNextPage && (
        <Button
          variant="subtle"
          size="xs"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </Card>
  )
}
