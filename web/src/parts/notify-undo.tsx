import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

/**
 * Says what was done, with the way back for a while: long enough to read it and to reach the button. `about` is the id of
 * the thing that was done: said twice it is one notice.
 */
export function notifyUndo(message: string, about: string, onUndo: () => void): void {
  const id = `undo-${about}`
  function undo() {
    notifications.hide(id)
    onUndo()
  }
  notifications.show({
    id,
    message: (
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span>{message}</span>
        <Button size="compact-sm" variant="light" flex="none" onClick={undo}>
          {i18next.t('common.undo')}
        </Button>
      </Group>
    ),
    color: 'petrol',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  })
}
