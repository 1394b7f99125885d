import { Button, Chip, Group, NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InvoiceSummary } from '../../client/contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { useFormats } from '../../parts/use-formats.ts'
import { documentMarks, type InvoicesSearch, invoiceStates } from '../../search.ts'

type InvoiceFilterBarProps = {
  search: InvoicesSearch
  summary: InvoiceSummary | undefined
  onChange: (part: Partial<InvoicesSearch>) => void
}

/** States with their counts, the sum that is still to be paid, and what narrows the list further. */
export function InvoiceFilterBar({ search, summary, onChange }: InvoiceFilterBarProps) {
  const { t } = useTranslation()
  return (
    <div className="filters">
      <Group justify="space-between" align="flex-end" gap="md" className="filter-top">
        <FilterTabs
          label={t('invoices.stateLabel')}
          value={search.state ?? 'open'}
          options={invoiceStates.map((state) => ({
            value: state,
            label: t(`invoices.${state}`),
            count: summary?.counts[state],
          }))}
          onChange={(state) => onChange({ state })}
        />
        <OpenTotals summary={summary} />
      </Group>
      <Group gap="xs" mt="sm">
        <SearchBox
          label={t('invoices.searchLabel')}
          placeholder={t('invoices.searchPlaceholder')}
          value={search.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
        />
        <ProfileFilter value={search.profileId} onChange={(profileId) => onChange({ profileId })} />
        <CurrencyFilter search={search} summary={summary} onChange={(currency) => onChange({ currency })} />
        <DocumentFilter value={search.document} onChange={(document) => onChange({ document })} />
        <Chip
          size="xs"
          radius="md"
          variant="outline"
          checked={search.warning ?? false}
          icon={<IconAlertTriangle size={13} aria-hidden />}
          onChange={(isOn) => onChange({ warning: isOn || undefined })}
        >
          {t('invoices.warningFilter')}
        </Chip>
        {isNarrowed(search) && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() =>
              onChange({
                q: undefined,
                profileId: undefined,
                currency: undefined,
                warning: undefined,
                document: undefined,
              })
            }
          >
            {t('common.clearFilters')}
          </Button>
        )}
      </Group>
    </div>
  )
}

function isNarrowed({ q, profileId, currency, warning, document }: InvoicesSearch): boolean {
  return Boolean(q || profileId || currency || warning || document)
}

function OpenTotals({ summary }: { summary: InvoiceSummary | undefined }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (!summary || summary.openTotals.length === 0) return null
  return (
    <div className="open-totals">
      <span>{t('invoices.openTotal')}</span>
      {summary.openTotals.map((money) => (
        <strong key={money.currency} className="figures">
          {formats.money(money)}
        </strong>
      ))}
    </div>
  )
}

type ChoiceProps = { value: string | undefined; onChange: (value: string | undefined) => void }

function ProfileFilter({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { data } = useQuery(profilesQuery())
  if (!data || (data.items.length < 2 && !value)) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={t('invoices.profileFilter')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('invoices.anyProfile') },
        ...data.items.map((profile) => ({ value: profile.id, label: profile.name })),
      ]}
    />
  )
}

type CurrencyFilterProps = Omit<InvoiceFilterBarProps, 'onChange'> & { onChange: ChoiceProps['onChange'] }

/** Only there when it helps: more than one currency is open, or one is chosen. */
function CurrencyFilter({ search, summary, onChange }: CurrencyFilterProps) {
  const { t } = useTranslation()
  const currencies = new Set(summary?.openTotals.map((money) => money.currency))
  if (search.currency) currencies.add(search.currency)
  if (currencies.size < 2 && !search.currency) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={t('invoices.currencyFilter')}
      value={search.currency ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[{ value: '', label: t('invoices.anyCurrency') }, ...currencies]}
    />
  )
}

type DocumentFilterProps = {
  value: InvoicesSearch['document']
  onChange: (value: InvoicesSearch['document']) => void
}

/** Where the PDF stands: the way to those that a person must look after. */
function DocumentFilter({ value, onChange }: DocumentFilterProps) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      size="xs"
      aria-label={t('invoices.documentFilter')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(documentMarks.find((mark) => mark === currentTarget.value))}
      data={[
        { value: '', label: t('invoices.anyDocument') },
        ...documentMarks.map((mark) => ({ value: mark, label: t(`invoices.documentIs.${mark}`) })),
      ]}
    />
  )
}
