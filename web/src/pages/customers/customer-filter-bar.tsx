import { Box, Button, Chip, Group, NativeSelect } from '@mantine/core'
import { IconMailOff, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CustomerSort, CustomerSummary } from '../../client/customer-contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { useCountWords } from '../../parts/count-words.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { useLanguageOptions } from '../../parts/use-language-options.ts'
import { type CustomersSearch, customerKinds, customerLinks, customerSorts } from '../../search.ts'

type CustomerFilterBarProps = {
  search: CustomersSearch
  summary: CustomerSummary | undefined
  onChange: (part: Partial<CustomersSearch>) => void
}

/** Companies or persons with their counts, the search, and what narrows the list further. */
export function CustomerFilterBar({ search, summary, onChange }: CustomerFilterBarProps) {
  const { t } = useTranslation()
  const words = useCountWords()
  // Where there is room it stands beside the tabs: in the line of the filters it would move the list down.
  const clear = isNarrowed(search) && (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<IconX size={14} aria-hidden />}
      onClick={() => onChange(nothingNarrowed)}
    >
      {t('common.clearFilters')}
    </Button>
  )
  return (
    <div className="filters">
      <Group className="filter-top" justify="space-between" wrap="nowrap">
        <FilterTabs
          label={t('customers.kindLabel')}
          value={search.kind ?? 'all'}
          options={(['all', ...customerKinds] as const).map((kind) => ({
            value: kind,
            label: t(`customers.${kind}`),
            count: summary && words.count(summary.counts[kind]),
          }))}
          onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
        />
        <Box visibleFrom="md">{clear}</Box>
      </Group>
      <Group gap="xs" mt="sm">
        <SearchBox
          label={t('customers.searchLabel')}
          placeholder={t('customers.searchPlaceholder')}
          value={search.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
        />
        <div className="filter-line">
          <SortChoice search={search} onChange={onChange} />
          <Narrowing search={search} summary={summary} onChange={onChange} />
          <Box hiddenFrom="md">{clear}</Box>
        </div>
      </Group>
    </div>
  )
}

const nothingNarrowed = {
  q: undefined,
  withoutEmail: undefined,
  hasOpen: undefined,
  profileId: undefined,
  language: undefined,
  link: undefined,
} satisfies Partial<CustomersSearch>

/** Is the list shorter than everyone? */
export function isNarrowed(search: CustomersSearch): boolean {
  return Object.keys(nothingNarrowed).some((name) => search[name as keyof CustomersSearch] !== undefined)
}

function Narrowing({ search, summary, onChange }: CustomerFilterBarProps) {
  const { t } = useTranslation()
  const words = useCountWords()
  const { data: profiles } = useQuery(profilesQuery())
  const languages = useLanguageOptions(search.language)
  const withoutEmail = search.kind || !summary ? undefined : summary.counts.withoutEmail
  return (
    <>
      <Chip
        size="xs"
        radius="md"
        variant="outline"
        checked={search.withoutEmail ?? false}
        icon={<IconMailOff size={13} aria-hidden />}
        onChange={(isOn) => onChange({ withoutEmail: isOn || undefined })}
      >
        {t('customers.filterWithoutEmail')}
        {withoutEmail ? <span className="chip-count figures">{words.count(withoutEmail)}</span> : null}
      </Chip>
      <Chip
        size="xs"
        radius="md"
        variant="outline"
        checked={search.hasOpen ?? false}
        onChange={(isOn) => onChange({ hasOpen: isOn || undefined })}
      >
        {t('customers.filterHasOpen')}
      </Chip>
      <Choice
        label={t('customers.filterLink')}
        value={search.link}
        onChange={(value) => onChange({ link: customerLinks.find((link) => link === value) })}
        options={[
          { value: '', label: t('customers.anyLink') },
          { value: 'linked', label: t('customers.onlyLinked') },
          { value: 'notLinked', label: t('customers.notLinked') },
          { value: 'gone', label: t('customers.onlyGone') },
        ]}
      />
      {(profiles?.items.length || search.profileId) && (
        <Choice
          label={t('customers.filterProfile')}
          value={search.profileId}
          onChange={(profileId) => onChange({ profileId })}
          options={[
            { value: '', label: t('customers.anyProfile') },
            { value: 'none', label: t('customers.noProfile') },
            ...(profiles?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []),
          ]}
        />
      )}
      <Choice
        label={t('customers.filterLanguage')}
        value={search.language}
        onChange={(language) => onChange({ language })}
        options={[{ value: '', label: t('customers.anyLanguage') }, ...languages]}
      />
    </>
  )
}

type ChoiceProps = {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      size="xs"
      className="filter-choice"
      aria-label={label}
      value={value ?? ''}
      data={options}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

const sortNames = {
  name: 'customers.sortName',
  number: 'customers.sortNumber',
  city: 'customers.sortCity',
  createdAt: 'customers.sortCreatedAt',
} as const

/** Where the list is cards it has no heads to press; by date of coming in it can only be sorted here. */
function SortChoice({ search, onChange }: Pick<CustomerFilterBarProps, 'search' | 'onChange'>) {
  const { t } = useTranslation()
  function choose(value: CustomerSort | undefined) {
    onChange({ sort: value, order: value === 'createdAt' ? 'desc' : undefined })
  }
  return (
    <Choice
      label={t('customers.sortLabel')}
      value={search.sort ?? 'name'}
      onChange={(value) => choose(customerSorts.find((sort) => sort === value))}
      options={customerSorts.map((sort) => ({ value: sort, label: t(sortNames[sort]) }))}
    />
  )
}
