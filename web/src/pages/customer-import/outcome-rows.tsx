import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type CustomerImport, type RowOutcome, rowOutcomes } from '../../client/customer-files-contract.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { PreviewRows } from './preview-rows.tsx'

const route = getRouteApi('/inside/customers/import/$importId')

type OutcomeRowsProps = { customerImport: CustomerImport; counts: NonNullable<CustomerImport['counts']> }

/** The rows of the file by what happens, or happened, to them; the open tab lives in the address. */
export function OutcomeRows({ customerImport, counts }: OutcomeRowsProps) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const outcome = search.outcome ?? rowOutcomes.find((name) => counts[name] > 0) ?? 'create'
  return (
    <div>
      <div className="filter-top">
        <FilterTabs<RowOutcome>
          label={t('customerImport.outcomeLabel')}
          value={outcome}
          options={rowOutcomes.map((name) => ({
            value: name,
            label: t(`customerImport.outcome.${name}`),
            count: counts[name],
          }))}
          onChange={(next) => void navigate({ search: { outcome: next }, replace: true })}
        />
      </div>
      <PreviewRows customerImport={customerImport} outcome={outcome} count={counts[outcome]} />
    </div>
  )
}
