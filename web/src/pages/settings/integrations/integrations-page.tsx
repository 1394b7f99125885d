import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionsQuery } from '../../../client/queries.ts'
import { notifyDone } from '../../../parts/notify.ts'
import { ListSkeleton, LoadFailure } from '../../../parts/page-states.tsx'
import { ConnectCard } from './connect-card.tsx'
import { ConnectProblem } from './connect-problem.tsx'
import { ConnectionCard } from './connection-card.tsx'

const route = getRouteApi('/inside/settings/integrations')

/** The CRM accounts that are connected, or the way to connect the first (promise N1). */
export function IntegrationsPage() {
  const { t } = useTranslation()
  const { connectProblem } = route.useSearch()
  const { data, isPending, error, refetch } = useQuery(connectionsQuery())
  useWelcomeBack()
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return (
    <Stack gap="md" maw={980}>
      <Text size="sm" c="dimmed">
        {t('integrations.intro')}
      </Text>
      {connectProblem && <ConnectProblem code={connectProblem} />}
      {data.items.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} />
      ))}
      <ConnectCard isFirst={data.items.length === 0} />
    </Stack>
  )
}

/** Teamleader's consent page comes back with `?connected=`: said once, then the address is clean again. */
function useWelcomeBack() {
  const { t } = useTranslation()
  const { connected } = route.useSearch()
  const navigate = route.useNavigate()
  useEffect(() => {
    if (!connected) return
    notifyDone(t('integrations.connectedToast'))
    void navigate({ search: {}, replace: true })
  }, [connected, navigate, t])
}
