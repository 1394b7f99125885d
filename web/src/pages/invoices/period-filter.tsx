import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dateKinds, type InvoicesSearch, invoicePeriods } from '../../search.ts'
import { daysOf } from './invoice-periods.ts'

export type FilterFieldsProps = {
  search: InvoicesSearch
  today: string
  onChange: (part: Partial<InvoicesSearch>) => void
}

/** A period that moves with the calendar, or two days of one's own; of the invoice date or of the due date. */
export function PeriodFilter({ search, today, onChange }: FilterFieldsProps) {
  const { t } = useTranslation()
  const days = search.period ? daysOf(search.period, today) : { from: search.dateFrom, to: search.dateTo }
  const isBackward = Boolean(days.from && days.to && days.from > days.to)

  function changeDays(part: { dateFrom?: string | undefined; dateTo?: string | undefined }) {
    onChange({ dateFrom: days.from, dateTo: days.to, ...part, period: undefined })
  }

  return (
    <Stack gap="xs" role="group" aria-label={t('invoiceFilters.period')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <NativeSelect
          data-autofocus
          size="xs"
          label={t('invoiceFilters.dateOf')}
          value={search.dateOf ?? 'invoiceDate'}
          data={dateKinds.map((kind) => ({ value: kind, label: t(`invoices.${kind}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ dateOf: currentTarget.value === 'dueDate' ? 'dueDate' : undefined })
          }
        />
        <TextInput
          type="date"
          size="xs"
          label={t('invoiceFilters.from')}
          value={days.from ?? ''}
          onChange={({ currentTarget }) => changeDays({ dateFrom: currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          size="xs"
          label={t('invoiceFilters.to')}
          value={days.to ?? ''}
          error={isBackward ? t('manualImport.periodWrong') : null}
          onChange={({ currentTarget }) => changeDays({ dateTo: currentTarget.value || undefined })}
        />
      </SimpleGrid>
      <Group gap={6}>
        {invoicePeriods.map((period) => {
          const isChosen = search.period === period
          return (
            <Button
              key={period}
              size="compact-xs"
              variant={isChosen ? 'light' : 'default'}
              aria-pressed={isChosen}
              onClick={() =>
                onChange({ period: isChosen ? undefined : period, dateFrom: undefined, dateTo: undefined })
              }
            >
              {t(`invoiceFilters.periodIs.${period}`)}
            </Button>
          )
        })}
      </Group>
    </Stack>
  )
}
