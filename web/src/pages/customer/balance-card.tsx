import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { Card } from '../../parts/facts.tsx'

/** What is still to be paid, per currency. */
export function BalanceCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  return (
    <Card
      title={t('customer.balanceTitle')}
      action={<span className="quiet">{t('customer.invoiceCount', { count: customer.invoiceCount })}</span>}
    >
      {customer.open.length === 0 && <p className="quiet plain">{t('customer.balanceNone')}</p>}
      {customer.open.map((money) => (
        <p key={money.currency} className="big-amount">
          <Amount money={money} />
        </p>
      ))}
    </Card>
  )
}
