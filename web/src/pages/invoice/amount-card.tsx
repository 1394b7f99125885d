import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { Card } from '../../parts/facts.tsx'

/** What must still be paid, and how that came about. */
export function AmountCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { total, open } = invoice
  if (invoice.state === 'archived') return <NothingAskedCard invoice={invoice} />
  const settled = { amountCents: total.amountCents - open.amountCents, currency: total.currency }
  return (
    <Card title={t('invoice.amountTitle')} action={<DueDate invoice={invoice} />}>
      <p className="big-amount">
        <Amount money={open} />
      </p>
      <dl className="sum">
        <div>
          <dt>{t('invoice.totalInvoiced')}</dt>
          <dd>
            <Amount money={total} />
          </dd>
        </div>
        {settled.amountCents !== 0 && (
          <div>
            <dt>{t('invoice.settledPaidOrCredited')}</dt>
            <dd>
              <Amount money={{ ...settled, amountCents: -settled.amountCents }} />
            </dd>
          </div>
        )}
        <div className="sum-result">
          <dt>{t('invoice.stillOpen')}</dt>
          <dd>
            <Amount money={open} />
          </dd>
        </div>
      </dl>
    </Card>
  )
}

/** An archived invoice has an open amount that nobody is asked for any more. */
function NothingAskedCard({ invoice: { total } }: { invoice: Invoice }) {
  const { t } = useTranslation()
  return (
    <Card title={t('invoice.amountTitle')}>
      <p>{t('invoice.nothingAsked')}</p>
      <dl className="sum">
        <div>
          <dt>{t('invoice.totalInvoiced')}</dt>
          <dd>
            <Amount money={total} />
          </dd>
        </div>
      </dl>
    </Card>
  )
}
