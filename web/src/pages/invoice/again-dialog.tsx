import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { againPreviewQuery, sendAgain } from '../../client/invoice-message-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { addressesIn } from './asked-recipients.ts'
import { MessageForm } from './message-form.tsx'

/** Sends a message that was sent to somebody else as well; whoever has it does not get it twice (promises C1, C4). */
export function AgainDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(againPreviewQuery(messageId))
  return (
    <Dialog title={t('messages.againTitle')} onClose={onClose} size="lg">
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && (
        <MessageForm
          preview={data}
          start={{ to: '', cc: '' }}
          help={t('messages.againHelp')}
          button={t('messages.send')}
          send={({ to, cc }) => sendAgain(messageId, { to: to.trim(), cc: addressesIn(cc) })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
