import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowLeft, IconTransferIn } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { useImportStart } from './use-import-changes.ts'
import { useImportSentence } from './use-import-sentence.ts'

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

function Preview(props: PreviewProps) {
  return (
    <Stack gap="md">
      <WhatWillHappen {...props} />
      <OutcomeRows customerImport={props.customerImport} counts={props.counts} />
    </Stack>
  )
}

function WhatWillHappen({ customerImport, counts, onColumns }: PreviewProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const sentence = useImportSentence()
  const start = useImportStart(customerImport.id, 'import')
  const changing = counts.create + counts.update
  const rows = (count: number) => ({ count, rows: formats.count(count) })
  return (
    <Alert color="petrol" variant="light" className="what-will-happen">
      <Group justify="space-between" gap="md">
        <div className="what-words">
          <Text fw={600}>{sentence(customerImport)}</Text>
          {counts.refuse > 0 && (
            <Text size="sm">{t('customerImport.refusedStayOut', rows(counts.refuse))}</Text>
          )}
          {counts.unlinked > 0 && (
            <Text size="sm">{t('customerImport.unlinked', rows(counts.unlinked))}</Text>
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
              {t('customerImport.import', rows(changing))}
            </Button>
          )}
        </Group>
      </Group>
    </Alert>
  )
}
