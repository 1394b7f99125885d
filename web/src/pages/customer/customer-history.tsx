import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CustomerEventKind, customerHistoryQuery } from '../../client/message-calendar-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { CustomerMoment } from './customer-moment.tsx'

const kinds = ['message', 'payment', 'stop'] as const

/** What was sent to the customer, by which rule, how far it came, and what was paid: over all its invoices, newest first. */
export function CustomerHistory({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [kind, setKind] = useState<CustomerEventKind>()
  const history = useInfiniteQuery(customerHistoryQuery(customerId, kind))
  const events = history.data?.pages.flatMap((page) => page.items)
  const dayOf = (at: number) => formats.dayOf(events?.[at]?.at ?? '')
  return (
    <Card title={t('customerHistory.title')}>
      <div className="filters filter-top">
        <FilterTabs
          label={t('customerHistory.filter')}
          value={kind ?? 'all'}
          options={[
            { value: 'all' as const, label: t('customerHistory.all') },
            ...kinds.map((one) => ({ value: one, label: t(`customerHistory.${one}`) })),
          ]}
          onChange={(next) => setKind(next === 'all' ? undefined : next)}
        />
      </div>
      {history.isError && !events && (
        <LoadFailure failure={history.error} onRetry={() => void history.refetch()} />
      )}
      {events?.length === 0 && (
        <p className="quiet plain">{kind ? t('customerHistory.noneOfKind') : t('customerHistory.none')}</p>
      )}
      {events && events.length > 0 && (
        <ol className={history.isPlaceholderData ? 'timeline stale' : 'timeline'}>
          {events.map((event, at) => (
            <li key={event.id}>
              {(at === 0 || dayOf(at - 1) !== dayOf(at)) && <h3 className="timeline-day">{dayOf(at)}</h3>}
              <CustomerMoment event={event} />
            </li>
          ))}
        </ol>
      )}
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
