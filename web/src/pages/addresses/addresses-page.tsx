import { Stack, Text } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undeliverableAddressesQuery } from '../../client/message-calendar-calls.ts'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { AddressCard } from './address-card.tsx'
import { BounceCard } from './bounce-card.tsx'

/** Addresses to which mail came back, whose they are, and the way back for each (promise C8). */
export function AddressesPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(undeliverableAddressesQuery())
  return (
    <Stack gap="md" maw={860}>
      <Text size="sm" c="dimmed" maw={640}>
        {t('addresses.intro')}
      </Text>
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton />}
      {data?.items.length === 0 && (
        <Empty icon={IconMailCheck} title={t('addresses.emptyTitle')} text={t('addresses.emptyText')} />
      )}
      {data && data.items.length > 0 && (
        <ul className="cards" aria-label={t('addresses.list')}>
          {data.items.map((address) => (
            <AddressCard key={address.id} address={address} />
          ))}
        </ul>
      )}
      <BounceCard />
    </Stack>
  )
}
