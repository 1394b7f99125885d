import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ManualImportLine } from '../../client/invoice-contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Mark } from '../../parts/mark.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { useFormats } from '../../parts/use-formats.ts'

type Row = ManualImportLine & { id: string }

type LineTableProps = {
  lines: ManualImportLine[]
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** The invoices of one outcome, each with its reason in words. */
export function LineTable({ lines, isStale, more }: LineTableProps) {
  const { t } = useTranslation()
  return (
    <RecordTable
      label={t('manualImport.table')}
      columns={useColumns()}
      rows={lines.map((line) => ({ ...line, id: line.externalId }))}
      isStale={isStale}
      more={more}
      card={(row) => <LineCard row={row} />}
    />
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation()
  return [
    { id: 'invoice', header: t('manualImport.invoice'), cell: (row) => <Subject row={row} /> },
    { id: 'date', isExtra: true, header: t('manualImport.date'), cell: (row) => <Day row={row} /> },
    { id: 'why', isWide: true, header: t('manualImport.why'), cell: (row) => <Why row={row} /> },
    {
      id: 'total',
      header: t('manualImport.total'),
      align: 'right',
      cell: (row) => row.total && <Amount money={row.total} />,
    },
    { id: 'crm', header: t('import.openInCrm'), align: 'right', cell: (row) => <CrmLink row={row} /> },
  ]
}

function Subject({ row }: { row: Row }) {
  const { t } = useTranslation()
  const number = row.number ?? t('import.unnamed')
  return (
    <>
      <Link
        to="/import"
        search={{ view: 'why', q: row.number ?? row.externalId }}
        className="row-link figures"
        aria-label={t('manualImport.diagnose', { number })}
      >
        {number}
      </Link>
      <span className="clip quiet customer">{row.customerName}</span>
    </>
  )
}

function Day({ row: { invoiceDate } }: { row: Row }) {
  const formats = useFormats()
  return invoiceDate && <span className="nowrap quiet">{formats.day(invoiceDate)}</span>
}

function Why({ row: { cause, warning } }: { row: Row }) {
  const { t } = useTranslation()
  if (!cause && !warning) return <span className="quiet">{t('manualImport.noWhy')}</span>
  return (
    <div className="why">
      {cause && (
        <>
          <span className="with-icon">
            <span className="strong">{cause.title}</span>
            <CopyButton value={cause.code} label={t('common.copyCode', { code: cause.code })} />
          </span>
          <p className="why-words">
            <span className="quiet">{cause.explanation}</span> {cause.remedy}
          </p>
        </>
      )}
      {warning && (
        <Mark icon={IconAlertTriangle} tone="warn">
          <span className="wrap">{warning.explanation}</span>
        </Mark>
      )}
    </div>
  )
}

function CrmLink({ row }: { row: Row }) {
  const { t } = useTranslation()
  if (!row.webUrl) return null
  return (
    <a href={row.webUrl} target="_blank" rel="noreferrer" className="text-link with-icon">
      {t('import.openInCrm')}
      <IconExternalLink size={13} aria-label={t('common.opensElsewhere')} />
    </a>
  )
}

function LineCard({ row }: { row: Row }) {
  return (
    <>
      <div className="card-line">
        <div className="card-subject">
          <Subject row={row} />
        </div>
        {row.total && <Amount money={row.total} />}
      </div>
      {(row.cause || row.warning) && <Why row={row} />}
      <div className="card-line">
        <Day row={row} />
        <CrmLink row={row} />
      </div>
    </>
  )
}
