import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../client/contract.ts'
import { offeredPeriodQuery } from '../../client/invoice-calls.ts'
import { connectionsQuery } from '../../client/queries.ts'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { AskFields } from './ask-fields.tsx'
import { UnderWay } from './under-way.tsx'

const route = getRouteApi('/inside/invoices/import')

/** What to import, of an account that is connected. */
export function AskCard() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(connectionsQuery())
  if (error) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton />
  const connected = data.items.filter(({ state }) => state === 'connected')
  const first = connected.find(({ id }) => id === search.account) ?? connected[0]
  if (!first) {
    return (
      <Empty
        icon={IconPlugConnected}
        title={t('manualImport.notConnectedTitle')}
        text={t('manualImport.notConnectedText')}
      >
        <Button size="xs" renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}>
          {t('manualImport.connect')}
        </Button>
      </Empty>
    )
  }
  return <AskOf account={first.id} connected={connected} />
}

/** Filled with what the address says, else with the last thirty days. */
function AskOf({ account, connected }: { account: string; connected: Connection[] }) {
  const search = route.useSearch()
  const { data: offered, error, refetch } = useQuery(offeredPeriodQuery(account))
  if (error) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  if (!offered) return <ListSkeleton />
  return (
    <>
      <UnderWay />
      <AskFields
        connected={connected}
        offered={offered}
        start={{
          account,
          by: search.numbers ? 'numbers' : 'period',
          from: search.from ?? offered.from,
          to: search.to ?? offered.to,
          numbers: search.numbers ?? '',
          departments: search.departments?.split(',') ?? [],
          invitations: null,
        }}
      />
    </>
  )
}
