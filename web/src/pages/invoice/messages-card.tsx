import { Button, Group } from '@mantine/core'
import { IconEye, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InvoiceMessages, messagesQuery } from '../../client/invoice-message-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MessageLine } from './message-line.tsx'
import { MessagePreviewDialog } from './message-preview-dialog.tsx'

/** What goes to the customer next and what it waits for, what left, and the way to send now. */
export function MessagesCard({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(messagesQuery(invoiceId))
  return (
    <Card title={t('messages.title')}>
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <NextStep messages={data} />
          {data.items.length > 0 && (
            <ul className="payments">
              {data.items.map((message) => (
                <MessageLine key={message.id} message={message} />
              ))}
            </ul>
          )}
          <InviteActions invoiceId={invoiceId} messages={data} />
        </>
      )}
    </Card>
  )
}

/** The next thing that happens by itself, and when; or that nothing does. */
function NextStep({ messages: { next, items } }: { messages: InvoiceMessages }) {
  const { t } = useTranslation()
  if (!next) return items.length === 0 ? <p className="plain quiet">{t('messages.none')}</p> : null
  return (
    <div className="next-step">
      <strong>{next.title}</strong>
      <p className="plain">{next.explanation}</p>
      {next.code === 'not_live' && (
        <p className="plain">
          <Link to="/settings/integrations" search={{}} className="text-link">
            {t('messages.toGoLive')}
          </Link>
        </p>
      )}
      {next.at && (
        <p className="plain quiet">
          {t('messages.nextLook')} <Instant at={next.at} />
        </p>
      )}
    </div>
  )
}

type InviteActionsProps = { invoiceId: string; messages: InvoiceMessages }

/** What the customer has no usable address for can still be sent to another one. */
const addressCauses = ['no_address', 'invalid_address', 'undeliverable_address']

function InviteActions({ invoiceId, messages: { canInvite } }: InviteActionsProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'invite' | 'preview' | null>(null)
  const { allowed, words, canSendWithoutDocument } = canInvite
  const isAboutAddress = addressCauses.includes(words?.code ?? '')
  const canSend = allowed || canSendWithoutDocument || isAboutAddress
  return (
    <>
      <Group gap="xs" mt="sm">
        {canSend && (
          <Button
            size="compact-sm"
            leftSection={<IconSend size={14} aria-hidden />}
            variant={allowed ? 'filled' : 'default'}
            onClick={() => setOpen('invite')}
          >
            {canSendWithoutDocument && !allowed ? t('messages.withoutDocument') : t('messages.inviteNow')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={14} aria-hidden />}
          onClick={() => setOpen('preview')}
        >
          {t('messages.preview')}
        </Button>
      </Group>
      {!allowed && words && (
        <p className="plain quiet messages-why">
          {t('messages.whyNot', { title: words.title, explanation: words.explanation })}
        </p>
      )}
      {open === 'invite' && (
        <InviteDialog invoiceId={invoiceId} canInvite={canInvite} onClose={() => setOpen(null)} />
      )}
      {open === 'preview' && <MessagePreviewDialog invoiceId={invoiceId} onClose={() => setOpen(null)} />}
    </>
  )
}
