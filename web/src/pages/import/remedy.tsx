import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { retryLine, startImport } from '../../client/invoice-calls.ts'
import type { Diagnosis } from '../../client/invoice-contract.ts'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'

type RemedyProps = { diagnosis: Diagnosis; onDone: () => void }

/** The one button that helps, in the words of the verdict. */
export function Remedy({ diagnosis, onDone }: RemedyProps) {
  const { remedy, lineId, externalId, invoiceId, webUrl } = diagnosis
  if (!remedy) return null
  const { kind, label } = remedy
  if (kind === 'retry' && lineId) return <Retry lineId={lineId} label={label} onDone={onDone} />
  if (kind === 'import' && externalId) return <ImportIt diagnosis={diagnosis} label={label} />
  if (kind === 'open_in_crm' && webUrl) return <OpenInCrm webUrl={webUrl} label={label} />
  if (kind === 'open_invoice' && invoiceId) {
    return (
      <Button
        size="xs"
        renderRoot={(props) => <Link to="/invoices/$invoiceId" params={{ invoiceId }} {...props} />}
      >
        {label}
      </Button>
    )
  }
  if (kind === 'open_settings' || kind === 'reconnect') {
    return (
      <Button size="xs" renderRoot={(props) => <Link to="/settings/integrations" search={{}} {...props} />}>
        {label}
      </Button>
    )
  }
  return null
}

function OpenInCrm({ webUrl, label }: { webUrl: string; label: string }) {
  const { t } = useTranslation()
  return (
    <Button
      size="xs"
      component="a"
      href={webUrl}
      target="_blank"
      rel="noreferrer"
      rightSection={<IconExternalLink size={14} aria-label={t('common.opensElsewhere')} />}
    >
      {label}
    </Button>
  )
}

function Retry({ lineId, label, onDone }: { lineId: string; label: string; onDone: () => void }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const retry = useMutation({
    mutationFn: () => retryLine(lineId),
    onError: notifyFailure,
    onSuccess: ({ outcome }) => notifyDone(t('diagnosis.retried', { outcome: t(`outcome.${outcome}`) })),
    onSettled: () => {
      for (const topic of ['import-runs', 'invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
      onDone()
    },
  })
  return (
    <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate()}>
      {label}
    </Button>
  )
}

/** An import by hand of this one invoice; its page shows how it ends. */
function ImportIt({ diagnosis, label }: { diagnosis: Diagnosis; label: string }) {
  const navigate = useNavigate()
  const { connectionId, externalId } = diagnosis
  const start = useMutation({
    mutationFn: () => startImport({ connectionId, externalIds: externalId ? [externalId] : [] }),
    onError: notifyFailure,
    onSuccess: (run) => void navigate({ to: '/invoices/import', search: { run: run.id } }),
  })
  return (
    <Button size="xs" loading={start.isPending} onClick={() => start.mutate()}>
      {label}
    </Button>
  )
}
