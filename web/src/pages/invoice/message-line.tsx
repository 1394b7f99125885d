import { Button, Group } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHelpCircle,
} from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Message, type Settlement, settleMessage } from '../../client/invoice-message-calls.ts'
import { Instant } from '../../parts/instant.tsx'
import { Mark, type Tone } from '../../parts/mark.tsx'
import { notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'
import { MessagePreviewDialog } from './message-preview-dialog.tsx'

const looks: Record<Message['state'], { icon: Icon; tone: Tone }> = {
  waiting: { icon: IconClock, tone: 'busy' },
  planned: { icon: IconClock, tone: 'busy' },
  sending: { icon: IconClock, tone: 'busy' },
  sent: { icon: IconCheck, tone: 'good' },
  failed: { icon: IconAlertTriangle, tone: 'bad' },
  bounced: { icon: IconAlertTriangle, tone: 'bad' },
  unknown: { icon: IconHelpCircle, tone: 'warn' },
  held: { icon: IconAlertTriangle, tone: 'warn' },
  cancelled: { icon: IconBan, tone: 'quiet' },
}

/** One message: what it is, where it stands, to whom it went. */
export function MessageLine({ message }: { message: Message }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { icon, tone } = looks[message.state]
  return (
    <li className="payment">
      <div className="card-line">
        <span>{t(`messages.kind.${message.kind}`)}</span>
        <Mark icon={icon} tone={tone}>
          {message.stateWords.title}
        </Mark>
      </div>
      <div className="card-line quiet">
        <Recipients message={message} />
        {message.sentAt && <Instant at={message.sentAt} />}
      </div>
      {message.detail && message.state !== 'sent' && <p className="plain">{message.detail}</p>}
      {message.refused.map(({ address, answer }) => (
        <p key={address} className="plain">
          {t('messages.refused', { address, answer })}
        </p>
      ))}
      {message.canSettle && <SettleButtons message={message} />}
      {message.sentAt && (
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            {t('messages.show')}
          </Button>
        </div>
      )}
      {isOpen && <MessagePreviewDialog messageId={message.id} onClose={() => setOpen(false)} />}
    </li>
  )
}

function Recipients({ message: { recipients } }: { message: Message }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { to, cc } = recipients
  if (!to) return <span>{t('messages.toCustomer')}</span>
  return <span>{cc.length > 0 ? t('messages.toAndCc', { to, cc: formats.list(cc) }) : to}</span>
}

/** Sent or not? Only a person can find out; nothing is sent twice without being told to. */
function SettleButtons({ message }: { message: Message }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const settle = useMutation({
    mutationFn: (as: Settlement) => settleMessage(message.id, as),
    onError: notifyFailure,
    onSuccess: () => {
      for (const topic of ['invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
  return (
    <Group gap="xs">
      {(['arrived', 'send_again'] as const).map((as) => (
        <Button
          key={as}
          size="compact-xs"
          variant="default"
          loading={settle.isPending && settle.variables === as}
          onClick={() => settle.mutate(as)}
        >
          {t(`messages.settle.${as}`)}
        </Button>
      ))}
    </Group>
  )
}
