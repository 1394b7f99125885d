import { Button } from '@mantine/core'
import { IconFilterOff, IconSettings, IconTags } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  type ProfileChoiceFilters,
  profileChoiceSummaryQuery,
  profileChoicesQuery,
} from '../../client/profile-choices.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import type { ProfileChoicesSearch } from '../../search.ts'
import { ChoiceFilters } from './choice-filters.tsx'
import { ChoiceTable } from './choice-table.tsx'

const route = getRouteApi('/inside/invoices/profile-choices')

/** Which invoices chose which profile and why (promise B10): the value that was read, and what to do about it. */
export function ProfileChoicesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const list = useInfiniteQuery(profileChoicesQuery(filtersOf(search)))
  const { data: summary } = useQuery(profileChoiceSummaryQuery())
  const rows = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <PageHead title={t('profileChoices.title')} intro={t('profileChoices.intro')}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSettings size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}
        >
          {t('profileChoices.settings')}
        </Button>
      </PageHead>
      <ChoiceFilters search={search} summary={summary} />
      {list.isError && !rows && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton />}
      {rows?.length === 0 && <NoChoices search={search} />}
      {rows && rows.length > 0 && (
        <ChoiceTable
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

function filtersOf({ view, warning, profileId, q }: ProfileChoicesSearch): ProfileChoiceFilters {
  const warned = warning ?? (view === 'warned' ? ('true' as const) : undefined)
  return {
    ...(q && { q }),
    ...(profileId && { profileId }),
    ...(view && view !== 'warned' && { chosenBy: view }),
    ...(warned && { warning: warned }),
  }
}

function NoChoices({ search }: { search: ProfileChoicesSearch }) {
  const { t } = useTranslation()
  if (Object.keys(search).length === 0)
    return (
      <Empty icon={IconTags} title={t('profileChoices.emptyTitle')} text={t('profileChoices.emptyText')} />
    )
  if (search.view === 'warned' && Object.keys(search).length === 1)
    return <Empty icon={IconTags} title={t('profileChoices.noWarnings')} />
  return (
    <Empty icon={IconFilterOff} title={t('profileChoices.noMatch')}>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/invoices/profile-choices" search={{}} {...props} />}
      >
        {t('common.clearFilters')}
      </Button>
    </Empty>
  )
}
