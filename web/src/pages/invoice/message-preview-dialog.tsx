import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { invitationPreviewQuery, messagePreviewQuery } from '../../client/invoice-message-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Fact, Facts } from '../../parts/facts.tsx'
import { MailBody } from '../../parts/mail-body.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { useFormats } from '../../parts/use-formats.ts'

type MessagePreviewDialogProps = {
  /** A message that exists; or the invitation of the invoice as it is now. */
  messageId?: string
  invoiceId?: string
  onClose: () => void
}

/** The message as its reader gets it. */
export function MessagePreviewDialog(props: MessagePreviewDialogProps) {
  const { messageId, invoiceId = '', onClose } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const sent = useQuery({ ...messagePreviewQuery(messageId ?? ''), enabled: messageId !== undefined })
  const asked = useQuery({ ...invitationPreviewQuery(invoiceId), enabled: messageId === undefined })
  const { data, error, refetch } = messageId === undefined ? asked : sent
  return (
    <Dialog
      title={data?.isSent ? t('messages.sentTitle') : t('messages.previewTitle')}
      onClose={onClose}
      size="lg"
    >
      {error && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      {data && (
        <>
          <Facts>
            <Fact name={t('messages.to')}>{data.recipients.to ?? t('messages.noAddress')}</Fact>
            <Fact name={t('messages.cc')}>{formats.list(data.recipients.cc)}</Fact>
            <Fact name={t('messages.subject')}>{data.subject}</Fact>
            <Fact name={t('messages.attachment')}>{data.attachmentName}</Fact>
          </Facts>
          <MailBody html={data.html} text={data.text} language={data.language} />
        </>
      )}
    </Dialog>
  )
}
