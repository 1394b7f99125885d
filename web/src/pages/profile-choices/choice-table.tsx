import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProfileChoice } from '../../client/profile-choices.ts'
import { Amount } from '../../parts/amount.tsx'
import { Mark } from '../../parts/mark.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'

type ChoiceTableProps = {
  rows: ProfileChoice[]
  isStale: boolean
  more: { isLoading: boolean; onMore: () => void } | undefined
}

/** One line an invoice: its profile, what chose it, what the custom fields said, and what helps when they are wrong. */
export function ChoiceTable({ rows, isStale, more }: ChoiceTableProps) {
  const { t } = useTranslation()
  return (
    <RecordTable
      label={t('profileChoices.title')}
      columns={useColumns()}
      rows={rows}
      isStale={isStale}
      more={more}
      card={(row) => <ChoiceCard row={row} />}
    />
  )
}

function useColumns(): Column<ProfileChoice>[] {
  const { t } = useTranslation()
  return [
    { id: 'invoice', header: t('profileChoices.invoice'), cell: (row) => <Subject row={row} /> },
    {
      id: 'profile',
      header: t('profileChoices.profile'),
      cell: (row) => <span className="strong">{row.profile.name}</span>,
    },
    { id: 'why', isWide: true, header: t('profileChoices.why'), cell: (row) => <Why row={row} /> },
    {
      id: 'total',
      header: t('profileChoices.total'),
      align: 'right',
      cell: (row) => <Amount money={row.total} />,
    },
  ]
}

function Subject({ row }: { row: ProfileChoice }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/invoices/$invoiceId" params={{ invoiceId: row.id }} className="row-link figures">
        {row.number ?? t('profileChoices.unnamed')}
      </Link>
      <span className="clip quiet customer">{row.customerName}</span>
    </>
  )
}

function Why({ row }: { row: ProfileChoice }) {
  return (
    <div className="why">
      <span>{row.profileReason.title}</span>
      {row.readings.map((reading) => (
        <Reading key={reading.context} reading={reading} />
      ))}
      <Warning row={row} />
    </div>
  )
}

function Reading({ reading }: { reading: ProfileChoice['readings'][number] }) {
  const { t } = useTranslation()
  const { context, field, values } = reading
  const name = t(`profileChoices.reading.${context}`, { field: field ?? t('profileChoices.fieldGone') })
  return (
    <p className="why-words quiet">
      {name}{' '}
      {values.length > 0 ? values.map((value) => `“${value}”`).join(', ') : t('profileChoices.noValue')}
    </p>
  )
}

/** What is wrong with the field, what helps, and the way to the invoice in Teamleader. */
function Warning({ row: { warning, webUrl } }: { row: ProfileChoice }) {
  const { t } = useTranslation()
  if (!warning) return null
  return (
    <>
      <Mark icon={IconAlertTriangle} tone="warn">
        <span className="wrap">
          {warning.title}
          {warning.value && ` “${warning.value}”`}. {warning.explanation}
        </span>
      </Mark>
      {webUrl && (
        <Anchor size="sm" className="with-icon" href={webUrl} target="_blank" rel="noreferrer">
          {t('profileChoices.openInTeamleader')} <IconExternalLink size={13} aria-hidden />
        </Anchor>
      )}
    </>
  )
}

function ChoiceCard({ row }: { row: ProfileChoice }) {
  return (
    <>
      <div className="card-line">
        <div className="card-subject">
          <Subject row={row} />
        </div>
        <Amount money={row.total} />
      </div>
      <span className="strong">{row.profile.name}</span>
      <Why row={row} />
    </>
  )
}
