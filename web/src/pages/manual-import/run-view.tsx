import { Alert, Button, Group, Paper, Stack } from '@mantine/core'
import { IconPlugConnectedX, IconTransferIn } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { manualImportQuery } from '../../client/invoice-calls.ts'
import type { ManualImport } from '../../client/invoice-contract.ts'
import { isUnderWay } from '../../client/long-run-queries.ts'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useLongRun } from '../../parts/use-long-run.ts'
import { askedAgain, searchOf } from './asked.ts'
import { InvitationField } from './invitation-field.tsx'
import { MailCounts } from './mail-counts.tsx'
import { OutcomeLines } from './outcome-lines.tsx'
import { RunFindings } from './run-findings.tsx'
import { StartFailure } from './start-failure.tsx'
import { useStart } from './use-start.ts'

/** A preview or an import: how far it is, then what would come in or came in, and what stays out. */
export function RunView({ runId }: { runId: string }) {
  const queryClient = useQueryClient()
  const { data: seen, error, refetch } = useQuery(manualImportQuery(runId))
  const run = useLongRun(seen?.run, () => {
    for (const topic of ['long-runs', 'invoices', 'import-lines', 'activities'])
      void queryClient.invalidateQueries({ queryKey: [topic] })
  })
  if (error && !seen) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  if (!seen) return <ListSkeleton />
  const current = { ...seen, run: run ?? seen.run }
  return (
    <Stack gap="md">
      <RunHead seen={current} />
      <RunFindings seen={current} />
      <OutcomeLines seen={current} />
    </Stack>
  )
}

function RunHead({ seen }: { seen: ManualImport }) {
  const { t } = useTranslation()
  const { run, isPreview } = seen
  const start = useStart()
  const formats = useFormats()
  const count = seen.counts.imported + seen.counts.updated
  const [invitations, setInvitations] = useState(seen.choice)
  const canImport = isPreview && !isUnderWay(run) && count > 0
  return (
    <Paper withBorder radius="lg" p="md" className="block">
      <Stack gap="sm">
        <LongRunProgress
          run={run}
          title={`${isPreview ? t('manualImport.previewTitle') : t('manualImport.importTitle')} · ${useAskedWords(seen)}`}
          note={isPreview ? t('manualImport.previewNote') : t('manualImport.importNote')}
        />
        {seen.isWaitingForCrm && isUnderWay(run) && (
          <Alert color="amber" icon={<IconPlugConnectedX />} p="xs" role="status">
            {t('manualImport.waitsForCrm')}
          </Alert>
        )}
        {canImport && seen.counts.imported > 0 && (
          <InvitationField
            account={seen.connectionId}
            chosen={invitations}
            onChange={setInvitations}
            counted={<MailCounts seen={seen} />}
          />
        )}
        {start.error && <StartFailure failure={start.error} />}
        {!isUnderWay(run) && (
          <Group gap="xs">
            {canImport && (
              <Button
                leftSection={<IconTransferIn size={16} aria-hidden />}
                loading={start.isPending}
                onClick={() => start.mutate({ does: 'import', asked: askedAgain(seen, invitations) })}
              >
                {t('manualImport.importThese', { count, invoices: formats.count(count) })}
              </Button>
            )}
            {!isPreview && (
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/invoices" search={{ state: 'all' }} {...props} />}
              >
                {t('manualImport.toInvoices')}
              </Button>
            )}
            <Button
              variant="subtle"
              renderRoot={(props) => <Link to="/invoices/import" search={searchOf(seen)} {...props} />}
            >
              {t('manualImport.change')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  )
}

/** What was asked, in a few words. */
function useAskedWords({ period, numbers, externalIds, departmentExternalIds }: ManualImport): string {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = [...numbers, ...externalIds]
  const what = period
    ? t('manualImport.askedPeriod', { from: formats.day(period.from), to: formats.day(period.to) })
    : formats.list(names.length > 3 ? [...names.slice(0, 3), '…'] : names)
  if (departmentExternalIds.length === 0) return what
  return `${what} · ${t('manualImport.askedDepartments', { count: departmentExternalIds.length })}`
}
