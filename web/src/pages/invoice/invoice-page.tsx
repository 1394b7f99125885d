import { Button, SimpleGrid, Stack } from '@mantine/core'
import { IconArrowLeft, IconExternalLink, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { Invoice } from '../../client/contract.ts'
import { invoiceQuery } from '../../client/queries.ts'
import { HistoryCard } from '../../parts/history-card.tsx'
import { InvoiceStateMark } from '../../parts/invoice-state-mark.tsx'
import { notifyDone, notifyFailure } from '../../parts/notify.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { AmountCard } from './amount-card.tsx'
import { AskingCard } from './asking-card.tsx'
import { CustomerCard } from './customer-card.tsx'
import { DocumentsCard } from './documents-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { MessagesCard } from './messages-card.tsx'
import { PaymentLinkCard } from './payment-link-card.tsx'
import { PaymentsCard } from './payments-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { QuestionsCard } from './questions-card.tsx'

const route = getRouteApi('/inside/invoices/$invoiceId')

/** The whole story of one invoice: the facts on the left, what happened on the right. */
export function InvoicePage() {
  const { t } = useTranslation()
  const { invoiceId } = route.useParams()
  const { data: invoice, isPending, error, refetch } = useQuery(invoiceQuery(invoiceId))
  return (
    <>
      <Link to="/invoices" search={{}} className="back-link">
        <IconArrowLeft size={15} aria-hidden />
        {t('invoice.back')}
      </Link>
      {isPending && <ListSkeleton />}
      {error && !invoice && <LoadFailure failure={error} onRetry={() => void refetch()} />}
      {invoice && <InvoiceStory invoice={invoice} />}
    </>
  )
}

function InvoiceStory({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHead
        title={t('invoice.title', { number: invoice.number ?? t('invoices.noNumber') })}
        intro={
          <>
            <Link
              to="/customers/$customerId"
              params={{ customerId: invoice.customer.id }}
              className="quiet-link"
            >
              {invoice.customerName}
            </Link>
            <span className="head-state">
              <InvoiceStateMark invoice={invoice} />
            </span>
          </>
        }
      >
        <InvoiceActions invoice={invoice} />
      </PageHead>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className="story">
        <Stack gap="md">
          <AmountCard invoice={invoice} />
          <PaymentsCard invoice={invoice} />
          <QuestionsCard invoice={invoice} />
          <AskingCard invoice={invoice} />
          <MessagesCard invoiceId={invoice.id} />
          <PaymentLinkCard invoiceId={invoice.id} />
          <DocumentsCard invoice={invoice} />
          <FactsCard invoice={invoice} />
          <CustomerCard customer={invoice.customer} />
          <ProfileCard invoice={invoice} />
        </Stack>
        <HistoryCard subjectKind="invoice" subjectId={invoice.id} />
      </SimpleGrid>
    </>
  )
}

function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation()
  const refresh = useRefresh(invoice.id)
  return (
    <>
      {invoice.webUrl && (
        <Button
          size="xs"
          variant="default"
          component="a"
          href={invoice.webUrl}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={14} aria-label={t('common.opensElsewhere')} />}
        >
          {t('invoice.openInCrm')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={15} aria-hidden />}
        loading={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        {t('invoice.refresh')}
      </Button>
    </>
  )
}

function useRefresh(id: string) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { queryKey } = invoiceQuery(id)
  /** The outcome is the ledger's ("imported" stays "imported"); whether anything changed shows in the facts. */
  function words(outcome: string, invoice: Invoice): string {
    if (outcome === 'failed') return t('invoice.refreshedFailed')
    const isSame = JSON.stringify(queryClient.getQueryData(queryKey)) === JSON.stringify(invoice)
    return isSame ? t('invoice.refreshedSame') : t('invoice.refreshedChanged')
  }
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/invoices/{id}/refresh', { params: { path: { id } } })),
    onError: notifyFailure,
    onSuccess: ({ outcome, invoice }) => {
      notifyDone(words(outcome, invoice))
      queryClient.setQueryData(queryKey, invoice)
      void queryClient.invalidateQueries({ queryKey: ['activities'] })
    },
  })
}
