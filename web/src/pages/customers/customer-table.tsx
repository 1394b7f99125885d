import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconLink, IconMailOff, IconUserOff } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerItem, CustomerSort } from '../../client/customer-contract.ts'
import { Amount } from '../../parts/amount.tsx'
import { CustomerKindIcon } from '../../parts/customer-kind-icon.tsx'
import { Mark } from '../../parts/mark.tsx'
import { type Column, RecordTable, type Sorting } from '../../parts/record-table.tsx'
import type { RowSelection } from '../../parts/row-selection.tsx'

type CustomerTableProps = {
  rows: CustomerItem[]
  sorting: Sorting<CustomerSort>
  selection: RowSelection<CustomerItem>
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** The customers as rows, or as cards on a phone. */
export function CustomerTable({ rows, sorting, selection, isStale, more }: CustomerTableProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  return (
    <RecordTable
      label={t('customers.table')}
      columns={useColumns()}
      rows={rows}
      sorting={sorting}
      selection={selection}
      isStale={isStale}
      more={more}
      card={(row) => <CustomerCard row={row} />}
      onOpen={(row) => void navigate({ to: '/customers/$customerId', params: { customerId: row.id } })}
    />
  )
}

function useColumns(): Column<CustomerItem, CustomerSort>[] {
  const { t } = useTranslation()
  return [
    {
      id: 'name',
      isWide: true,
      header: t('customers.name'),
      sort: 'name',
      firstOrder: 'asc',
      cell: (row) => <CustomerName row={row} />,
    },
    {
      id: 'number',
      header: t('customers.number'),
      sort: 'number',
      firstOrder: 'asc',
      cell: (row) => <span className="clip quiet figures number">{row.number}</span>,
    },
    { id: 'email', header: t('customers.email'), cell: (row) => <Email row={row} /> },
    {
      id: 'city',
      header: t('customers.city'),
      sort: 'city',
      firstOrder: 'asc',
      cell: (row) => <span className="clip city">{row.city}</span>,
    },
    {
      id: 'profile',
      isExtra: true,
      header: t('customers.profile'),
      cell: (row) => <span className="clip quiet short">{row.profile?.name}</span>,
    },
    { id: 'link', header: t('customers.link'), cell: (row) => <LinkMark row={row} /> },
    {
      id: 'open',
      header: t('customers.open'),
      align: 'right',
      cell: (row) => <OpenAmounts row={row} />,
    },
  ]
}

function CustomerName({ row }: { row: CustomerItem }) {
  const { t } = useTranslation()
  return (
    <span className="customer-name">
      <CustomerKindIcon kind={row.kind} />
      <Link to="/customers/$customerId" params={{ customerId: row.id }} className="row-link clip">
        {row.name || t('customers.noName')}
      </Link>
      <Flags row={row} />
    </span>
  )
}

/** What is odd about the facts; a missing e-mail address has its own mark. */
function Flags({ row }: { row: CustomerItem }) {
  const { t } = useTranslation()
  const flags = row.flags.filter((flag) => flag !== 'no_email')
  if (flags.length === 0) return null
  const words = flags.map((flag) => t(`customerFlag.${flag}`)).join(' ')
  return (
    <Tooltip label={words} multiline maw={320} withArrow>
      <span className="warning-icon" role="img" aria-label={words}>
        <IconAlertTriangle size={15} aria-hidden />
      </span>
    </Tooltip>
  )
}

function Email({ row }: { row: CustomerItem }) {
  const { t } = useTranslation()
  if (row.email) return <span className="clip email">{row.email}</span>
  return (
    <Mark icon={IconMailOff} tone="warn">
      {t('customers.noEmail')}
    </Mark>
  )
}

function LinkMark({ row }: { row: CustomerItem }) {
  const { t } = useTranslation()
  if (!row.isLinked) return null
  const Glyph = row.goneCause ? IconUserOff : IconLink
  const words = row.goneCause ? t('customers.gone') : t('customers.linked')
  return (
    <Tooltip label={words} withArrow>
      <span className={row.goneCause ? 'warning-icon' : 'link-icon'} role="img" aria-label={words}>
        <Glyph size={16} stroke={1.7} aria-hidden />
      </span>
    </Tooltip>
  )
}

/** One amount per currency that is open. */
function OpenAmounts({ row }: { row: CustomerItem }) {
  const { t } = useTranslation()
  if (row.open.length === 0) {
    return (
      <span className="quiet">
        <span aria-hidden>–</span>
        <span className="hidden-words">{t('customers.nothingOpen')}</span>
      </span>
    )
  }
  return row.open.map((money) => (
    <div key={money.currency} className="strong">
      <Amount money={money} />
    </div>
  ))
}

function CustomerCard({ row }: { row: CustomerItem }) {
  return (
    <>
      <div className="card-line">
        <CustomerName row={row} />
        <div>
          <OpenAmounts row={row} />
        </div>
      </div>
      <div className="card-line quiet">
        <span className="figures clip">{[row.number, row.city].filter(Boolean).join(' · ')}</span>
        <LinkMark row={row} />
      </div>
      <div className="card-line quiet">
        <Email row={row} />
      </div>
    </>
  )
}
