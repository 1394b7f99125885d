import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { reminderPreviewQuery, remindNow } from '../../client/invoice-message-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { askedRecipients, typedRecipients } from './asked-recipients.ts'
import { MessageForm } from './message-form.tsx'

type RemindDialogProps = { invoiceId: string; level: number; onClose: () => void }

/** Sends the next reminder without waiting for its day (promise C2). */
export function RemindDialog({ invoiceId, level, onClose }: RemindDialogProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(reminderPreviewQuery(invoiceId, level))
  return (
    <Dialog title={t('messages.remindTitle', { level })} onClose={onClose} size="lg">
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && (
        <MessageForm
          preview={data}
          start={typedRecipients(data.recipients)}
          help={t('messages.onlyThis')}
          button={t('messages.send')}
          send={(typed) => remindNow(invoiceId, { level, ...askedRecipients(typed, data.recipients) })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
