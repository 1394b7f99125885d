import { Skeleton } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type InvoiceMessages,
  invitationPreviewQuery,
  inviteNow,
} from '../../client/invoice-message-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { askedRecipients, typedRecipients } from './asked-recipients.ts'
import { MessageForm } from './message-form.tsx'

type InviteDialogProps = {
  invoiceId: string
  canInvite: InvoiceMessages['canInvite']
  onClose: () => void
}

/** Sends the invitation; other recipients count for this one message (promise C1). */
export function InviteDialog({ invoiceId, canInvite, onClose }: InviteDialogProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(invitationPreviewQuery(invoiceId))
  const isAboutDocument = canInvite.canSendWithoutDocument && !canInvite.allowed
  const without = isAboutDocument && { withoutDocument: true as const }
  return (
    <Dialog title={t('messages.inviteTitle')} onClose={onClose} size="lg">
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && (
        <MessageForm
          preview={data}
          start={typedRecipients(data.recipients)}
          help={t('messages.onlyThis')}
          button={isAboutDocument ? t('messages.withoutDocument') : t('messages.send')}
          {...(isAboutDocument && { icon: <IconMailForward size={14} aria-hidden /> })}
          send={(typed) => inviteNow(invoiceId, { ...askedRecipients(typed, data.recipients), ...without })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
