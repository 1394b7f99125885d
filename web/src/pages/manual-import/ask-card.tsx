import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { offeredPeriodQuery } from '../../client/invoice-calls.ts'
import { connectionsQuery } from '../../client/queries.ts'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { AskFields } from './ask-fields.tsx'
import { UnderWay } from './under-way.tsx'

const route = getRouteApi('/inside/invoices/import')

/** What to import: filled with what the address says, else with the last thirty days. */
export function AskCard() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const connections = useQuery(connectionsQuery())
  const offered = useQuery(offeredPeriodQuery())
  const failed = connections.error ?? offered.error
  if (failed)
    return (
      <LoadFailure
        failure={failed}
        onRetry={() => {
          void connections.refetch()
          void offered.refetch()
        }}
      />
    )
  if (!connections.data || !offered.data) return <ListSkeleton />
  const connected = connections.data.items.filter(({ state }) => state === 'connected')
  const [first] = connected
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
  return (
    <>
      <UnderWay />
      <AskFields
        connected={connected}
        offered={offered.data}
        start={{
          account: connected.find(({ id }) => id === search.account)?.id ?? first.id,
          by: search.numbers ? 'numbers' : 'period',
          from: search.from ?? offered.data.from,
          to: search.to ?? offered.data.to,
          numbers: search.numbers ?? '',
          departments: search.departments?.split(',') ?? [],
        }}
      />
    </>
  )
}
