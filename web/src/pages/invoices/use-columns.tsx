import { useTranslation } from 'react-i18next'
import type { InvoiceItem, InvoiceSort } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { DocumentButton } from '../../parts/document-button.tsx'
import { DueDate } from '../../parts/due-date.tsx'
import { Instant } from '../../parts/instant.tsx'
import { InvitationMark } from '../../parts/invitation-mark.tsx'
import { InvoiceStateMark } from '../../parts/invoice-state-mark.tsx'
import type { Column } from '../../parts/record-table.tsx'
import { StopMark } from '../../parts/stop-mark.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import type { ColumnId } from './columns.ts'
import { InvoiceLink } from './invoice-link.tsx'

type InvoiceColumn = Column<InvoiceItem, InvoiceSort>
type Looks = Omit<InvoiceColumn, 'id' | 'header'>

/** The chosen columns, in the chosen order. */
export function useColumns(shown: readonly ColumnId[]): InvoiceColumn[] {
  const names = useColumnNames()
  return shown.map((id) => ({ id, header: names[id], ...looks[id] }))
}

/** What each column is called, over the table and where columns are chosen. */
export function useColumnNames(): Record<ColumnId, string> {
  const { t } = useTranslation()
  return {
    number: t('invoices.number'),
    document: t('invoices.document'),
    customer: t('invoices.customer'),
    state: t('invoices.state'),
    invitation: t('invoices.invitation'),
    due: t('invoices.dueDate'),
    date: t('invoices.invoiceDate'),
    profile: t('invoices.profile'),
    department: t('invoices.department'),
    imported: t('invoices.imported'),
    total: t('invoices.total'),
    open: t('invoices.amountDue'),
  }
}

const looks: Record<ColumnId, Looks> = {
  number: { sort: 'number', cell: (row) => <InvoiceLink row={row} /> },
  document: { cell: (row) => <DocumentButton invoice={row} /> },
  customer: {
    isWide: true,
    sort: 'customer',
    cell: (row) => <span className="clip stretch">{row.customerName}</span>,
  },
  state: {
    cell: (row) => (
      <>
        <InvoiceStateMark invoice={row} />
        <span className="stop-beside">
          <StopMark stops={row.stops} />
        </span>
      </>
    ),
  },
  invitation: { isExtra: true, cell: (row) => <InvitationMark invitation={row.invitation} /> },
  due: { sort: 'dueDate', cell: (row) => <DueDate invoice={row} /> },
  date: { isExtra: true, sort: 'invoiceDate', cell: (row) => <InvoiceDay row={row} /> },
  profile: { isExtra: true, cell: (row) => <span className="clip quiet short">{row.profile.name}</span> },
  department: {
    isExtra: true,
    cell: (row) => <span className="clip quiet short">{row.departmentName}</span>,
  },
  imported: {
    isExtra: true,
    cell: (row) => (
      <span className="quiet">
        <Instant at={row.importedAt} />
      </span>
    ),
  },
  total: {
    align: 'right',
    cell: (row) => (
      <span className="quiet">
        <Amount money={row.total} />
      </span>
    ),
  },
  open: {
    align: 'right',
    sort: 'openAmount',
    cell: (row) => (
      <span className={row.open.amountCents === 0 ? 'quiet' : 'strong'}>
        <Amount money={row.open} />
      </span>
    ),
  },
}

function InvoiceDay({ row }: { row: InvoiceItem }) {
  const formats = useFormats()
  return row.invoiceDate && <span className="nowrap quiet">{formats.day(row.invoiceDate)}</span>
}
