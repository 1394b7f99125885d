import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type InvoiceMessages, messagesQuery } from '../../client/invoice-message-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { Instant } from '../../parts/instant.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { MessageActions } from './message-actions.tsx'
import { MessageLine } from './message-line.tsx'

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
          <MessageActions invoiceId={invoiceId} messages={data} />
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
