import { Alert, SimpleGrid } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type MessageCalendar, messageCalendarQuery } from '../../client/message-calendar-calls.ts'
import { sessionQuery } from '../../client/queries.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { todayIn } from '../../parts/today-in.ts'
import { useNow } from '../../parts/use-formats.ts'
import { firstOfMonth, lastOfMonth, laterDay } from './calendar-days.ts'
import { DayCard } from './day-card.tsx'
import { KeptCard } from './kept-card.tsx'
import { MonthCard } from './month-card.tsx'

const route = getRouteApi('/inside/calendar')

/** What goes out on which day, to whom, why, and what does not and why not (promises C2, C3, C5). The address has the day. */
export function MessageCalendarPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const now = useNow()
  const { data: session } = useQuery(sessionQuery())
  const today = todayIn(session?.creditor?.timeZone ?? 'Europe/Brussels', now)
  return (
    <>
      <PageHead title={t('calendar.title')} intro={t('calendar.intro')} />
      <MonthOf day={search.day ?? today} today={today} />
    </>
  )
}

function MonthOf({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  // Of what is over nothing is foretold; a month that is over has only its days.
  const to = lastOfMonth(day)
  const isOver = to < today
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...messageCalendarQuery({ from: laterDay(firstOfMonth(day), today), to }),
    enabled: !isOver,
  })
  const shown = isOver ? { ...nothing, isCapped: false } : data
  const items = isPlaceholderData ? nothing.items : (shown?.items ?? nothing.items)
  return (
    <>
      {shown?.isCapped && (
        <Alert color="amber" icon={<IconAlertTriangle />} mb="md" p="xs">
          {t('calendar.capped')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" className="story">
        <MonthCard
          day={day}
          today={today}
          items={items}
          isLoading={!shown || isPlaceholderData}
          onDay={(next) => void navigate({ search: next === today ? {} : { day: next }, replace: true })}
        />
        {shown && <DayCard day={day} isOver={day < today} items={items} />}
        {!shown && !error && <ListSkeleton />}
        {!shown && error && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      </SimpleGrid>
      {shown && !isOver && <KeptCard kept={shown.kept} />}
    </>
  )
}

const nothing: Pick<MessageCalendar, 'items' | 'kept'> = { items: [], kept: [] }
