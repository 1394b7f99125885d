import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconTags } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../client/contract.ts'
import { profilesQuery } from '../../../client/queries.ts'
import { Empty, ListSkeleton, LoadFailure } from '../../../parts/page-states.tsx'
import { TextsButton } from '../profile-texts/texts-button.tsx'
import { AccountSection } from './account-section.tsx'
import { InvitationSection } from './invitation-section.tsx'
import { PaymentPageSection } from './payment-page-section.tsx'
import { ProfileMenu } from './profile-menu.tsx'
import { ReminderLevels } from './reminder-levels.tsx'
import { SendTimesSection } from './send-times-section.tsx'

/** Everything that a profile says of the invoices that have it. */
export function ProfilePage() {
  const { t } = useTranslation()
  const { profileId } = useParams({ from: '/inside/settings/profiles/$profileId' })
  const { data, isPending, error, refetch } = useQuery(profilesQuery())
  if (isPending) return <ListSkeleton />
  if (!data) return <LoadFailure failure={error} onRetry={() => void refetch()} />
  const profile = data.items.find(({ id }) => id === profileId)
  return (
    <Stack gap="md" maw={760}>
      <Anchor size="sm" renderRoot={(props) => <Link to="/settings/profiles" {...props} />}>
        <Group component="span" gap={6}>
          <IconArrowLeft size={15} aria-hidden />
          {t('profilePage.back')}
        </Group>
      </Anchor>
      {profile ? (
        <ProfileSections key={profile.id} profile={profile} />
      ) : (
        <Empty icon={IconTags} title={t('profilePage.gone')} />
      )}
    </Stack>
  )
}

function ProfileSections({ profile }: { profile: Profile }) {
  const { t } = useTranslation()
  return (
    <>
      <Group justify="space-between" gap="sm">
        <Title order={2}>{profile.name}</Title>
        <Group gap="xs">
          <TextsButton profile={profile} />
          <ProfileMenu profile={profile} />
        </Group>
      </Group>
      <InvitationSection profile={profile} />
      <ReminderLevels profile={profile} />
      <SendTimesSection profile={profile} />
      <AccountSection profile={profile} />
      <PaymentPageSection profile={profile} />
      <Text size="sm" c="dimmed">
        {t('profilePage.version', { version: profile.version })}
      </Text>
    </>
  )
}
