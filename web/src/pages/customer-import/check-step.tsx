import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconTransferIn } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import { type CustomerImport, type RowOutcome, rowOutcomes } from '../../client/customer-files-contract.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { useImportStart } from './use-import-changes.ts'
import { useImportSentence } from './use-import-sentence.ts'

const route = getRouteApi('/inside/customers/import/$importId')

type CheckStepProps = {
  customerImport: CustomerImport
  run: LongRun | undefined
  onColumns: () => void
}

/** What the import would do, row by row, before anything is changed. */
export function CheckStep({ customerImport, run, onColumns }: CheckStepProps) {
  const { t } = useTranslation()
  if (customerImport.state !== 'previewed' || !customerImport.counts) {
    return (
      <div className="run-card">
        {run && <LongRunProgress run={run} note={t('customerImport.checkNote')} />}
      </div>
    )
  }
  return <Preview customerImport={customerImport} counts={customerImport.counts} onColumns={onColumns} />
}

type PreviewProps = {
  customerImport: CustomerImport
  counts: NonNullable<CustomerImport['counts']>
  onColumns: () => void
}

function Preview({ customerImport, counts, onColumns }: PreviewProps) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const outcome = search.outcome ?? rowOutcomes.find((name) => counts[name] > 0) ?? 'create'
  return (
    <Stack gap="md">
      <WhatWillHappen customerImport={customerImport} onColumns={onColumns} />
      <div>
        <div className="filter-top">
          <FilterTabs<RowOutcome>
            label={t('customerImport.outcomeLabel')}
            value={outcome}
            options={rowOutcomes.map((name) => ({
              value: name,
              label: t(`customerImport.outcome.${name}`),
              count: counts[name],
            }))}
            onChange={(next) => void navigate({ search: { outcome: next }, replace: true })}
          />
        </div>
        <PreviewRows customerImport={customerImport} outcome={outcome} count={counts[outcome]} />
      </div>
    </Stack>
  )
}

type WhatWillHappenProps = { customerImport: CustomerImport; onColumns: () => void }

function WhatWillHappen({ customerImport, onColumns }: WhatWillHappenProps) {
  const { t } = useTranslation()
  const sentence = useImportSentence()
  const start = useImportStart(customerImport.id, 'import')
  const { counts } = customerImport
  const changing = (counts?.create ?? 0) + (counts?.update ?? 0)
  return (
    <Alert color="petrol" variant="light" className="what-will-happen">
      <Group justify="space-between" gap="md">
        <div className="what-words">
          <Text fw={600}>{sentence(customerImport)}</Text>
          {(counts?.refuse ?? 0) > 0 && (
            <Text size="sm">{t('customerImport.refusedStayOut', { count: counts?.refuse ?? 0 })}</Text>
          )}
        </div>
        <Group gap="xs">
          <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onColumns}>
            {t('customerImport.toColumns')}
          </Button>
          {changing > 0 && (
            <Button
              leftSection={<IconTransferIn size={16} aria-hidden />}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              {t('customerImport.import', { count: changing })}
            </Button>
          )}
        </Group>
      </Group>
    </Alert>
  )
}
