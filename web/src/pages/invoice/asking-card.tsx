import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { type StopKind, stopsQuery } from '../../client/invoice-asking-calls.ts'
import { messagesQuery } from '../../client/invoice-message-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { StopDialog } from './stop-dialog.tsx'
import { StopRow } from './stop-row.tsx'
import { useStopChanges } from './use-stop-changes.ts'

const kinds = ['hold', 'dispute', 'promise'] as const

/** Whether the customer is asked for payment now, what keeps it back, and the presses that change it (promise C10). */
export function AskingCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(stopsQuery(invoice.id))
  const [saying, setSaying] = useState<StopKind | null>(null)
  const { set, end } = useStopChanges(invoice.id)
  const canSet = invoice.state !== 'paid' && invoice.state !== 'archived'
  const current = (kind: StopKind) => data?.items.find((stop) => stop.kind === kind && !stop.endedAt)
  return (
    <Card title={t('asking.title')}>
      {canSet ? (
        <NextReminder invoiceId={invoice.id} />
      ) : (
        <p className="plain quiet">{t('asking.nothingOpen')}</p>
      )}
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {data && (
        <ul className="payments">
          {kinds.map((kind) => (
            <StopRow
              key={kind}
              kind={kind}
              stop={current(kind)}
              currency={invoice.open.currency}
              canSet={canSet}
              isBusy={[set, end].some((work) => work.isPending && work.variables.kind === kind)}
              onSet={() => (kind === 'hold' ? set.mutate({ kind, said: {} }) : setSaying(kind))}
              onSay={() => setSaying(kind)}
              onEnd={(stop) => end.mutate(stop)}
            />
          ))}
        </ul>
      )}
      {saying && (
        <StopDialog
          invoice={invoice}
          kind={saying}
          current={current(saying)}
          onClose={() => setSaying(null)}
        />
      )}
    </Card>
  )
}

/** When the next reminder leaves; or why none does, and what helps. */
function NextReminder({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { data } = useQuery(messagesQuery(invoiceId))
  if (!data) return null
  const { level, at, code, title, explanation } = data.reminder
  function headline(): string {
    if (code === 'reminder_under_way') return title
    if (level === null) return t('asking.keptBack', { why: title })
    return at
      ? t('asking.nextReminder', { level, at: formats.moment(at) })
      : t('asking.reminderNow', { level })
  }
  return (
    <div className="next-step">
      <strong>{headline()}</strong>
      <p className="plain">{explanation}</p>
    </div>
  )
}
