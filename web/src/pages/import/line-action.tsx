import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { ImportAction, ImportLine } from '../../client/contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'

/** Where the help lies: a left-out invoice is put right in Teamleader, a failed one is tried again. */
const orders: Record<'skipped' | 'failed', ImportAction[]> = {
  skipped: ['open_settings', 'open_in_crm', 'retry'],
  failed: ['open_settings', 'retry', 'open_in_crm'],
}

/** The action that helps, and a small "try again" beside it. What came in is opened through its number. */
export function LineAction({ line }: { line: ImportLine }) {
  if (line.outcome !== 'skipped' && line.outcome !== 'failed') return null
  const action = orders[line.outcome].find(
    (candidate) => line.actions.includes(candidate) && isPossible(line, candidate),
  )
  const canRetry = line.actions.includes('retry')
  return (
    <span className="line-actions">
      {action && <MainAction line={line} action={action} />}
      {canRetry && action !== 'retry' && <RetryButton line={line} isSmall />}
    </span>
  )
}

function MainAction({ line, action }: { line: ImportLine; action: ImportAction }) {
  const { t } = useTranslation()
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

function isPossible(line: ImportLine, action: ImportAction): boolean {
  return action !== 'open_in_crm' || line.webUrl !== null
}

function RetryButton({ line, isSmall = false }: { line: ImportLine; isSmall?: boolean }) {
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
  if (isSmall) {
    return (
      <Tooltip label={t('import.retry')} withArrow>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t('import.retry')}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          <IconRefresh size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    )
  }
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
