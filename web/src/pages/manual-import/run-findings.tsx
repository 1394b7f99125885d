import { Alert, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ManualImport } from '../../client/invoice-contract.ts'
import { isUnderWay } from '../../client/long-run-queries.ts'
import { sessionQuery } from '../../client/queries.ts'
import { useFormats } from '../../parts/use-formats.ts'

import { MailCounts } from './mail-counts.tsx'

/** The one sentence of the result, with the amounts, and what a person should know beside it. */
export function RunFindings({ seen }: { seen: ManualImport }) {
  const { run } = seen
  return (
    <Stack gap="xs">
      {!isUnderWay(run) && seen.found > 0 && <Outcome seen={seen} />}
      <Doubts seen={seen} />
    </Stack>
  )
}

function Outcome({ seen }: { seen: ManualImport }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data: session } = useQuery(sessionQuery())
  const { isPreview, counts, run } = seen
  const count = counts.imported
  const words = { count, invoices: formats.count(count) }
  const isNothingNew = isPreview && count + counts.updated === 0
  return (
    <div>
      <Title order={2} size="h3">
        {isPreview ? t('manualImport.wouldImport', words) : t('manualImport.imported', words)}
      </Title>
      {isNothingNew && <Text size="sm">{t('manualImport.nothingNew')}</Text>}
      {!isPreview && count > 0 && (
        <Text size="sm">
          {seen.choice === 'none' ? t('manualImport.mails.doneNone') : <MailCounts seen={seen} />}
        </Text>
      )}
      {!isPreview && run.state === 'finished' && session?.user && (
        <Text size="sm" c="dimmed">
          {t('manualImport.mailed', { email: session.user.email })}
        </Text>
      )}
    </div>
  )
}

function Doubts({ seen: { isPreview, run, unknown, isComplete } }: { seen: ManualImport }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const doubts = [
    run.state === 'cancelled' &&
      (isPreview ? t('manualImport.previewCancelled') : t('manualImport.cancelled')),
    unknown.length > 0 && t('manualImport.unknown', { count: unknown.length, names: formats.list(unknown) }),
    run.state === 'finished' && !isComplete && t('manualImport.incomplete'),
  ].filter((doubt) => doubt !== false)
  return doubts.map((doubt) => (
    <Alert key={doubt} color="amber" icon={<IconAlertTriangle />} p="xs">
      {doubt}
    </Alert>
  ))
}
