import { Button, Group } from '@mantine/core'
import { IconBellRinging, IconEye, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceMessages } from '../../client/invoice-message-calls.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { MessagePreviewDialog } from './message-preview-dialog.tsx'
import { RemindDialog } from './remind-dialog.tsx'

type MessageActionsProps = { invoiceId: string; messages: InvoiceMessages }

/** What the customer has no usable address for can still be sent to another one. */
const addressCauses = ['no_address', 'invalid_address', 'undeliverable_address']

/** Inviting and reminding now; to whom it goes stands there before anybody presses. */
export function MessageActions({ invoiceId, messages }: MessageActionsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Opened>(null)
  const { canInvite, canRemind } = messages
  return (
    <>
      <Group gap="xs" mt="sm">
        {canSend(canInvite) && <InviteButton canInvite={canInvite} onPress={() => setOpen('invite')} />}
        {canRemind.level !== null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconBellRinging size={14} aria-hidden />}
            onClick={() => setOpen('remind')}
          >
            {t('messages.remindNow', { level: canRemind.level })}
          </Button>
        )}
        {!wasInvited(messages) && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconEye size={14} aria-hidden />}
            onClick={() => setOpen('preview')}
          >
            {t('messages.preview')}
          </Button>
        )}
      </Group>
      <GoesTo messages={messages} />
      <WhyNot messages={messages} />
      {open === 'invite' && (
        <InviteDialog invoiceId={invoiceId} canInvite={canInvite} onClose={() => setOpen(null)} />
      )}
      {open === 'remind' && canRemind.level !== null && (
        <RemindDialog invoiceId={invoiceId} level={canRemind.level} onClose={() => setOpen(null)} />
      )}
      {open === 'preview' && <MessagePreviewDialog invoiceId={invoiceId} onClose={() => setOpen(null)} />}
    </>
  )
}

type Opened = 'invite' | 'remind' | 'preview' | null
type CanInvite = InvoiceMessages['canInvite']

function canSend({ allowed, canSendWithoutDocument, words }: CanInvite): boolean {
  return allowed || canSendWithoutDocument || addressCauses.includes(words?.code ?? '')
}

/** What was sent is shown at its own line; a preview beside the button of a reminder would be taken for that of the reminder. */
function wasInvited({ items }: InvoiceMessages): boolean {
  return items.some(({ kind, state }) => kind === 'invitation' && state === 'sent')
}

function InviteButton({ canInvite, onPress }: { canInvite: CanInvite; onPress: () => void }) {
  const { t } = useTranslation()
  const { allowed, canSendWithoutDocument } = canInvite
  return (
    <Button
      size="compact-sm"
      leftSection={<IconSend size={14} aria-hidden />}
      variant={allowed ? 'filled' : 'default'}
      onClick={onPress}
    >
      {canSendWithoutDocument && !allowed ? t('messages.withoutDocument') : t('messages.inviteNow')}
    </Button>
  )
}

function GoesTo({ messages: { canInvite, canRemind } }: { messages: InvoiceMessages }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { to, cc } = canInvite.recipients
  if (!to || (!canSend(canInvite) && canRemind.level === null)) return null
  const names = cc.length > 0 ? t('messages.toAndCc', { to, cc: formats.list(cc) }) : to
  return <p className="plain quiet messages-why">{t('messages.goesTo', { names })}</p>
}

/** What keeps everything back stands in the card above. */
const saidAbove = ['on_hold', 'disputed']

/** Once it was sent, why no reminder can be sent says more than that an invitation is sent once. */
function WhyNot({ messages: { canInvite, canRemind } }: { messages: InvoiceMessages }) {
  const { t } = useTranslation()
  const why = canInvite.words?.code === 'already_sent' ? canRemind.words : canInvite.words
  if (!why || saidAbove.includes(why.code)) return null
  return (
    <p className="plain quiet messages-why">
      {t('messages.whyNot', { title: why.title, explanation: why.explanation })}
    </p>
  )
}
