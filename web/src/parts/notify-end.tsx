import { Anchor, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

type End = { text: string; isGood: boolean; action: string; onOpen: () => void }

/** Says that long work is over, with the way to its result; stays until it could be read by someone who was away. */
export function notifyEnd({ text, isGood, action, onOpen }: End): void {
  const id = notifications.show({
    message: (
      <Group gap="sm">
        {text}
        <Anchor
          component="button"
          size="sm"
          onClick={() => {
            notifications.hide(id)
            onOpen()
          }}
        >
          {action}
        </Anchor>
      </Group>
    ),
    color: isGood ? 'petrol' : 'red',
    autoClose: 20_000,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  })
}
