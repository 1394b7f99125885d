import { Button } from '@mantine/core'
import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { ImportAction, ImportLine } from '../../client/contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'

/** The most helpful of the line's actions first. */
const order: ImportAction[] = ['open_settings', 'retry', 'open_in_crm', 'open_invoice']

/** One action a line: the one that helps. An imported invoice is opened through its number. */
export function LineAction({ line }: { line: ImportLine }) {
  const { t } = useTranslation()
  const action = order.find((candidate) => line.actions.includes(candidate) && isPossible(line, candidate))
  if (action === 'retry') return <RetryButton line={line} />
  if (action === 'open_in_crm') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        component="a"
        href={line.webUrl ?? undefined}
        target="_blank"
        rel="noreferrer"
        rightSection={<IconExternalLink size={13} aria-label={t('common.opensElsewhere')} />}
      >
        {t('import.openInCrm')}
      </Button>
    )
  }
  if (action === 'open_settings') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}
      >
        {t('import.openSettings')}
      </Button>
    )
  }
  return null
}

function isPossible(line: ImportLine, action: ImportAction): boolean {
  return action !== 'open_in_crm' || line.webUrl !== null
}

function RetryButton({ line }: { line: ImportLine }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const retry = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/import-lines/{id}/retry', { params: { path: { id: line.id } } })),
    onError: notifyFailure,
    onSuccess: ({ outcome }) => notifyDone(t('import.retried', { outcome: t(`outcome.${outcome}`) })),
    onSettled: () => {
      for (const topic of ['import-lines', 'import-runs', 'invoices', 'activities']) {
        void queryClient.invalidateQueries({ queryKey: [topic] })
      }
    },
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={14} aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate()}
    >
      {t('import.retry')}
    </Button>
  )
}
