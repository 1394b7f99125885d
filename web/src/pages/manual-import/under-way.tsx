import { Alert, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { runsUnderWayQuery } from '../../client/long-run-queries.ts'

/** The way back to what somebody left. */
export function UnderWay() {
  const { t } = useTranslation()
  const { data } = useQuery(runsUnderWayQuery())
  const runs = data?.items.filter(({ kind }) => kind === 'invoice_import' || kind === 'invoice_preview') ?? []
  return runs.map(({ id, kind }) => (
    <Alert key={id} color="petrol" mb="md" p="xs" role="status">
      <Group gap="xs">
        {kind === 'invoice_import' ? t('manualImport.importUnderWay') : t('manualImport.previewUnderWay')}
        <Link to="/invoices/import" search={{ run: id }} className="text-link">
          {t('manualImport.showRun')}
        </Link>
      </Group>
    </Alert>
  ))
}
