import { SimpleGrid, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../client/customer-contract.ts'
import { customerQuery } from '../../client/customer-queries.ts'
import { customerGroupNames } from '../../parts/customer-form/customer-form.ts'
import { CustomerKindIcon } from '../../parts/customer-kind-icon.tsx'
import { HistoryCard } from '../../parts/history-card.tsx'
import { ExactInstant } from '../../parts/instant.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { useFormats, useNow } from '../../parts/use-formats.ts'
import { BalanceCard } from './balance-card.tsx'
import { CustomerActions } from './customer-actions.tsx'
import { CustomerBanners } from './customer-banners.tsx'
import { CustomerHistory } from './customer-history.tsx'
import { CustomerInvoices } from './customer-invoices.tsx'
import { FactsGroup } from './facts-group.tsx'
import { MergesCard } from './merges-card.tsx'

const route = getRouteApi('/inside/customers/$customerId')

/** Everything about one customer: the facts and where they come from on the left, what happened on the right. */
export function CustomerPage() {
  const { t } = useTranslation()
  const { customerId } = route.useParams()
  const { data: customer, isPending, error, refetch } = useQuery(customerQuery(customerId))
  return (
    <>
      <Link to="/customers" search={{}} className="back-link">
        <IconArrowLeft size={15} aria-hidden />
        {t('customer.back')}
      </Link>
      {isPending && <ListSkeleton />}
      {error && !customer && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {customer && customer.id !== customerId && (
        // It was merged: its address leads to the customer that took it over.
        <Navigate to="/customers/$customerId" params={{ customerId: customer.id }} replace />
      )}
      {customer && <CustomerStory key={customer.id} customer={customer} />}
    </>
  )
}

function CustomerStory({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead
        title={customer.name || t('customer.unnamed')}
        intro={
          <span className="customer-intro">
            <CustomerKindIcon kind={customer.kind} />
            <span className="figures">{t('customer.number', { number: customer.number })}</span>
            <span className="intro-dot" aria-hidden>
              ·
            </span>
            <LinkState customer={customer} />
          </span>
        }
      >
        <CustomerActions customer={customer} />
      </PageHead>
      <CustomerBanners customer={customer} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className="story">
        <Stack gap="md">
          {customerGroupNames.map((group) => (
            <FactsGroup key={group} group={group} customer={customer} />
          ))}
        </Stack>
        <Stack gap="md">
          <BalanceCard customer={customer} />
          <CustomerInvoices customer={customer} />
          <CustomerHistory customerId={customer.id} />
          {customer.merges.length > 0 && <MergesCard merges={customer.merges} />}
          <HistoryCard subjectKind="customer" subjectId={customer.id} />
        </Stack>
      </SimpleGrid>
    </>
  )
}

/** How near the facts are to Teamleader's. */
function LinkState({ customer: { isLinked, detailsReadAt } }: { customer: Customer }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  if (!isLinked) return t('customer.notLinked')
  if (!detailsReadAt) return t('customer.neverRead')
  return (
    <ExactInstant at={detailsReadAt}>
      {t('customer.lastRead', { ago: formats.ago(detailsReadAt, now) })}
    </ExactInstant>
  )
}
