import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InvoiceFilters } from '../../client/contract.ts'
import { useFormats } from '../../parts/use-formats.ts'
import type { InvoicesSearch } from '../../search.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { narrowingsOf } from './invoice-filters.ts'
import type { ColumnChoice } from './use-column-choice.ts'
import { ViewsMenu } from './views-menu.tsx'

export type ListToolsProps = {
  search: InvoicesSearch
  filters: InvoiceFilters
  today: string
  columns: ColumnChoice
  matching: number | undefined
  onChange: (part: Partial<InvoicesSearch>) => void
}

/** Beside the search: the filters, the saved views, the columns and the export; below them what narrows the list. */
export function ListTools(props: ListToolsProps) {
  const { search, filters, columns, matching, onChange } = props
  return (
    <>
      <div className="list-tools">
        <Filters {...props} />
        <ViewsMenu search={search} columns={columns} />
        <span className="tools-gap" />
        <ColumnsMenu columns={columns} />
        <ExportMenu asked={{ filter: filters }} isEmpty={matching === 0} />
      </div>
      <FilterChips search={search} today={props.today} onChange={onChange} />
    </>
  )
}

function Filters({ search, today, matching, onChange }: ListToolsProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [isOpen, panel] = useDisclosure(false)
  const count = narrowingsOf(search).filter((name) => name !== 'q').length
  return (
    <FilterPanel isOpen={isOpen} onClose={panel.close} {...{ search, today, matching, onChange }}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        onClick={panel.toggle}
        {...(count > 0 && {
          rightSection: <span className="filter-count figures">{formats.count(count)}</span>,
        })}
      >
        {t('invoiceFilters.title')}
      </Button>
    </FilterPanel>
  )
}
