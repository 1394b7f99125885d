import { type Icon, IconBell, IconCash, IconHandStop, IconMail } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerEvent } from '../../client/message-calendar-calls.ts'
import { ExactInstant } from '../../parts/instant.tsx'
import type { Tone } from '../../parts/mark.tsx'
import { useFormats } from '../../parts/use-formats.ts'

/** One line of the chronology of a customer. */
export function CustomerMoment({ event }: { event: CustomerEvent }) {
  const { message, payment, stop } = event
  if (message) return <MessageMoment event={event} message={message} />
  if (payment) return <PaymentMoment event={event} payment={payment} />
  return stop && <StopMoment event={event} stop={stop} />
}

type MomentProps = { event: CustomerEvent; icon: Icon; tone: Tone; title: string; children: ReactNode }

function Moment({ event: { at, invoice }, icon: Glyph, tone, title, children }: MomentProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <div className="moment">
      <span className={`moment-icon mark-${tone}`}>
        <Glyph className="mark-icon" size={15} aria-hidden />
      </span>
      <div className="moment-words">
        <p>{title}</p>
        {children}
        <p className="moment-by">
          <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }} className="text-link">
            {t('customerHistory.invoice', { number: invoice.number ?? t('invoices.noNumber') })}
          </Link>
        </p>
      </div>
      <span className="moment-time figures">
        <ExactInstant at={at}>{formats.time(at)}</ExactInstant>
      </span>
    </div>
  )
}

const toneOf: Partial<Record<string, Tone>> = {
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
  unknown: 'warn',
  held: 'warn',
}

type MessageProps = { event: CustomerEvent; message: NonNullable<CustomerEvent['message']> }

function MessageMoment({ event, message }: MessageProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind, level, state, stateWords, detail, recipients, refused, subject, profile, origin } = message
  const what =
    kind === 'invitation' ? t('customerHistory.invitation') : t('customerHistory.reminder', { level })
  const { to, cc } = recipients
  const toWhom =
    cc.length > 0 ? t('calendar.toAndCc', { to, cc: formats.list(cc) }) : t('calendar.to', { to })
  const rule = [
    profile?.name && t('customerHistory.byRule', { profile: profile.name, version: profile.version }),
    origin === 'hand' && t('customerHistory.byHand'),
  ].filter(Boolean)
  return (
    <Moment
      event={event}
      icon={kind === 'invitation' ? IconMail : IconBell}
      tone={toneOf[state] ?? 'busy'}
      title={`${what} · ${stateWords.title}`}
    >
      {to && <p className="quiet wrap">{toWhom}</p>}
      {subject && <p className="quiet wrap">{subject}</p>}
      {detail && refused.length === 0 && (
        <p className="quiet wrap">{t('addresses.said', { words: detail })}</p>
      )}
      {refused.map(({ address, answer }) => (
        <p key={address} className="quiet wrap">
          {t('customerHistory.refused', { address, answer })}
        </p>
      ))}
      {rule.length > 0 && <p className="quiet">{rule.join(' · ')}</p>}
    </Moment>
  )
}

type PaymentProps = { event: CustomerEvent; payment: NonNullable<CustomerEvent['payment']> }

function PaymentMoment({ event, payment }: PaymentProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { amount, origin, paidOn, method, recordedByName, revokedCause } = payment
  const how = [
    paidOn && t('customerHistory.paidOn', { day: formats.day(paidOn) }),
    method,
    origin === 'crm' && t('customerHistory.inCrm'),
    recordedByName && t('customerHistory.notedBy', { name: recordedByName }),
  ].filter(Boolean)
  return (
    <Moment
      event={event}
      icon={IconCash}
      tone={revokedCause ? 'quiet' : 'good'}
      title={t('customerHistory.paid', { amount: formats.money(amount) })}
    >
      {revokedCause && <p>{t(`customerHistory.revoked.${revokedCause}`)}</p>}
      {how.length > 0 && <p className="quiet">{how.join(' · ')}</p>}
    </Moment>
  )
}

type StopProps = { event: CustomerEvent; stop: NonNullable<CustomerEvent['stop']> }

function StopMoment({ event, stop }: StopProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind, reason, promisedFor, setBy, endedAt } = stop
  const title =
    kind === 'promise'
      ? t('customerHistory.promise', { day: formats.day(promisedFor ?? event.at.slice(0, 10)) })
      : t(`customerHistory.${kind}`)
  const how = [
    setBy && t('customerHistory.setBy', { name: setBy }),
    endedAt && t('customerHistory.ended', { day: formats.dayOf(endedAt) }),
  ].filter(Boolean)
  return (
    <Moment event={event} icon={IconHandStop} tone={endedAt ? 'quiet' : 'warn'} title={title}>
      {reason && <p className="quiet wrap">{reason}</p>}
      {how.length > 0 && <p className="quiet">{how.join(' · ')}</p>}
    </Moment>
  )
}
