import { Button } from '@mantine/core'
import { IconFilterOff, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../parts/page-states.tsx'
import type { CustomersSearch } from '../../search.ts'
import { isNarrowed } from './customer-filter-bar.tsx'

/** An empty list: because of the filters, or because nobody came in yet. */
export function NoCustomers({ search }: { search: CustomersSearch }) {
  const { t } = useTranslation()
  const add = (
    <Button size="xs" variant="subtle" renderRoot={(props) => <Link to="/customers/new" {...props} />}>
      {t('customers.new')}
    </Button>
  )
  if (isNarrowed(search) || search.kind) {
    return (
      <Empty icon={IconFilterOff} title={t('customers.noMatchTitle')} text={t('customers.noMatchText')}>
        <Button
          size="xs"
          variant="default"
          renderRoot={(props) => <Link to="/customers" search={{}} {...props} />}
        >
          {t('common.clearFilters')}
        </Button>
        {add}
      </Empty>
    )
  }
  return (
    <Empty icon={IconUsers} title={t('customers.emptyTitle')} text={t('customers.emptyText')}>
      {add}
    </Empty>
  )
}
