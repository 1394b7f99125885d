import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../client/invoice-payment-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { usePaymentChanges } from './use-payment-changes.ts'

/** One payment: how much, when, who told of it, and where Teamleader stands. */
export function PaymentLine({ payment }: { payment: Payment }) {
  const { t } = useTranslation()
  const { revoke } = usePaymentChanges(payment.invoiceId)
  const isRevoked = payment.revokedAt !== null
  return (
    <li className={isRevoked ? 'payment revoked' : 'payment'}>
      <div className="card-line">
        <span className="payment-what">
          <PaidOn payment={payment} />
        </span>
        <strong className={isRevoked ? 'quiet' : undefined}>
          {isRevoked ? (
            <del>
              <Amount money={payment.amount} />
            </del>
          ) : (
            <Amount money={payment.amount} />
          )}
        </strong>
      </div>
      <div className="card-line quiet">
        <TellerWords payment={payment} />
        {payment.canRevoke && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={revoke.isPending}
            onClick={() => revoke.mutate(payment.id)}
          >
            {t('payments.revoke')}
          </Button>
        )}
      </div>
      {payment.note && <p className="plain quiet">{payment.note}</p>}
      <WriteBack payment={payment} />
    </li>
  )
}

function PaidOn({ payment: { paidOn, method } }: { payment: Payment }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const day = paidOn ? formats.day(paidOn) : t('payments.dayUnknown')
  return <>{method ? t('payments.dayAndMethod', { day, method }) : day}</>
}

function TellerWords({ payment }: { payment: Payment }) {
  const { t } = useTranslation()
  const { origin, recordedByName, revokedAt, revokedByName, revokedCause, recordedAt } = payment
  if (revokedAt) {
    const words =
      revokedCause === 'removed_in_crm'
        ? t('payments.removedInCrm')
        : t('payments.revokedBy', { name: revokedByName ?? '' })
    return (
      <span>
        {words} <Instant at={revokedAt} />
      </span>
    )
  }
  return (
    <span>
      {origin === 'crm' ? t('payments.fromCrm') : t('payments.toldBy', { name: recordedByName ?? '' })}{' '}
      <Instant at={recordedAt} />
    </span>
  )
}

type WriteBackState = NonNullable<Payment['writeBack']>['state']

const looks = {
  off: { icon: IconHome, tone: 'quiet' },
  done: { icon: IconCheck, tone: 'good' },
  revoked: { icon: IconCheck, tone: 'quiet' },
  waiting: { icon: IconClock, tone: 'busy' },
  revoking: { icon: IconClock, tone: 'busy' },
  refused: { icon: IconAlertTriangle, tone: 'bad' },
  unknown: { icon: IconHelpCircle, tone: 'warn' },
} as const satisfies Record<WriteBackState, unknown>

/** Nobody registered it from here, yet Teamleader has the same money. */
function KnownThere() {
  const { t } = useTranslation()
  return (
    <div className="write-back">
      <Mark icon={IconCheck} tone="good">
        {t('payments.inCrmToo')}
      </Mark>
    </div>
  )
}

/** Whether Teamleader knows of the payment; when it does not, why, and the way to try again. */
function WriteBack({ payment }: { payment: Payment }) {
  const { t } = useTranslation()
  const { retry } = usePaymentChanges(payment.invoiceId)
  const { writeBack, matchedId } = payment
  if (matchedId && (writeBack?.state ?? 'off') === 'off' && payment.origin === 'hand') return <KnownThere />
  // While nothing is registered in Teamleader at all, no line says so again and again.
  if (!writeBack || (writeBack.state === 'off' && !writeBack.canRetry)) return null
  const { icon, tone } = looks[writeBack.state]
  return (
    <div className="write-back">
      <div className="card-line">
        <Mark icon={icon} tone={tone}>
          {writeBack.title}
        </Mark>
        {writeBack.canRetry && (
          <Button
            size="compact-xs"
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate(payment.id)}
          >
            {writeBack.state === 'off' ? t('payments.register') : t('common.retry')}
          </Button>
        )}
      </div>
      {(tone === 'bad' || tone === 'warn') && <WhyNotThere writeBack={writeBack} />}
      {writeBack.nextTryAt && (
        <p className="plain quiet">
          {t('payments.nextTry')} <Instant at={writeBack.nextTryAt} />
        </p>
      )}
    </div>
  )
}

function WhyNotThere({ writeBack }: { writeBack: NonNullable<Payment['writeBack']> }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="plain">{writeBack.explanation}</p>
      {writeBack.detail && (
        <p className="plain quiet">{t('payments.crmSaid', { words: writeBack.detail })}</p>
      )}
    </>
  )
}
