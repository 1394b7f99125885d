import { Group, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProfileChoiceSummary } from '../../client/profile-choices.ts'
import { profilesQuery } from '../../client/queries.ts'
import { useCountWords } from '../../parts/count-words.ts'
import { FilterTabs } from '../../parts/filter-tabs.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { type ProfileChoicesSearch, type ProfileChoicesView, profileChoicesViews } from '../../search.ts'

const route = getRouteApi('/inside/invoices/profile-choices')

type ChoiceFiltersProps = { search: ProfileChoicesSearch; summary: ProfileChoiceSummary | undefined }

/** What chose the profile, with counts; and what narrows the list further. All of it stands in the address. */
export function ChoiceFilters({ search, summary }: ChoiceFiltersProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  function change(part: Partial<ProfileChoicesSearch>) {
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true })
  }
  return (
    <div className="filters">
      <div className="filter-top">
        <FilterTabs
          label={t('profileChoices.why')}
          value={search.view ?? 'all'}
          options={useTabs(summary)}
          onChange={(view) => change({ view: view === 'all' ? undefined : view, warning: undefined })}
        />
      </div>
      <Group gap="xs" mt="sm">
        <SearchBox
          label={t('profileChoices.search')}
          placeholder={t('profileChoices.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <ProfileFilter value={search.profileId} onChange={(profileId) => change({ profileId })} />
        <WarningFilter value={search.warning} summary={summary} onChange={(warning) => change({ warning })} />
      </Group>
    </div>
  )
}

function useTabs(summary: ProfileChoiceSummary | undefined) {
  const { t } = useTranslation()
  const words = useCountWords()
  const countOf = (view: ProfileChoicesView): number | undefined =>
    view === 'warned' ? summary?.warned : summary?.reasons.find(({ code }) => code === view)?.count
  const shown = (count: number | undefined) => (count === undefined ? undefined : words.count(count))
  return [
    { value: 'all' as const, label: t('profileChoices.all'), count: shown(summary?.all) },
    ...profileChoicesViews.map((view) => ({
      value: view,
      label: t(`profileChoices.view.${view}`),
      count: shown(countOf(view)),
    })),
  ]
}

type ProfileFilterProps = { value: string | undefined; onChange: (value: string | undefined) => void }

function ProfileFilter({ value, onChange }: ProfileFilterProps) {
  const { t } = useTranslation()
  const { data } = useQuery(profilesQuery())
  return (
    <NativeSelect
      size="xs"
      aria-label={t('profileChoices.profile')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('profileChoices.anyProfile') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

type WarningFilterProps = {
  value: ProfileChoicesSearch['warning']
  summary: ProfileChoiceSummary | undefined
  onChange: (value: ProfileChoicesSearch['warning']) => void
}

/** Only there when it helps: there are warnings, or one is chosen. */
function WarningFilter({ value, summary, onChange }: WarningFilterProps) {
  const { t } = useTranslation()
  const words = useCountWords()
  const warnings = summary?.warnings ?? []
  if (warnings.length === 0 && !value) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={t('profileChoices.warning')}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange((currentTarget.value || undefined) as ProfileChoicesSearch['warning'])
      }
      data={[
        { value: '', label: t('profileChoices.anyWarning') },
        ...warnings.map(({ code, title, count }) => ({
          value: code,
          label: `${title} (${words.count(count)})`,
        })),
      ]}
    />
  )
}
