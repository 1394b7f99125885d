import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceItem, InvoiceSort } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { DocumentButton } from '../../parts/document-button.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { InvitationMark } from '../../parts/invitation-mark.tsx'
import { InvoiceStateMark } from '../../parts/invoice-state-mark.tsx'
import { RecordTable, type Sorting } from '../../parts/record-table.tsx'
import type { RowSelection } from '../../parts/row-selection.tsx'
import { StopMark } from '../../parts/stop-mark.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import type { ColumnId } from './columns.ts'
import { InvoiceLink } from './invoice-link.tsx'
import { useColumns } from './use-columns.tsx'

type InvoiceTableProps = {
  rows: InvoiceItem[]
  columns: readonly ColumnId[]
  selection: RowSelection<InvoiceItem>
  sorting: Sorting<InvoiceSort>
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** The invoices as rows, or as cards on a phone. */
export function InvoiceTable({ rows, columns, selection, sorting, isStale, more }: InvoiceTableProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <RecordTable
      label={t('invoices.table')}
      columns={useColumns(columns)}
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

/** On a phone only what somebody may have to do something about. */
const needsLook: ReadonlySet<InvoiceItem['invitation']> = new Set(['held', 'failed', 'unknown'])

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
      <StopMark stops={row.stops} />
      {needsLook.has(row.invitation) && (
        <div className="card-line">
          <span>{t('invoices.invitation')}</span>
          <InvitationMark invitation={row.invitation} />
        </div>
      )}
    </>
  )
}
