import { Button, Group, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'

/** Asks before what was filled in is lost, also when the tab is closed. */
export function LeaveQuestion({ isDirty }: { isDirty: () => boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog onClose={blocker.reset} title={t('newCustomer.leaveTitle')}>
      <Stack gap="md">
        <Text size="sm">{t('newCustomer.leaveText')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="xs" data-autofocus onClick={blocker.reset}>
            {t('newCustomer.stay')}
          </Button>
          <Button color="red" size="xs" onClick={blocker.proceed}>
            {t('newCustomer.leave')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
