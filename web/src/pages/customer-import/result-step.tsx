import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconDownload,
  IconFileImport,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import { refusedRowsAddress } from '../../client/customer-file-queries.ts'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { currentLanguage } from '../../texts/language.ts'
import { OutcomeRows } from './outcome-rows.tsx'
import { UndoImport } from './undo-import.tsx'
import { useImportSentence } from './use-import-sentence.ts'

type ResultStepProps = { customerImport: CustomerImport; run: LongRun | undefined }

/** How far the import is; afterwards what it did, what stayed out, and the way back. */
export function ResultStep({ customerImport, run }: ResultStepProps) {
  const { t } = useTranslation()
  const { state } = customerImport
  if (state === 'importing' || state === 'undoing') {
    return (
      <div className="run-card">
        {run && <LongRunProgress run={run} note={t(`customerImport.${state}Note`)} />}
      </div>
    )
  }
  return (
    <>
      <Stack gap="md" maw={860} mb="lg">
        {run && run.state !== 'finished' && (
          <div className="run-card">
            <LongRunProgress run={run} />
          </div>
        )}
        {state === 'undone' ? (
          <Undone kept={customerImport.counts?.kept ?? 0} />
        ) : (
          <Done customerImport={customerImport} />
        )}
        <Refused customerImport={customerImport} />
        <Next customerImport={customerImport} />
      </Stack>
      {customerImport.counts && (
        <OutcomeRows customerImport={customerImport} counts={customerImport.counts} />
      )}
    </>
  )
}

function Done({ customerImport }: { customerImport: CustomerImport }) {
  const { t } = useTranslation()
  const sentence = useImportSentence()
  const formats = useFormats()
  const unchanged = customerImport.counts?.unchanged ?? 0
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" className="outcome good">
      <IconCircleCheck size={26} className="mark-icon" aria-hidden />
      <div>
        <Title order={2}>{sentence(customerImport)}</Title>
        {unchanged > 0 && (
          <Text size="sm" c="dimmed">
            {t('customerImport.stayedAsTheyWere', { count: unchanged, customers: formats.count(unchanged) })}
          </Text>
        )}
      </div>
    </Group>
  )
}

function Undone({ kept }: { kept: number }) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" className="outcome">
      <IconArrowBackUp size={26} className="mark-icon" aria-hidden />
      <div>
        <Title order={2}>{t('customerImport.undoneTitle')}</Title>
        {kept > 0 && (
          <Text size="sm" c="dimmed">
            {t('customerImport.undoneKept', { count: kept, rows: formats.count(kept) })}
          </Text>
        )}
      </div>
    </Group>
  )
}

/** The rows that did not come in, as a file to mend and to upload again. */
function Refused({ customerImport: { id, refusedCount } }: { customerImport: CustomerImport }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (refusedCount === 0) return null
  return (
    <Paper withBorder radius="lg" p="md" className="block">
      <Group justify="space-between" gap="md">
        <Group gap="sm" wrap="nowrap" className="what-words" align="flex-start">
          <IconAlertTriangle size={20} className="warning-icon" aria-hidden />
          <div>
            <Text fw={600}>
              {t('customerImport.refusedTitle', { count: refusedCount, rows: formats.count(refusedCount) })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('customerImport.refusedText')}
            </Text>
          </div>
        </Group>
        <Button
          component="a"
          href={refusedRowsAddress(id, currentLanguage())}
          download
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('customerImport.refusedDownload')}
        </Button>
      </Group>
    </Paper>
  )
}

function Next({ customerImport }: { customerImport: CustomerImport }) {
  const { t } = useTranslation()
  return (
    <Group gap="xs">
      <Button
        size="sm"
        leftSection={<IconUsers size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/customers" search={{}} {...props} />}
      >
        {t('customerImport.toCustomers')}
      </Button>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/customers/import" {...props} />}
      >
        {t('customerImport.another')}
      </Button>
      {customerImport.canUndo && <UndoImport customerImport={customerImport} />}
    </Group>
  )
}
