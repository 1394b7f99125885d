import { Alert, Anchor, Button, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection, LongRun } from '../client/contract.ts'
import { startExport } from '../client/customer-file-calls.ts'
import { exportEstimateQuery } from '../client/customer-file-queries.ts'
import type { ExportDetails, ExportEstimate } from '../client/customer-files-contract.ts'
import { isUnderWay, runsUnderWayQuery } from '../client/long-run-queries.ts'
import { connectionsQuery } from '../client/queries.ts'
import { Dialog } from './dialog.tsx'
import { DialogFoot } from './dialog-foot.tsx'
import { failureText } from './failure-text.ts'
import { LongRunProgress } from './long-run-progress.tsx'
import { LongRunResult } from './long-run-result.tsx'
import { useFormats } from './use-formats.ts'
import { useLongRun } from './use-long-run.ts'

type CrmExportDialogProps = {
  isOpen: boolean
  onClose: () => void
  /** The account to export; without it the person chooses when there are several. */
  connectionId?: string
}

/**
 * "Export all CRM customers" (promise A12): how much of each record, what that costs in time, then the progress. It
 * goes on when the window is closed; opened again it shows the export that is under way.
 */
export function CrmExportDialog({ isOpen, onClose, connectionId }: CrmExportDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('crmExport.title')}>
      {isOpen && <ExportBody onClose={onClose} connectionId={connectionId} />}
    </Dialog>
  )
}

type ExportBodyProps = { onClose: () => void; connectionId: string | undefined }

function ExportBody({ onClose, connectionId }: ExportBodyProps) {
  const { t } = useTranslation()
  const { data: connections } = useQuery(connectionsQuery())
  const connected = connections?.items.filter((connection) => connection.state === 'connected') ?? []
  const [chosen, setChosen] = useState<string>()
  const [started, setStarted] = useState<LongRun>()
  const connection = connected.find(({ id }) => id === (chosen ?? connectionId)) ?? connected[0]
  const { data: underWay } = useQuery(runsUnderWayQuery('customer_crm_export'))
  const known = started ?? underWay?.items.find((run) => run.subjectId === connection?.id)
  const run = useLongRun(known)
  if (!connections || (!underWay && !started)) return null
  if (!connection) return <NothingConnected onClose={onClose} />
  if (run) return <Following run={run} onClose={onClose} />
  return (
    <Stack gap="md">
      {!connectionId && connected.length > 1 && (
        <NativeSelect
          label={t('crmExport.account')}
          value={connection.id}
          data={connected.map(({ id, accountName }) => ({ value: id, label: accountName }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      <ExportForm key={connection.id} connection={connection} onClose={onClose} onStarted={setStarted} />
    </Stack>
  )
}

type ExportFormProps = { connection: Connection; onClose: () => void; onStarted: (run: LongRun) => void }

const choices = [
  { value: 'whole', name: 'crmExport.whole', help: 'crmExport.wholeHelp' },
  { value: 'lists', name: 'crmExport.lists', help: 'crmExport.listsHelp' },
] as const

function ExportForm({ connection, onClose, onStarted }: ExportFormProps) {
  const { t } = useTranslation()
  const [details, setDetails] = useState<ExportDetails>('whole')
  const { data: estimate, error: noEstimate } = useQuery(exportEstimateQuery(connection.id))
  const start = useStart(onStarted)
  return (
    <>
      <Text size="sm">{t('crmExport.intro', { account: connection.accountName })}</Text>
      {estimate && <HowMany estimate={estimate} />}
      {noEstimate && !estimate && (
        <Alert color="amber" role="status" p="sm">
          {failureText(t, noEstimate)}
        </Alert>
      )}
      <Radio.Group
        label={t('crmExport.details')}
        value={details}
        onChange={(value) => setDetails(value === 'lists' ? 'lists' : 'whole')}
      >
        <Stack gap="sm" mt="xs">
          {choices.map(({ value, name, help }) => (
            <Radio
              key={value}
              value={value}
              label={t(name)}
              description={<ChoiceHelp help={t(help)} cost={estimate?.[value]} />}
            />
          ))}
        </Stack>
      </Radio.Group>
      {start.error && (
        <Alert color="red" role="alert">
          {failureText(t, start.error)}
        </Alert>
      )}
      <DialogFoot onCancel={onClose}>
        <Button
          size="xs"
          loading={start.isPending}
          onClick={() => start.mutate({ connectionId: connection.id, details })}
        >
          {t('crmExport.start')}
        </Button>
      </DialogFoot>
    </>
  )
}

function HowMany({ estimate: { customers, isExact } }: { estimate: ExportEstimate }) {
  const { t } = useTranslation()
  const words = { count: customers, customers: useFormats().count(customers) }
  return (
    <Text size="sm" fw={600}>
      {isExact ? t('crmExport.customers', words) : t('crmExport.about', words)}
    </Text>
  )
}

function useStart(onStarted: (run: LongRun) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: startExport,
    onSuccess: (run) => {
      onStarted(run)
      void queryClient.invalidateQueries({ queryKey: ['long-runs'] })
    },
  })
}

/** What the choice brings, then what it costs: Teamleader allows only so many questions a minute. */
function ChoiceHelp({ help, cost }: { help: string; cost: ExportEstimate[ExportDetails] | undefined }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (!cost) return <>{help}</>
  const minutes = Math.max(1, Math.round(cost.seconds / 60))
  const time = cost.seconds < 60 ? t('crmExport.underAMinute') : t('crmExport.minutes', { count: minutes })
  const questions = t('crmExport.questions', { count: cost.calls, calls: formats.count(cost.calls) })
  return (
    <>
      {help} <span className="nowrap strong">{time}</span>
      {' · '}
      <span className="nowrap">{questions}</span>
    </>
  )
}

function Following({ run, onClose }: { run: LongRun; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <LongRunProgress run={run} note={t('crmExport.goesOn')} />
      {run.state === 'finished' && (
        <>
          <Text size="sm">{t('crmExport.ready')}</Text>
          <LongRunResult run={run} />
        </>
      )}
      {run.state === 'cancelled' && <Text size="sm">{t('crmExport.cancelled')}</Text>}
      <Group justify="flex-end">
        <Button size="xs" variant="default" onClick={onClose}>
          {isUnderWay(run) ? t('crmExport.closeAndGoOn') : t('common.close')}
        </Button>
      </Group>
    </Stack>
  )
}

function NothingConnected({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <Text size="sm">{t('crmExport.notConnected')}</Text>
      <Group justify="flex-end">
        <Anchor
          renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}
          onClick={onClose}
          size="sm"
        >
          {t('crmExport.connect')}
        </Anchor>
      </Group>
    </Stack>
  )
}
