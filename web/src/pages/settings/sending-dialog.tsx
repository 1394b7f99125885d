import { Stack, Switch, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../client/api.ts'
import type { Profile } from '../../client/contract.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { notifyFailure } from '../../parts/notify.ts'

type SendingDialogProps = { profile: Profile; onClose: () => void }
type Switches = Partial<Pick<Profile, 'sendOnBooking' | 'waitForDocument' | 'includeDocument'>>

/** When the invitation of a profile leaves, and with what (promise B14); each switch counts at once. */
export function SendingDialog({ profile, onClose }: SendingDialogProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const save = useMutation({
    mutationFn: (body: Switches) =>
      answer(api.PATCH('/api/v1/profiles/{id}', { params: { path: { id: profile.id } }, body })),
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
      </Stack>
    </Dialog>
  )
}
