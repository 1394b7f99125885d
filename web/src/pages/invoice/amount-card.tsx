import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { paymentsQuery } from '../../client/invoice-payment-calls.ts'
import { Amount } from '../../parts/amount.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { Card } from '../../parts/facts.tsx'

/** What must still be paid, and how that came about. */
export function AmountCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { total, open } = invoice
  if (invoice.state === 'archived') return <NothingAskedCard invoice={invoice} />
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
        <StatementLines invoice={invoice} />
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

/** What was credited and paid, one line each; until that is known, together. */
function StatementLines({ invoice: { id, total, open } }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const { data } = useQuery(paymentsQuery(id))
  if (!data) {
    const settled = total.amountCents - open.amountCents
    return <SumLine name={t('invoice.settledPaidOrCredited')} cents={-settled} currency={total.currency} />
  }
  const { credits, paidInCrm, paidHere, overpaid } = data.statement
  const { currency } = total
  return (
    <>
      {credits.map(({ number, amount, on }) => (
        <SumLine
          key={`${number} ${on}`}
          name={number ? t('payments.creditNamed', { number }) : t('payments.credit')}
          cents={-amount.amountCents}
          currency={currency}
        />
      ))}
      <SumLine name={t('payments.paidInCrm')} cents={-paidInCrm.amountCents} currency={currency} />
      <SumLine
        // Below zero: taken back here, and Teamleader still counts it.
        name={paidHere.amountCents < 0 ? t('payments.takenBackHere') : t('payments.paidHere')}
        cents={-paidHere.amountCents}
        currency={currency}
      />
      <SumLine name={t('payments.overpaid')} cents={overpaid.amountCents} currency={currency} />
    </>
  )
}

/** Nothing is said of nothing. */
function SumLine({ name, cents, currency }: { name: string; cents: number; currency: string }) {
  if (cents === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Amount money={{ amountCents: cents, currency }} />
      </dd>
    </div>
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
