import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../client/message-calendar-calls.ts'

type InvoiceLineProps = Pick<CalendarItem, 'invoice'> & { children: ReactNode }

/** Which invoice and whose, each with the way to it; at the right what it is about. */
export function InvoiceLine({
  invoice: { id, number, customerId, customerName },
  children,
}: InvoiceLineProps) {
  const { t } = useTranslation()
  return (
    <div className="card-line">
      <span className="about-invoice">
        <Link to="/invoices/$invoiceId" params={{ invoiceId: id }} className="row-link figures">
          {number ?? t('invoices.noNumber')}
        </Link>
        <Link to="/customers/$customerId" params={{ customerId }} className="quiet-link clip">
          {customerName}
        </Link>
      </span>
      {children}
    </div>
  )
}
