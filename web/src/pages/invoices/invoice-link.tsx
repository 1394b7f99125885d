import { Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../../client/contract.ts'

/** The number as the way to the invoice, and what is odd about it. */
export function InvoiceLink({ row }: { row: InvoiceItem }) {
  const { t } = useTranslation()
  return (
    <span className="with-icon">
      <Link to="/invoices/$invoiceId" params={{ invoiceId: row.id }} className="row-link figures">
        {row.number ?? t('invoices.noNumber')}
      </Link>
      {row.warning && <Warning warning={row.warning} />}
    </span>
  )
}

function Warning({ warning }: { warning: NonNullable<InvoiceItem['warning']> }) {
  const words = warning.detail ?? warning.title
  return (
    <Tooltip label={words} multiline maw={320} withArrow>
      <span className="warning-icon" role="img" aria-label={words}>
        <IconAlertTriangle size={15} aria-hidden />
      </span>
    </Tooltip>
  )
}
