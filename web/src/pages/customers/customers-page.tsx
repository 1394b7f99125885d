import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerFilters } from '../../client/customer-contract.ts'
import { customerSummaryQuery, customersQuery } from '../../client/customer-queries.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import type { CustomersSearch } from '../../search.ts'
import { CustomerFilterBar } from './customer-filter-bar.tsx'
import { CustomerTable } from './customer-table.tsx'
import { FilesMenu } from './files-menu.tsx'
import { NoCustomers } from './no-customers.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useCustomerSelection } from './use-customer-selection.ts'

const route = getRouteApi('/inside/customers')

/** All customers; what is shown lives in the address. */
export function CustomersPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const filters = filtersOf(search)
  const sorting = { by: search.sort ?? 'name', order: search.order ?? 'asc' } as const
  const list = useInfiniteQuery(customersQuery({ ...filters, sort: sorting.by, order: sorting.order }))
  // Without the kind: the tabs say how many there are of each.
  const { kind, ...narrowing } = filters
  const { data: summary } = useQuery(customerSummaryQuery(narrowing))
  const rows = list.data?.pages.flatMap((page) => page.items)
  const selection = useCustomerSelection(rows ?? [], filters)

  function change(part: Partial<CustomersSearch>) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  }

  return (
    <>
      <PageHead title={t('customers.title')} intro={t('customers.intro')}>
        <FilesMenu />
        <NewCustomerButton />
      </PageHead>
      <CustomerFilterBar search={search} summary={summary} onChange={change} />
      {list.isError && !rows && <LoadFailure failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton />}
      {rows?.length === 0 && <NoCustomers search={search} />}
      {rows && rows.length > 0 && (
        <CustomerTable
          rows={rows}
          isStale={list.isPlaceholderData}
          selection={selection.rows}
          sorting={{ ...sorting, onSort: (sort, order) => change({ sort, order }) }}
          more={
            list.hasNextPage
              ? { isLoading: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
              : undefined
          }
        />
      )}
      <SelectionBar
        selection={selection}
        matching={summary?.counts[kind ?? 'all']}
        hasMore={list.hasNextPage}
      />
    </>
  )
}

function filtersOf(search: CustomersSearch): CustomerFilters {
  const { kind, q, withoutEmail, hasOpen, profileId, language, link } = search
  return {
    ...(kind && { kind }),
    ...(q && { q }),
    ...(withoutEmail && { withoutEmail: 'true' }),
    ...(hasOpen && { hasOpen: 'true' }),
    ...(profileId && { profileId }),
    ...(language && { language }),
    ...(link === 'linked' && { linked: 'true' }),
    ...(link === 'notLinked' && { linked: 'false' }),
    ...(link === 'gone' && { gone: 'true' }),
  }
}

function NewCustomerButton() {
  const { t } = useTranslation()
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      renderRoot={(props) => <Link to="/customers/new" {...props} />}
    >
      {t('customers.new')}
    </Button>
  )
}
