import { Button, Stack, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiFailure } from '../../client/api.ts'
import type { Message, MessagePreview } from '../../client/invoice-message-calls.ts'
import { DialogFoot } from '../../parts/dialog-foot.tsx'
import { failureText } from '../../parts/failure-text.ts'
import { MailBody } from '../../parts/mail-body.tsx'
import { notifyDone } from '../../parts/notify.ts'

/** As typed: one address, and several with commas between them. */
export type TypedRecipients = { to: string; cc: string }

type MessageFormProps = {
  preview: MessagePreview
  start: TypedRecipients
  /** Said of the addresses. */
  help: string
  button: string
  icon?: ReactNode
  send: (typed: TypedRecipients) => Promise<Message>
  onClose: () => void
}

/** What leaves, to whom, and the press that sends it (promise C1). */
export function MessageForm({ preview, start, help, button, icon, send, onClose }: MessageFormProps) {
  const { t } = useTranslation()
  const [to, setTo] = useState(start.to)
  const [cc, setCc] = useState(start.cc)
  const sending = useSending(send, onClose)
  const refused = refusedFields(sending.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    sending.mutate({ to, cc })
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          type="email"
          label={t('messages.to')}
          description={help}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={to}
          error={hasIt(t, sending.error) ?? (refused.to && t('messages.wrongAddress'))}
          onChange={(event) => {
            sending.reset()
            setTo(event.currentTarget.value)
          }}
        />
        <TextInput
          label={t('messages.cc')}
          description={t('messages.ccHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={cc}
          error={refused.cc && t('messages.wrongAddress')}
          onChange={(event) => {
            sending.reset()
            setCc(event.currentTarget.value)
          }}
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
        {sending.error && !refused.to && !refused.cc && !hasIt(t, sending.error) && (
          <p className="plain bad-words" role="alert">
            {failureText(t, sending.error)}
          </p>
        )}
        <DialogFoot onCancel={onClose}>
          <Button
            size="xs"
            type="submit"
            loading={sending.isPending}
            leftSection={icon ?? <IconSend size={14} aria-hidden />}
          >
            {button}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  )
}

/** Who has it already does not get it once more: said at the address, where it can be changed. */
function hasIt(t: TFunction, failure: unknown): string | undefined {
  if (!(failure instanceof ApiFailure) || failure.code !== 'has_it_already') return undefined
  return t('messages.hasIt', { address: failure.details.address ?? '' })
}

function useSending(send: MessageFormProps['send'], onDone: () => void) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: (message) => {
      notifyDone(t('messages.asked', message.stateWords))
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
