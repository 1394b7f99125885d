import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAdjustments, IconPlus, IconTags } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../client/contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { ClosedDays } from './closed-days.tsx'
import { ProfileMenu } from './profile/profile-menu.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { TextsButton } from './profile-texts/texts-button.tsx'

/** The profiles, and the days on which none of them sends. */
export function ProfilesPage() {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const columns = useColumns()
  const { data, isPending, error, refetch } = useQuery(profilesQuery())
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return (
    <Stack gap="sm" maw={760}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" flex={1} miw={240}>
          {t('profiles.intro')}
        </Text>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
          {t('profiles.add')}
        </Button>
      </Group>
      {data.items.length === 0 ? (
        <Empty icon={IconTags} title={t('profiles.emptyTitle')} text={t('profiles.emptyText')} />
      ) : (
        <RecordTable
          label={t('profiles.table')}
          columns={columns}
          rows={data.items}
          card={(row) => (
            <div className="card-line">
              <strong>{row.name}</strong>
              <RowActions profile={row} />
            </div>
          )}
        />
      )}
      <ClosedDays />
      {isAdding && <ProfileDialog edited="new" onClose={() => setAdding(false)} />}
    </Stack>
  )
}

function useColumns(): Column<Profile>[] {
  const { t } = useTranslation()
  return [
    {
      id: 'name',
      isWide: true,
      header: t('profiles.name'),
      cell: (row) => (
        <Link to="/settings/profiles/$profileId" params={{ profileId: row.id }} className="row-link">
          {row.name}
        </Link>
      ),
    },
    {
      id: 'id',
      header: t('profiles.id'),
      cell: (row) => (
        <span className="with-icon">
          <code className="code">{row.id}</code>
          <CopyButton value={row.id} label={t('profiles.copyId', { name: row.name })} />
        </span>
      ),
    },
    {
      id: 'actions',
      header: t('import.action'),
      align: 'right',
      cell: (row) => <RowActions profile={row} />,
    },
  ]
}

function RowActions({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconAdjustments size={14} aria-hidden />}
        aria-label={t('profilePage.openNamed', { name: profile.name })}
        renderRoot={(props) => (
          <Link to="/settings/profiles/$profileId" params={{ profileId: profile.id }} {...props} />
        )}
      >
        {t('profilePage.open')}
      </Button>
      <TextsButton profile={profile} />
      <ProfileMenu profile={profile} />
    </Group>
  )
}
