import { Button } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../client/contract.ts'
import { type Payment, paymentsQuery } from '../../client/invoice-payment-calls.ts'
import { Card } from '../../parts/facts.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { PaymentDialog } from './payment-dialog.tsx'
import { PaymentLine } from './payment-line.tsx'

/** What was paid, by whom it was told, what Teamleader knows of it; and the way to tell of another payment. */
export function PaymentsCard({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const [isTelling, setTelling] = useState(false)
  const { data, error, refetch } = useQuery(paymentsQuery(invoice.id))
  const shown = withoutTwins(data?.items ?? [])
  return (
    <Card
      title={t('payments.title')}
      action={
        invoice.state !== 'archived' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconCash size={15} aria-hidden />}
            onClick={() => setTelling(true)}
          >
            {t('payments.mark')}
          </Button>
        )
      }
    >
      {error && !data && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="quiet plain">{t('payments.none')}</p>}
      {shown.length > 0 && (
        <ul className="payments">
          {shown.map((payment) => (
            <PaymentLine key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      {isTelling && <PaymentDialog invoice={invoice} onClose={() => setTelling(false)} />}
    </Card>
  )
}

/** The same money, told here and seen in Teamleader, is one line; taken back here, the one over there shows until it goes. */
function withoutTwins(payments: readonly Payment[]): Payment[] {
  const told = new Set(
    payments.flatMap(({ origin, id, revokedAt }) => (origin === 'hand' && !revokedAt ? [id] : [])),
  )
  return payments.filter(({ origin, matchedId }) => origin === 'hand' || !told.has(matchedId ?? ''))
}
