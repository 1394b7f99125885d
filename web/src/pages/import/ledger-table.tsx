import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '../../client/contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Instant } from '../../parts/instant.tsx'
import { Mark } from '../../parts/mark.tsx'
import { OutcomeMark } from '../../parts/outcome-mark.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { LineAction } from './line-action.tsx'

type LedgerTableProps = {
  rows: ImportLine[]
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** What was decided about each invoice, why, and the one thing that helps. */
export function LedgerTable({ rows, isStale, more }: LedgerTableProps) {
  const { t } = useTranslation()
  return (
    <RecordTable
      label={t('import.table')}
      columns={useColumns()}
      rows={rows}
      isStale={isStale}
      more={more}
      card={(row) => <LineCard row={row} />}
    />
  )
}

function useColumns(): Column<ImportLine>[] {
  const { t } = useTranslation()
  return [
    { id: 'invoice', header: t('import.invoice'), cell: (row) => <Subject row={row} /> },
    { id: 'outcome', header: t('import.outcome'), cell: (row) => <Decision row={row} /> },
    { id: 'why', isWide: true, header: t('import.why'), cell: (row) => <Why row={row} /> },
    {
      id: 'total',
      header: t('import.total'),
      align: 'right',
      cell: (row) => row.total && <Amount money={row.total} />,
    },
    {
      id: 'action',
      header: t('import.action'),
      align: 'right',
      cell: (row) => <LineAction line={row} />,
    },
  ]
}

function Subject({ row }: { row: ImportLine }) {
  const { t } = useTranslation()
  const number = row.number ?? t('import.unnamed')
  return (
    <>
      {row.invoiceId ? (
        <Link to="/invoices/$invoiceId" params={{ invoiceId: row.invoiceId }} className="row-link figures">
          {number}
        </Link>
      ) : (
        <span className="strong figures">{number}</span>
      )}
      <span className="clip quiet customer">{row.customerName}</span>
    </>
  )
}

/** What was decided, and when. */
function Decision({ row }: { row: ImportLine }) {
  return (
    <>
      <OutcomeMark outcome={row.outcome} />
      <div className="quiet">
        <Instant at={row.decidedAt} />
      </div>
    </>
  )
}

/** The cause in words, what to do about it, and when it is tried again; the code is there to copy. */
function Why({ row }: { row: ImportLine }) {
  const { t } = useTranslation()
  const { cause, warning } = row
  if (!cause && !warning) return <span className="quiet">{t('import.asExpected')}</span>
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
      <NextTry row={row} />
    </div>
  )
}

function NextTry({ row: { nextTryAt, attempts } }: { row: ImportLine }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  if (!nextTryAt) return null
  return (
    <Text size="xs" c="dimmed">
      {t('import.nextTry', { ago: formats.ago(nextTryAt, now) })} ·{' '}
      {t('import.attempts', { count: attempts })}
    </Text>
  )
}

function LineCard({ row }: { row: ImportLine }) {
  return (
    <>
      <div className="card-line">
        <div className="card-subject">
          <Subject row={row} />
        </div>
        {row.total && <Amount money={row.total} />}
      </div>
      <div className="card-line">
        <OutcomeMark outcome={row.outcome} />
        <span className="quiet">
          <Instant at={row.decidedAt} />
        </span>
      </div>
      {(row.cause || row.warning) && <Why row={row} />}
      <div>
        <LineAction line={row} />
      </div>
    </>
  )
}
