import { Box, Button, SimpleGrid } from '@mantine/core'
import { IconCalendarEvent, IconFileInvoice } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Overview, overviewQuery } from '../../client/task-calls.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { FigureCards } from './figure-cards.tsx'

const AgesCard = lazy(async () => ({ default: (await import('./ages-card.tsx')).AgesCard }))
const WeeksChart = lazy(async () => ({ default: (await import('./weeks-chart.tsx')).WeeksChart }))
const WeeksCard = lazy(async () => ({ default: (await import('./weeks-card.tsx')).WeeksCard }))

const route = getRouteApi('/inside/overview')

/** What is owed and how late it is, what is expected, what came in, and what needs a person (promise N5). */
export function OverviewPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(overviewQuery())
  return (
    <>
      <PageHead title={t('overview.title')} intro={<ProvenComplete overview={data} />}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCalendarEvent size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/calendar" search={{}} {...props} />}
        >
          {t('calendar.title')}
        </Button>
      </PageHead>
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton />}
      {data && <Shown overview={data} />}
    </>
  )
}

/** How far all that follows can be trusted. */
function ProvenComplete({ overview }: { overview: Overview | undefined }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  if (!overview) return <>&nbsp;</>
  const at = overview.provenCompleteAt
  if (!at) return t('overview.neverProven')
  return (
    <ExactInstant at={at} isSentence>
      {t('overview.proven', { ago: formats.ago(at, now) })}
    </ExactInstant>
  )
}

function Shown({ overview }: { overview: Overview }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { currencies, today } = overview
  const shown = currencies.find(({ currency }) => currency === search.currency) ?? currencies[0]
  return (
    <>
      {currencies.length > 1 && shown && (
        <div className="filters filter-top">
          <FilterTabs
            label={t('overview.currencyLabel')}
            value={shown.currency}
            options={currencies.map(({ currency, open }) => ({
              value: currency,
              label: currency,
              count: open.count,
            }))}
            onChange={(currency) => void navigate({ search: { currency }, replace: true })}
          />
        </div>
      )}
      <FigureCards overview={overview} shown={shown} />
      {!shown && (
        <Empty icon={IconFileInvoice} title={t('overview.emptyTitle')} text={t('overview.emptyText')} />
      )}
      {shown && (
        <Suspense fallback={<ListSkeleton />}>
          <Box mt="md">
            <WeeksChart overview={shown} />
          </Box>
          <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }} spacing="md" mt="md">
            <AgesCard overview={shown} today={today} />
            <WeeksCard overview={shown} which="expected" />
            <WeeksCard overview={shown} which="paid" />
          </SimpleGrid>
        </Suspense>
      )}
    </>
  )
}
