import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core'
import { IconMailForward, IconSend } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import {
  type InvitationByHand,
  type InvoiceMessages,
  invitationPreviewQuery,
  inviteNow,
  type MessagePreview,
} from '../../client/invoice-message-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { MailBody } from '../../parts/mail-body.tsx'
import { notifyDone } from '../../parts/notify.ts'
import { LoadFailure } from '../../parts/page-states.tsx'
import { askedRecipients } from './asked-recipients.ts'

type InviteDialogProps = {
  invoiceId: string
  canInvite: InvoiceMessages['canInvite']
  onClose: () => void
}

/** What leaves, to whom, and the press that sends it; other recipients count for this one message (promise C1). */
export function InviteDialog(props: InviteDialogProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(invitationPreviewQuery(props.invoiceId))
  return (
    <Dialog title={t('messages.inviteTitle')} onClose={props.onClose} size="lg">
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={260} />}
      {data && <InviteForm {...props} preview={data} />}
    </Dialog>
  )
}

function InviteForm({
  invoiceId,
  canInvite,
  preview,
  onClose,
}: InviteDialogProps & { preview: MessagePreview }) {
  const { t } = useTranslation()
  const own = preview.recipients
  const [to, setTo] = useState(own.to ?? '')
  const [cc, setCc] = useState(own.cc.join(', '))
  const invite = useInvite(invoiceId, onClose)
  const asked = askedRecipients({ to, cc }, own)
  const refused = refusedFields(invite.error)
  const isAboutDocument = canInvite.canSendWithoutDocument && !canInvite.allowed

  function submit(event: FormEvent) {
    event.preventDefault()
    invite.mutate(isAboutDocument ? { ...asked, withoutDocument: true } : asked)
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          type="email"
          label={t('messages.to')}
          description={t('messages.onlyThis')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={to}
          error={refused.to && t('messages.wrongAddress')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t('messages.cc')}
          description={t('messages.ccHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={cc}
          error={refused.cc && t('messages.wrongAddress')}
          onChange={(event) => setCc(event.currentTarget.value)}
        />
        <p className="plain">
          <span className="quiet">{t('messages.subject')}</span> <strong>{preview.subject}</strong>
        </p>
        {preview.attachmentName && (
          <p className="plain">
            <span className="quiet">{t('messages.attachment')}</span> {preview.attachmentName}
          </p>
        )}
        <MailBody html={preview.html} text={preview.text} language={preview.language} />
        {invite.error && !refused.to && !refused.cc && (
          <p className="plain bad-words" role="alert">
            {failureText(t, invite.error)}
          </p>
        )}
        <Group justify="flex-end" gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            size="xs"
            type="submit"
            loading={invite.isPending}
            leftSection={
              isAboutDocument ? <IconMailForward size={14} aria-hidden /> : <IconSend size={14} aria-hidden />
            }
          >
            {isAboutDocument ? t('messages.withoutDocument') : t('messages.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useInvite(invoiceId: string, onDone: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (asked: InvitationByHand) => inviteNow(invoiceId, asked),
    onSuccess: (message) => {
      notifyDone(t('messages.asked', { state: message.stateWords.title }))
      for (const topic of ['invoices', 'tasks', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
      onDone()
    },
  })
}

/** Which of the two the server did not take for addresses. */
function refusedFields(failure: unknown): { to: boolean; cc: boolean } {
  const paths = failure instanceof ApiFailure ? failure.fields.map(({ path }) => path) : []
  return { to: paths.includes('to'), cc: paths.some((path) => path.startsWith('cc')) }
}
