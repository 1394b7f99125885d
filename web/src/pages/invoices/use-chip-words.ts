import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { customerQuery } from '../../client/customer-queries.ts'
import { invoiceChoicesQuery } from '../../client/invoice-list-calls.ts'
import { connectionsQuery, profilesQuery } from '../../client/queries.ts'
import { useFormats } from '../../parts/use-formats.ts'
import type { InvoicesSearch } from '../../search.ts'
import type { Formats } from '../../texts/formats.ts'
import type { Narrowing } from './invoice-filters.ts'
import { daysOf } from './invoice-periods.ts'

/** What each filter asks, in words and with names instead of ids. A name that cannot be found is a dash. */
export function useChipWords(search: InvoicesSearch, today: string): Record<Narrowing, string> {
  const { t } = useTranslation()
  const formats = useFormats()
  const named = useNames(search)
  return {
    q: search.q ?? '',
    period: t('invoiceFilters.chip', {
      filter: t(`invoices.${search.dateOf ?? 'invoiceDate'}`),
      value: periodWords(search, { t, formats, today }),
    }),
    customerId: t('invoiceFilters.chip', { filter: t('invoices.customer'), value: named.customer }),
    profileId: t('invoiceFilters.chip', { filter: t('invoices.profile'), value: named.profile }),
    chosenBy: t('invoiceFilters.chip', {
      filter: t('invoiceFilters.chosenBy'),
      value: t(`invoiceFilters.chosenByIs.${search.chosenBy ?? 'connection'}`),
    }),
    document: t(`invoiceFilters.documentIs.${search.document ?? 'none'}`),
    invitation: t('invoiceFilters.chip', {
      filter: t('invoices.invitation'),
      value: t(`invoices.invitationIs.${search.invitation ?? 'none'}`),
    }),
    stop: t('invoiceFilters.chip', {
      filter: t('invoiceFilters.stop'),
      value: t(`asking.stop.${search.stop ?? 'hold'}.name`),
    }),
    warning: warningWords(search.warning, t, named.warning),
    departmentId: t('invoiceFilters.chip', { filter: t('invoices.department'), value: named.department }),
    connectionId: t('invoiceFilters.chip', { filter: t('invoiceFilters.account'), value: named.account }),
    currency: t('invoiceFilters.chip', {
      filter: t('invoiceFilters.currency'),
      value: search.currency ?? '',
    }),
  }
}

/** Only the names that are needed are asked for. */
function useNames(search: InvoicesSearch) {
  const { customerId, profileId, connectionId, departmentId, warning } = search
  const { data: customer } = useQuery({
    ...customerQuery(customerId ?? ''),
    enabled: customerId !== undefined,
  })
  const { data: profiles } = useQuery({ ...profilesQuery(), enabled: profileId !== undefined })
  const { data: connections } = useQuery({ ...connectionsQuery(), enabled: connectionId !== undefined })
  const { data: choices } = useQuery({
    ...invoiceChoicesQuery(),
    enabled: departmentId !== undefined || warning !== undefined,
  })
  return {
    customer: customer ? customer.name || customer.number : unnamed,
    profile: nameIn(profiles?.items, ({ id }) => id === profileId),
    account: connections?.items.find(({ id }) => id === connectionId)?.accountName ?? unnamed,
    department: nameIn(choices?.departments, (department) => department.departmentId === departmentId),
    warning: choices?.warnings.find(({ code }) => code === warning)?.title,
  }
}

function nameIn<T extends { name: string }>(items: T[] | undefined, isIt: (item: T) => boolean): string {
  return items?.find(isIt)?.name ?? unnamed
}

const unnamed = '–'

function warningWords(warning: string | undefined, t: TFunction, title: string | undefined): string {
  if (warning === 'false') return t('invoiceFilters.noWarning')
  if (warning === 'true' || !title) return t('invoiceFilters.someWarning')
  return t('invoiceFilters.chip', { filter: t('invoiceFilters.warning'), value: title })
}

type PeriodParts = { t: TFunction; formats: Formats; today: string }

function periodWords(
  { period, dateFrom, dateTo }: InvoicesSearch,
  { t, formats, today }: PeriodParts,
): string {
  if (period) {
    const { from, to } = daysOf(period, today)
    const days = t('invoiceFilters.between', { from: formats.day(from), to: formats.day(to) })
    return t('invoiceFilters.periodDays', { period: t(`invoiceFilters.periodIs.${period}`), days })
  }
  if (dateFrom && dateTo)
    return t('invoiceFilters.between', { from: formats.day(dateFrom), to: formats.day(dateTo) })
  if (dateFrom) return t('invoiceFilters.since', { from: formats.day(dateFrom) })
  return t('invoiceFilters.until', { to: formats.day(dateTo ?? today) })
}
