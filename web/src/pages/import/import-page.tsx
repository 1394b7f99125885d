import { Button, SegmentedControl } from '@mantine/core'
import { IconTransferIn, IconZoomCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import { connectionsQuery } from '../../client/queries.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { PageHead } from '../../parts/page-head.tsx'
import type { ImportView } from '../../search.ts'
import { WhyNotHere } from './diagnosis.tsx'
import { Ledger } from './ledger.tsx'
import { Runs } from './runs.tsx'

const route = getRouteApi('/inside/import')

/** The ledger of every invoice that Teamleader told us about (promise B4), and the runs that decided. */
export function ImportPage() {
  const { t } = useTranslation()
  const { view } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHead title={t('import.title')} intro={view === 'why' ? t('diagnosis.title') : t('import.intro')}>
        <SegmentedControl
          size="xs"
          aria-label={t('import.viewLabel')}
          value={view ?? 'ledger'}
          data={[
            { value: 'ledger', label: t('import.ledger') },
            { value: 'runs', label: t('import.runs') },
            { value: 'why', label: t('diagnosis.tab') },
          ]}
          onChange={(next) =>
            void navigate({ search: next === 'ledger' ? {} : { view: next as ImportView }, replace: true })
          }
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTransferIn size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/invoices/import" search={{}} {...props} />}
        >
          {t('manualImport.title')}
        </Button>
        {view !== 'why' && <LookNow />}
      </PageHead>
      {view === 'runs' && <Runs />}
      {view === 'why' && <WhyNotHere />}
      {!view && <Ledger />}
    </>
  )
}

/** Compares Teamleader with Vorder now instead of in a quarter of an hour. */
function LookNow() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data } = useQuery(connectionsQuery())
  const connected = data?.items.filter((connection) => connection.state === 'connected') ?? []
  const look = useMutation({
    mutationFn: () =>
      Promise.all(
        connected.map(({ id }) =>
          answer(api.POST('/api/v1/connections/{id}/reconcile', { params: { path: { id } } })),
        ),
      ),
    onError: notifyFailure,
    onSuccess: () => {
      notifyDone(t('import.lookStarted'))
      void queryClient.invalidateQueries({ queryKey: ['import-runs'] })
      void queryClient.invalidateQueries({ queryKey: ['import-lines'] })
    },
  })
  return (
    <Button
      size="xs"
      leftSection={<IconZoomCheck size={16} aria-hidden />}
      disabled={connected.length === 0}
      loading={look.isPending}
      onClick={() => look.mutate()}
    >
      {t('import.lookNow')}
    </Button>
  )
}
