import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTags } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../client/contract.ts'
import { profilesQuery } from '../../client/queries.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Empty, ListSkeleton, LoadFailure } from '../../parts/page-states.tsx'
import { type Column, RecordTable } from '../../parts/record-table.tsx'
import { withLazyTexts } from '../../texts/lazy-texts.ts'
import { ProfileDialog } from './profile-dialog.tsx'

const SendingButton = lazy(async () => ({
  default: (await withLazyTexts(import('./sending-button.tsx'))).SendingButton,
}))

const TextsButton = lazy(async () => ({
  default: (await withLazyTexts(import('./profile-texts/texts-button.tsx'))).TextsButton,
}))

/** The profiles: add one, give one another name. */
export function ProfilesPage() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<Profile | 'new' | null>(null)
  const columns = useColumns(setEdited)
  const { data, isPending, error, refetch } = useQuery(profilesQuery())
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  return (
    <Stack gap="sm" maw={760}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" flex={1} miw={240}>
          {t('profiles.intro')}
        </Text>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setEdited('new')}>
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
              <RowActions profile={row} onRename={setEdited} />
            </div>
          )}
        />
      )}
      {edited && <ProfileDialog edited={edited} onClose={() => setEdited(null)} />}
    </Stack>
  )
}

function useColumns(onRename: (profile: Profile) => void): Column<Profile>[] {
  const { t } = useTranslation()
  return [
    {
      id: 'name',
      isWide: true,
      header: t('profiles.name'),
      cell: (row) => <span className="strong">{row.name}</span>,
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
      id: 'rename',
      header: t('import.action'),
      align: 'right',
      cell: (row) => <RowActions profile={row} onRename={onRename} />,
    },
  ]
}

function RowActions({ profile, onRename }: { profile: Profile; onRename: (profile: Profile) => void }) {
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      <Suspense>
        <SendingButton profile={profile} />
        <TextsButton profile={profile} />
      </Suspense>
      <RenameButton profile={profile} onRename={onRename} />
    </Group>
  )
}

function RenameButton({ profile, onRename }: { profile: Profile; onRename: (profile: Profile) => void }) {
  const { t } = useTranslation()
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPencil size={14} aria-hidden />}
      aria-label={t('profiles.renameNamed', { name: profile.name })}
      onClick={() => onRename(profile)}
    >
      {t('profiles.rename')}
    </Button>
  )
}
