import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clearAddress, type UndeliverableAddress } from '../../client/message-calendar-calls.ts'
import { ExactInstant } from '../../parts/instant.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { useFormats } from '../../parts/use-formats.ts'

const touched = ['addresses', 'invoices', 'tasks', 'calendar', 'activities'] as const

/** One address: since when, in whose words, whose it is; and the press that takes it back in use. */
export function AddressCard({
  address: { id, address, detail, foundAt, customers, invoice },
}: {
  address: UndeliverableAddress
}) {
  const { t } = useTranslation()
  const formats = useFormats()
  const queryClient = useQueryClient()
  const clear = useMutation({
    mutationFn: () => clearAddress(id),
    onError: notifyFailure,
    onSuccess: () => notifyDone(t('addresses.cleared', { address })),
    onSettled: () => {
      for (const topic of touched) void queryClient.invalidateQueries({ queryKey: [topic] })
    },
  })
  return (
    <li className="task">
      <div className="task-words">
        <strong className="wrap">{address}</strong>
        <p className="plain task-about">
          {customers.map((customer) => (
            <Link key={customer.id} to="/customers/$customerId" params={{ customerId: customer.id }}>
              {customer.name || customer.number}
            </Link>
          ))}
          {customers.length === 0 && <span className="quiet">{t('addresses.noCustomer')}</span>}
        </p>
        {detail && <p className="plain quiet task-detail">{t('addresses.said', { words: detail })}</p>}
        <p className="plain quiet task-about">
          <ExactInstant at={foundAt}>{t('addresses.since', { day: formats.dayOf(foundAt) })}</ExactInstant>
          {invoice && (
            <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.id }}>
              {t('addresses.ofInvoice', { number: invoice.number ?? t('invoices.noNumber') })}
            </Link>
          )}
        </p>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('addresses.clearNamed', { address })}
        loading={clear.isPending}
        onClick={() => clear.mutate()}
      >
        {t('addresses.clear')}
      </Button>
    </li>
  )
}
