import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem } from '../../client/contract.ts'
import type { Customer } from '../../client/customer-contract.ts'
import { invoicesQuery } from '../../client/queries.ts'
import { Amount } from '../../parts/amount.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { Card } from '../../parts/facts.tsx'
import { InvoiceStateMark } from '../../parts/invoice-state-mark.tsx'
import { LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'

/** The invoices of the customer, and of those that were merged into it; the newest first. */
export function CustomerInvoices({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const columns = useColumns()
  const list = useInfiniteQuery(
    invoicesQuery({ state: 'all', customerId: customer.id, sort: 'invoiceDate', order: 'desc' }),
  )
  const rows = list.data?.pages.flatMap((page) => page.items)
  return (
    <Card title={t('customer.invoicesTitle')}>
      {list.isError && !rows && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <p className="quiet plain">{t('customer.invoicesNone')}</p>}
      {rows && rows.length > 0 && (
        <RecordTable
          label={t('customer.invoicesTable')}
          columns={columns}
          rows={rows}
          onOpen={(row) => void navigate({ to: '/invoices/$invoiceId', params: { invoiceId: row.id } })}
          card={(row) => <InvoiceCard row={row} />}
          more={
            list.hasNextPage
              ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
              : undefined
          }
        />
      )}
    </Card>
  )
}

function useColumns(): Column<InvoiceItem>[] {
  const { t } = useTranslation()
  return [
    { id: 'number', isWide: true, header: t('invoices.number'), cell: (row) => <NumberLink row={row} /> },
    { id: 'state', header: t('invoices.state'), cell: (row) => <InvoiceStateMark invoice={row} /> },
    { id: 'due', header: t('invoices.dueDate'), cell: (row) => <DueDate invoice={row} /> },
    {
      id: 'open',
      header: t('invoices.amountDue'),
      align: 'right',
      cell: (row) => (
        <span className={row.open.amountCents === 0 ? 'quiet' : 'strong'}>
          <Amount money={row.open} />
        </span>
      ),
    },
  ]
}

function NumberLink({ row }: { row: InvoiceItem }) {
  const { t } = useTranslation()
  return (
    <Link to="/invoices/$invoiceId" params={{ invoiceId: row.id }} className="row-link figures">
      {row.number ?? t('invoices.noNumber')}
    </Link>
  )
}

function InvoiceCard({ row }: { row: InvoiceItem }) {
  return (
    <>
      <div className="card-line">
        <NumberLink row={row} />
        <strong>
          <Amount money={row.open} />
        </strong>
      </div>
      <div className="card-line">
        <InvoiceStateMark invoice={row} />
        <DueDate invoice={row} />
      </div>
    </>
  )
}
