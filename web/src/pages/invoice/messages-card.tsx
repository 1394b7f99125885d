import { Button, Group } from '@mantine/core'
import { IconEye, IconMailForward, IconSend } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type InvitationByHand,
  type InvoiceMessages,
  inviteNow,
  messagesQuery,
} from '../../client/invoice-message-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { LoadFailure } from '../../parts/page-states.tsx'
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

function InviteActions({ invoiceId, messages: { canInvite } }: InviteActionsProps) {
  const { t } = useTranslation()
  const [isPreview, setPreview] = useState(false)
  const invite = useInvite(invoiceId)
  return (
    <>
      <Group gap="xs" mt="sm">
        {canInvite.allowed && (
          <Button
            size="compact-sm"
            leftSection={<IconSend size={14} aria-hidden />}
            loading={invite.isPending && !invite.variables.withoutDocument}
            onClick={() => invite.mutate({})}
          >
            {t('messages.inviteNow')}
          </Button>
        )}
        {canInvite.canSendWithoutDocument && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconMailForward size={14} aria-hidden />}
            loading={invite.isPending && invite.variables.withoutDocument === true}
            onClick={() => invite.mutate({ withoutDocument: true })}
          >
            {t('messages.withoutDocument')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={14} aria-hidden />}
          onClick={() => setPreview(true)}
        >
          {t('messages.preview')}
        </Button>
      </Group>
      {!canInvite.allowed && canInvite.words && (
        <p className="plain quiet messages-why">
          {t('messages.whyNot', { title: canInvite.words.title, explanation: canInvite.words.explanation })}
        </p>
      )}
      {isPreview && <MessagePreviewDialog invoiceId={invoiceId} onClose={() => setPreview(false)} />}
    </>
  )
}

function useInvite(invoiceId: string) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (asked: InvitationByHand) => inviteNow(invoiceId, asked),
    onError: notifyFailure,
    onSuccess: (message) => {
      notifyDone(
        t('messages.asked', { state: message.stateWords.title, explanation: message.stateWords.explanation }),
      )
      for (const topic of ['invoices', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
}
