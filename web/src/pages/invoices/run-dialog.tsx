import { Button, Group, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LongRun } from '../../client/contract.ts'
import { isUnderWay } from '../../client/long-run-queries.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LongRunProgress } from '../../parts/long-run-progress.tsx'
import { LongRunResult } from '../../parts/long-run-result.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { useLongRun } from '../../parts/use-long-run.ts'

const ends = [
  'updated',
  'unchanged',
  'failed',
  'skipped',
  'retrieved',
  'present',
  'packed',
  'waiting',
  'missing',
  'refused',
  'underWay',
  'notConnected',
] as const

type RunDialogProps = { started: LongRun; onClose: () => void }

/** How far work on many invoices is; then how many ended how, and the file. It goes on when this is closed. */
export function RunDialog({ started, onClose }: RunDialogProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const queryClient = useQueryClient()
  const run =
    useLongRun(started, () => {
      for (const topic of ['invoices', 'activities', 'shared-files', 'long-runs'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    }) ?? started
  const counted = ends.filter((end) => (run.counts[end] ?? 0) > 0)
  return (
    <Dialog title={t(`longRun.kind.${run.kind}`)} onClose={onClose}>
      <Stack gap="md">
        <LongRunProgress run={run} note={t('invoiceSelection.goesOn')} />
        {counted.length > 0 && (
          <ul className="plain-list">
            {counted.map((end) => {
              const count = run.counts[end] ?? 0
              return (
                <li key={end}>{t(`invoiceSelection.${end}`, { count, documents: formats.count(count) })}</li>
              )
            })}
          </ul>
        )}
        <LongRunResult run={run} />
        <Group justify="flex-end">
          <Button size="xs" variant="default" onClick={onClose}>
            {isUnderWay(run) ? t('crmExport.closeAndGoOn') : t('common.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
