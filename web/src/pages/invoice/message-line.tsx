import { Button, Group } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconHelpCircle,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../client/invoice-message-calls.ts'
import { Instant } from '../../parts/instant.tsx'
import { Mark, type Tone } from '../../parts/mark.tsx'
import { SettleButtons } from '../../parts/settle-buttons.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { AgainDialog } from './again-dialog.tsx'
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

/** It came back, or is held because one before it did. */
const takesNoMail = ['recipients_refused', 'undeliverable_address'] as const

/** One message: what it is, where it stands, to whom it went. */
export function MessageLine({ message }: { message: Message }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'show' | 'again' | null>(null)
  const { icon, tone } = looks[message.state]
  return (
    <li className="payment">
      <div className="card-line">
        <MessageName message={message} />
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
      {takesNoMail.some((code) => code === message.stateWords.code) && (
        <Link to="/settings/addresses" className="text-link">
          {t('calendar.toAddresses')}
        </Link>
      )}
      {message.canSettle && <SettleButtons of="messages" id={message.id} />}
      {message.sentAt && (
        <Group gap={4}>
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen('show')}>
            {t('messages.show')}
          </Button>
          {message.canSendAgain && (
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen('again')}>
              {t('messages.again')}
            </Button>
          )}
        </Group>
      )}
      {open === 'show' && <MessagePreviewDialog messageId={message.id} onClose={() => setOpen(null)} />}
      {open === 'again' && <AgainDialog messageId={message.id} onClose={() => setOpen(null)} />}
    </li>
  )
}

function MessageName({ message: { kind, level, copyOf } }: { message: Message }) {
  const { t } = useTranslation()
  const name = kind === 'reminder' ? t('messages.reminder', { level }) : t('messages.kind.invitation')
  return <span>{copyOf ? t('messages.copyOf', { name }) : name}</span>
}

function Recipients({ message: { recipients } }: { message: Message }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { to, cc } = recipients
  if (!to) return <span>{t('messages.toCustomer')}</span>
  return <span>{cc.length > 0 ? t('messages.toAndCc', { to, cc: formats.list(cc) }) : to}</span>
}
