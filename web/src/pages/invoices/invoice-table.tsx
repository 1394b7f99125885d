import { Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem, InvoiceSort } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { DocumentButton } from '../../parts/document-button.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { InvoiceStateMark } from '../../parts/invoice-state-mark.tsx'
import { type Column, RecordTable, type Sorting } from '../../parts/record-table.tsx'
import type { RowSelection } from '../../parts/row-selection.tsx'
import { useFormats } from '../../parts/use-formats.ts'

type InvoiceTableProps = {
  rows: InvoiceItem[]
  selection: RowSelection<InvoiceItem>
  sorting: Sorting<InvoiceSort>
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** The invoices as rows, or as cards on a phone. */
export function InvoiceTable({ rows, selection, sorting, isStale, more }: InvoiceTableProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <RecordTable
      label={t('invoices.table')}
      columns={useColumns()}
      rows={rows}
      selection={selection}
      sorting={sorting}
      isStale={isStale}
      more={more}
      card={(row) => <InvoiceCard row={row} />}
      onOpen={(row) => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: row.id } })}
    />
  )
}

function useColumns(): Column<InvoiceItem, InvoiceSort>[] {
  const { t } = useTranslation()
  const formats = useFormats()
  return [
    {
      id: 'number',
      header: t('invoices.number'),
      sort: 'number',
      cell: (row) => <InvoiceLink row={row} />,
    },
    {
      id: 'document',
      header: t('invoices.document'),
      cell: (row) => <DocumentButton invoice={row} />,
    },
    {
      id: 'customer',
      isWide: true,
      header: t('invoices.customer'),
      sort: 'customer',
      cell: (row) => <span className="clip stretch">{row.customerName}</span>,
    },
    {
      id: 'state',
      header: t('invoices.state'),
      cell: (row) => <InvoiceStateMark invoice={row} />,
    },
    {
      id: 'due',
      header: t('invoices.dueDate'),
      sort: 'dueDate',
      cell: (row) => <DueDate invoice={row} />,
    },
    {
      id: 'date',
      isExtra: true,
      header: t('invoices.invoiceDate'),
      sort: 'invoiceDate',
      cell: (row) => row.invoiceDate && <span className="nowrap quiet">{formats.day(row.invoiceDate)}</span>,
    },
    {
      id: 'profile',
      isExtra: true,
      header: t('invoices.profile'),
      cell: (row) => <span className="clip quiet short">{row.profile.name}</span>,
    },
    {
      id: 'total',
      header: t('invoices.total'),
      align: 'right',
      cell: (row) => (
        <span className="quiet">
          <Amount money={row.total} />
        </span>
      ),
    },
    {
      id: 'open',
      header: t('invoices.amountDue'),
      align: 'right',
      sort: 'openAmount',
      cell: (row) => (
        <span className={row.open.amountCents === 0 ? 'quiet' : 'strong'}>
          <Amount money={row.open} />
        </span>
      ),
    },
  ]
}

function InvoiceLink({ row }: { row: InvoiceItem }) {
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

function InvoiceCard({ row }: { row: InvoiceItem }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const isPart = row.open.amountCents !== row.total.amountCents
  return (
    <>
      <div className="card-line">
        <strong className="clip">{row.customerName}</strong>
        <strong>
          <Amount money={row.open} />
        </strong>
      </div>
      <div className="card-line quiet">
        <InvoiceLink row={row} />
        {isPart && (
          <span className="figures">{t('invoices.ofTotal', { total: formats.money(row.total) })}</span>
        )}
      </div>
      <div className="card-line">
        <span className="with-icon">
          <InvoiceStateMark invoice={row} />
          <DocumentButton invoice={row} />
        </span>
        <DueDate invoice={row} />
      </div>
    </>
  )
}
