import { Button } from '@mantine/core'
import { IconFileInvoice, IconFilterOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceSummary } from '../../client/contract.ts'
import { connectionsQuery } from '../../client/queries.ts'
import { Empty } from '../../parts/page-states.tsx'
import type { InvoicesSearch } from '../../search.ts'
import { isNarrowed } from './invoice-filters.ts'

type NoInvoicesProps = { search: InvoicesSearch; summary: InvoiceSummary | undefined }

/** An empty list: because of the filters, because nothing came in yet, or because nothing is connected. */
export function NoInvoices({ search, summary }: NoInvoicesProps) {
  const { t } = useTranslation()
  const { data: connections } = useQuery(connectionsQuery())
  const hasAny = (summary?.counts.all ?? 0) > 0
  if (isNarrowed(search) || hasAny) {
    return (
      <Empty icon={IconFilterOff} title={t('invoices.noMatchTitle')} text={t('invoices.noMatchText')}>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/invoices" search={{ state: 'all' }} {...props} />}
        >
          {t('common.clearFilters')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          renderRoot={(props) => (
            <Link to="/import" search={search.q ? { view: 'why', q: search.q } : {}} {...props} />
          )}
        >
          {search.q ? t('palette.whyNotHere', { query: search.q }) : t('invoices.searchLedger')}
        </Button>
      </Empty>
    )
  }
  const connected = connections?.items.filter((connection) => connection.state === 'connected') ?? []
  if (connected.length === 0) return <NothingYet text={t('invoices.emptyText')} step="emptyConnect" />
  if (!connected.some((connection) => connection.importInvoicesAutomatically))
    return <NothingYet text={t('invoices.emptyOffText')} step="emptySwitchOn" />
  return (
    <Empty icon={IconFileInvoice} title={t('invoices.emptyTitle')} text={t('invoices.emptyText')}>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link to="/import" search={{}} {...props} />}
      >
        {t('invoices.emptyWhy')}
      </Button>
    </Empty>
  )
}

/** Something has to be done in the settings before anything can come in. */
function NothingYet({ text, step }: { text: string; step: 'emptyConnect' | 'emptySwitchOn' }) {
  const { t } = useTranslation()
  return (
    <Empty icon={IconFileInvoice} title={t('invoices.emptyTitle')} text={text}>
      <Button size="xs" renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}>
        {t(`invoices.${step}`)}
      </Button>
    </Empty>
  )
}
