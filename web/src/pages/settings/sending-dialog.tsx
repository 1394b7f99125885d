import { Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../client/contract.ts'
import { changeProfile, type ProfileChanges } from '../../client/profile-text-calls.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { notifyFailure } from '../../parts/notify.ts'
import { ReminderLevels } from './reminder-levels.tsx'

type SendingDialogProps = { profile: Profile; onClose: () => void }

/** When the invitation of a profile leaves, and with what (promise B14); each switch counts at once. */
export function SendingDialog({ profile, onClose }: SendingDialogProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (changes: ProfileChanges) => changeProfile(profile.id, changes),
    onError: notifyFailure,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['profiles'] }),
  })
  return (
    <Dialog title={t('profileSending.title', { name: profile.name })} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {profile.sendOnBooking
            ? profile.waitForDocument
              ? t('profileSending.bookedWithDocument')
              : t('profileSending.booked')
            : t('profileSending.byHand')}
        </Text>
        {(['sendOnBooking', 'waitForDocument', 'includeDocument'] as const).map((name) => (
          <Switch
            key={name}
            label={t(`profileSending.${name}`)}
            description={t(`profileSending.${name}Help`)}
            checked={profile[name]}
            disabled={save.isPending}
            onChange={(event) => save.mutate({ [name]: event.currentTarget.checked })}
          />
        ))}
        <ReminderLevels
          profile={profile}
          isSaving={save.isPending}
          onChange={(changes) => save.mutate(changes)}
        />
      </Stack>
    </Dialog>
  )
}
