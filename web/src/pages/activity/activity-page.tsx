import { Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activitiesQuery } from '../../client/queries.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import { subjectKinds } from '../../search.ts'

const route = getRouteApi('/inside/activity')

/** Everything that happened, by what it is about (promise N4). */
export function ActivityPage() {
  const { t } = useTranslation()
  const { about } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useInfiniteQuery(activitiesQuery(about ? { subjectKind: about } : {}))
  const activities = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <PageHead title={t('activity.title')} intro={t('activity.intro')}>
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/runs" {...props} />}>
          {t('longRun.title')}
        </Button>
      </PageHead>
      <div className="filters filter-top">
        <FilterTabs
          label={t('activity.about')}
          value={about ?? 'all'}
          options={[
            { value: 'all' as const, label: t('activity.anySubject') },
            ...subjectKinds.map((kind) => ({ value: kind, label: t(`activity.subject.${kind}`) })),
          ]}
          onChange={(kind) => void navigate({ search: kind === 'all' ? {} : { about: kind }, replace: true })}
        />
      </div>
      {list.isError && !activities && (
        <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <ListSkeleton />}
      {activities?.length === 0 &&
        (about ? (
          <Empty icon={IconHistory} title={t('activity.noMatchTitle')} />
        ) : (
          <Empty icon={IconHistory} title={t('activity.emptyTitle')} text={t('activity.emptyText')} />
        ))}
      {activities && activities.length > 0 && (
        <div className="activity-list">
          <Timeline activities={activities} hasSubjects dayHeading="h2" />
        </div>
      )}
      {list.hasNextPage && (
        <Group justify="center" py="md">
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        </Group>
      )}
    </>
  )
}
